SELECT event_code, any_value(quad_class) AS quad_class, sum(event_count)::BIGINT AS event_count,
    round(sum(sum_goldstein) / sum(event_count), 1) AS goldstein
FROM code_day
WHERE ($first_day::DATE IS NULL OR event_date >= $first_day)
  AND ($last_day::DATE IS NULL OR event_date <= $last_day)
GROUP BY event_code
ORDER BY event_count DESC, event_code
LIMIT $top
