SELECT
    a.source_code AS old_source,
    a.target_code AS old_target,
    b.source_code AS new_source,
    b.target_code AS new_target,
    count(*) AS event_count
FROM a.events AS a FULL JOIN b.events AS b USING (event_id)
WHERE a.event_id IS NULL
   OR b.event_id IS NULL
   OR a.source_code IS DISTINCT FROM b.source_code
   OR a.target_code IS DISTINCT FROM b.target_code
GROUP BY ALL
ORDER BY event_count DESC, old_source, old_target, new_source, new_target
