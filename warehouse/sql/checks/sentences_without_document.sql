-- Sentences whose document is not there.
SELECT document_id FROM sentences ANTI JOIN documents USING (document_id)
