-- An event with its sentence and document. Texts that are missing leave nulls.
SELECT events_all.*, sentence_text, sentence_start, sentence_end, title, url, documents.source AS publisher
FROM events_all
LEFT JOIN sentences USING (document_id, sentence)
LEFT JOIN (SELECT document_id, title, url, source FROM documents) AS documents USING (document_id)
WHERE event_id = $event_id
