-- The events that the filters of the Events page let through. An empty filter lets everything through.
-- Actors are codes or the beginnings of codes, on either side; `acts` are CAMEO codes.
CREATE OR REPLACE TEMP MACRO events_matching(
    first_day, last_day, actor, other, role, acts, quads, place, realis_in, least_confidence, publisher
) AS TABLE
SELECT *
FROM events_all
WHERE (first_day IS NULL OR event_date >= first_day)
  AND (last_day IS NULL OR event_date <= last_day)
  AND (actor = '' OR starts_with(source_code, actor) OR starts_with(target_code, actor))
  AND (other = '' OR (starts_with(source_code, actor) AND starts_with(target_code, other))
    OR (starts_with(source_code, other) AND starts_with(target_code, actor)))
  AND (role = '' OR source_role = role OR target_role = role)
  AND (len(acts) = 0 OR list_contains(acts, event_code))
  AND (len(quads) = 0 OR list_contains(quads, quad_class))
  AND (place = '' OR place_country = place)
  AND (len(realis_in) = 0 OR list_contains(realis_in, realis))
  AND (least_confidence = 0 OR confidence >= least_confidence)
  AND (publisher = '' OR document_id IN (SELECT document_id FROM documents WHERE source = publisher));
