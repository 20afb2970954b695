SELECT code, sum(event_count)::BIGINT AS event_count
FROM (
    SELECT source AS code, sum(event_count) AS event_count FROM dyad_month_parts GROUP BY ALL
    UNION ALL
    SELECT target, sum(event_count) FROM dyad_month_parts GROUP BY ALL
)
GROUP BY code
ORDER BY event_count DESC, code
