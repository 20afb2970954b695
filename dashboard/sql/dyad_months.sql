-- Events of two primary actors by month and direction.
SELECT
    month, source, target, event_count, once_count, verbal_cooperation_count, material_cooperation_count,
    verbal_conflict_count, material_conflict_count, round(sum_goldstein, 3) AS sum_goldstein,
    round(mean_goldstein, 3) AS mean_goldstein
FROM dyad_month
WHERE ((source = $a AND target = $b) OR (source = $b AND target = $a))
  AND ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
ORDER BY month, source, target
