SELECT
    source AS publisher,
    min(published_on) AS first_day,
    max(published_on) AS last_day,
    sum(document_count)::BIGINT AS document_count,
    sum(coded_count)::BIGINT AS coded_count,
    sum(with_events_count)::BIGINT AS with_events_count,
    sum(reject_count)::BIGINT AS reject_count
FROM coverage
WHERE ($first_day::DATE IS NULL OR published_on >= $first_day)
  AND ($last_day::DATE IS NULL OR published_on <= $last_day)
GROUP BY source
ORDER BY document_count DESC, source
