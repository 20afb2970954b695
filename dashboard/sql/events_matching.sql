-- The events that the filters of the Events page let through; other queries have it in the place of its name in braces.
-- A line that ends in `-- if` and a parameter is left out when that is empty, so that no column is read in vain.
-- Actors are codes or the beginnings of codes, on either side; `acts` are CAMEO codes.
SELECT *
FROM events_all
WHERE true
  AND event_date >= $first_day::DATE -- if first_day
  AND event_date <= $last_day::DATE -- if last_day
  AND (starts_with(source_code, $actor) OR starts_with(target_code, $actor)) -- if actor
  AND (starts_with(source_code, $actor) AND starts_with(target_code, $other) OR starts_with(source_code, $other) AND starts_with(target_code, $actor)) -- if other
  AND (source_role = $role OR target_role = $role) -- if role
  AND list_contains($acts::VARCHAR[], event_code) -- if acts
  AND list_contains($quads::TINYINT[], quad_class) -- if quads
  AND place_country = $place -- if place
  AND list_contains($realis_in::VARCHAR[], realis) -- if realis_in
  AND confidence >= $least_confidence::FLOAT -- if least_confidence
  AND document_id IN (SELECT document_id FROM documents WHERE source = $publisher) -- if publisher
