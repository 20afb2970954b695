SELECT reason, count(*) AS reject_count, count(DISTINCT input) AS input_count
FROM rejects
WHERE ($first_day::DATE IS NULL OR published_on IS NULL OR published_on >= $first_day)
  AND ($last_day::DATE IS NULL OR published_on IS NULL OR published_on <= $last_day)
GROUP BY reason
ORDER BY reject_count DESC, reason
