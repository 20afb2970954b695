-- How many events the filters let through, by day: the newest days that suffice for a list are found without its columns.
SELECT event_date, count(*) AS event_count
FROM events_matching(
    $first_day::DATE, $last_day::DATE, $actor::VARCHAR, $other::VARCHAR, $role::VARCHAR, $acts::VARCHAR[],
    $quads::TINYINT[], $place::VARCHAR, $realis_in::VARCHAR[], $least_confidence::FLOAT, $publisher::VARCHAR
)
GROUP BY event_date
ORDER BY event_date DESC
