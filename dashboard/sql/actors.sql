-- Actors by code, with their most frequent name; the most frequent actors first.
WITH sides AS (
    SELECT source_code AS code, source_name AS name, count(*) AS event_count
    FROM events WHERE source_code IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT target_code, target_name, count(*)
    FROM events WHERE target_code IS NOT NULL GROUP BY ALL
)
SELECT
    code,
    arg_max(name, event_count) FILTER (name IS NOT NULL) AS name,
    sum(event_count)::BIGINT AS event_count
FROM sides
GROUP BY code
ORDER BY event_count DESC, code
LIMIT $top
