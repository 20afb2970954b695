-- Documents that have another number of events than their row says.
SELECT document_id
FROM documents
LEFT JOIN (SELECT document_id, count(*) AS found FROM events GROUP BY ALL) USING (document_id)
WHERE event_count <> coalesce(found, 0)
