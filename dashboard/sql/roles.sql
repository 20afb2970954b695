SELECT role, sum(event_count)::BIGINT AS event_count
FROM (
    SELECT source_role AS role, count(*) AS event_count FROM events GROUP BY ALL
    UNION ALL
    SELECT target_role, count(*) FROM events GROUP BY ALL
)
WHERE role IS NOT NULL
GROUP BY role
ORDER BY event_count DESC, role
