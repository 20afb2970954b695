-- Who acts on a country, and on whom it acts.
SELECT
    CASE WHEN source = $country THEN 'it acts on' ELSE 'acts on it' END AS direction,
    CASE WHEN source = $country THEN target ELSE source END AS code,
    sum(event_count)::BIGINT AS event_count,
    sum(verbal_cooperation_count + material_cooperation_count)::BIGINT AS cooperation_count,
    sum(verbal_conflict_count + material_conflict_count)::BIGINT AS conflict_count,
    round(sum(sum_goldstein) / sum(event_count), 3) AS mean_goldstein
FROM dyad_month
WHERE (source = $country OR target = $country)
  AND source <> target
  AND ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
GROUP BY ALL
ORDER BY event_count DESC, code
