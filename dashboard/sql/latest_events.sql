-- The events that happened last, by publication. The rollup says how many years back they reach; no more are looked at.
WITH years AS (
    SELECT year, sum(sum(event_count)) OVER (ORDER BY year DESC) AS found
    FROM code_day_parts
    WHERE ($first_day::DATE IS NULL OR event_date >= $first_day)
      AND ($last_day::DATE IS NULL OR event_date <= $last_day)
      AND (len($quads::TINYINT[]) = 0 OR list_contains($quads::TINYINT[], quad_class))
    GROUP BY year
)
SELECT
    event_id, event_date, published_on, source_code, source_name, source_country, source_role, source_text, event_code,
    target_code, target_name, target_country, target_role, target_text, quad_class, goldstein, realis, document_id
FROM events
WHERE year >= (SELECT coalesce(max(year) FILTER (found >= $top), min(year)) FROM years)
  AND ($first_day::DATE IS NULL OR event_date >= $first_day)
  AND ($last_day::DATE IS NULL OR event_date <= $last_day)
  AND (len($quads::TINYINT[]) = 0 OR list_contains($quads::TINYINT[], quad_class))
ORDER BY published_on DESC, event_date DESC, event_id
LIMIT $top
