-- How many events the filters let through, by day: the newest days that suffice for a list are found without its columns.
SELECT event_date, count(*) AS event_count
FROM {events_matching}
GROUP BY event_date
ORDER BY event_date DESC
