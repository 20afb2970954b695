SELECT
    a.event_code AS old_code,
    b.event_code AS new_code,
    count(*) AS event_count
FROM a.events AS a FULL JOIN b.events AS b USING (event_id)
WHERE a.event_code IS DISTINCT FROM b.event_code
GROUP BY ALL
ORDER BY event_count DESC, old_code, new_code
