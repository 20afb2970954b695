-- Second directions of an act whose first is not there.
SELECT event_id FROM events WHERE mirror_of IS NOT NULL AND mirror_of NOT IN (SELECT event_id FROM events)
