SELECT published_on, input, location, reason, detail, remedy, source AS publisher, document_id
FROM rejects
WHERE ($first_day::DATE IS NULL OR published_on IS NULL OR published_on >= $first_day)
  AND ($last_day::DATE IS NULL OR published_on IS NULL OR published_on <= $last_day)
ORDER BY published_on DESC NULLS LAST, location, reason
LIMIT $top
