-- Events whose document is not there.
SELECT event_id FROM events ANTI JOIN documents USING (document_id)
