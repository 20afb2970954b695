-- The newest events with their sentences, for the report: clear acts first on each day.
SELECT events.*, sentence_text, sentence_start, sentence_end, title, publisher
FROM (
    SELECT *
    FROM events
    WHERE list_contains($event_ids::VARCHAR[], event_id)
) AS events
LEFT JOIN sentences USING (document_id, sentence)
LEFT JOIN (SELECT document_id, title, source AS publisher FROM documents) USING (document_id)
ORDER BY published_on DESC, event_date DESC, event_id
