-- Events by country of the source, in whole months.
SELECT
    source_country AS country_code,
    name AS country,
    sum(event_count)::BIGINT AS event_count,
    sum(verbal_cooperation_count)::BIGINT AS verbal_cooperation_count,
    sum(material_cooperation_count)::BIGINT AS material_cooperation_count,
    sum(verbal_conflict_count)::BIGINT AS verbal_conflict_count,
    sum(material_conflict_count)::BIGINT AS material_conflict_count,
    round(sum(sum_goldstein) / sum(event_count), 3) AS mean_goldstein
FROM country_month
LEFT JOIN countries ON country_code = source_country
WHERE ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
GROUP BY ALL
ORDER BY event_count DESC, source_country
