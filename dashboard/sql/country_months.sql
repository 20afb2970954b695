-- What a country does at home and abroad by month; its primary code stands for it.
SELECT
    month,
    CASE WHEN source = target THEN 'at home' WHEN source = $country THEN 'it acts' ELSE 'on it' END AS direction,
    sum(event_count)::BIGINT AS event_count,
    sum(verbal_cooperation_count + material_cooperation_count)::BIGINT AS cooperation_count,
    sum(verbal_conflict_count + material_conflict_count)::BIGINT AS conflict_count,
    round(sum(sum_goldstein) / sum(event_count), 3) AS mean_goldstein
FROM dyad_month
WHERE (source = $country OR target = $country)
  AND ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
GROUP BY ALL
ORDER BY month, direction
