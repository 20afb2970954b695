-- What two actors do to each other: events by CAMEO root and direction.
SELECT
    CASE WHEN starts_with(source_code, $a) AND starts_with(target_code, $b) THEN $a ELSE $b END AS source,
    CASE WHEN starts_with(source_code, $a) AND starts_with(target_code, $b) THEN $b ELSE $a END AS target,
    event_root,
    any_value(quad_class) AS quad_class,
    count(*) AS event_count,
    round(avg(goldstein), 3) AS mean_goldstein
FROM events
WHERE ((starts_with(source_code, $a) AND starts_with(target_code, $b))
    OR (starts_with(source_code, $b) AND starts_with(target_code, $a)))
  AND ($first_day::DATE IS NULL OR event_date >= $first_day)
  AND ($last_day::DATE IS NULL OR event_date <= $last_day)
GROUP BY ALL
ORDER BY event_count DESC, source, event_root
