SELECT dictionary_version, coder_version, count(*) AS document_count, sum(event_count)::BIGINT AS event_count,
    min(published_on) AS first_day, max(published_on) AS last_day
FROM documents
GROUP BY ALL
ORDER BY document_count DESC, dictionary_version
