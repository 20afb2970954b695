SELECT
    source,
    published_on,
    count(*) AS document_count,
    count(*) FILTER (coded) AS coded_count,
    count(*) FILTER (event_count > 0) AS with_events_count,
    count(*) FILTER (NOT coded) AS reject_count
FROM (
    SELECT source, published_on, true AS coded, event_count FROM documents
    UNION ALL
    SELECT source, published_on, false, 0 FROM rejects
)
GROUP BY ALL
ORDER BY source NULLS FIRST, published_on
