-- The same of two actors whose codes, or beginnings of codes, say more than the first three letters.
SELECT
    date_trunc('month', event_date)::DATE AS month,
    CASE WHEN starts_with(source_code, $a) AND starts_with(target_code, $b) THEN $a ELSE $b END AS source,
    CASE WHEN starts_with(source_code, $a) AND starts_with(target_code, $b) THEN $b ELSE $a END AS target,
    count(*) AS event_count,
    count(*) FILTER (mirror_of IS NULL) AS once_count,
    count(*) FILTER (quad_class = 1) AS verbal_cooperation_count,
    count(*) FILTER (quad_class = 2) AS material_cooperation_count,
    count(*) FILTER (quad_class = 3) AS verbal_conflict_count,
    count(*) FILTER (quad_class = 4) AS material_conflict_count,
    round(sum(goldstein::DECIMAL(9, 3))::DOUBLE, 3) AS sum_goldstein,
    round(sum(goldstein::DECIMAL(9, 3))::DOUBLE / count(*), 3) AS mean_goldstein
FROM events
WHERE ((starts_with(source_code, $a) AND starts_with(target_code, $b))
    OR (starts_with(source_code, $b) AND starts_with(target_code, $a)))
  AND ($first_day::DATE IS NULL OR event_date >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR event_date <= $last_day)
GROUP BY ALL
ORDER BY month, source, target
