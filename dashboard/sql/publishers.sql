SELECT source, sum(document_count)::BIGINT AS document_count
FROM coverage_parts
WHERE source IS NOT NULL
GROUP BY source
ORDER BY document_count DESC, source
