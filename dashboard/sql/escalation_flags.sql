SELECT month, event_count, round(sum_goldstein, 3) AS sum_goldstein, round(z_score, 2) AS z_score
FROM escalation($a, $b)
WHERE ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
ORDER BY month
