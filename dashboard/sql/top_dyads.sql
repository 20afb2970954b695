-- The dyads with most events, each meeting once, in whole months.
SELECT
    least(source, target) AS a,
    greatest(source, target) AS b,
    sum(once_count)::BIGINT AS once_count,
    sum(verbal_cooperation_count + material_cooperation_count)::BIGINT AS cooperation_count,
    sum(verbal_conflict_count + material_conflict_count)::BIGINT AS conflict_count,
    round(sum(sum_goldstein) / sum(event_count), 3) AS mean_goldstein
FROM dyad_month
WHERE ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
GROUP BY a, b
ORDER BY once_count DESC, a, b
LIMIT $top
