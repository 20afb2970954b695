-- Events whose sentence is not there.
SELECT event_id FROM events ANTI JOIN sentences USING (document_id, sentence)
