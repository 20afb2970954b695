-- Scores are added as decimals, so that the order of the rows does not change the sum.
SELECT
    source_code[1:3] AS source,
    target_code[1:3] AS target,
    date_trunc('month', event_date)::DATE AS month,
    count(*) AS event_count,
    count(*) FILTER (mirror_of IS NULL) AS once_count,
    count(*) FILTER (quad_class = 1) AS verbal_cooperation_count,
    count(*) FILTER (quad_class = 2) AS material_cooperation_count,
    count(*) FILTER (quad_class = 3) AS verbal_conflict_count,
    count(*) FILTER (quad_class = 4) AS material_conflict_count,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE AS sum_goldstein
FROM events
WHERE realis = 'actual'
  AND source_code IS NOT NULL
  AND target_code IS NOT NULL
GROUP BY ALL
ORDER BY source, target, month
