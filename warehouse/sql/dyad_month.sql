-- Events by month and direction between two primary actors.
--   SELECT * FROM dyad_month();
--   SELECT * FROM dyad_month(a := 'RUS', b := 'UKR');     from RUS to UKR
-- Both directions of a meeting are counted, one in each dyad.
CREATE OR REPLACE MACRO dyad_month(a := NULL, b := NULL) AS TABLE
SELECT
    date_trunc('month', event_date)::DATE AS month,
    source_code[1:3] AS source,
    target_code[1:3] AS target,
    count(*) AS event_count,
    count(*) FILTER (quad_class = 1) AS verbal_cooperation_count,
    count(*) FILTER (quad_class = 2) AS material_cooperation_count,
    count(*) FILTER (quad_class = 3) AS verbal_conflict_count,
    count(*) FILTER (quad_class = 4) AS material_conflict_count,
    avg(goldstein) AS mean_goldstein
FROM events
WHERE source_code IS NOT NULL
  AND target_code IS NOT NULL
  AND (a IS NULL OR source_code[1:3] = a)
  AND (b IS NULL OR target_code[1:3] = b)
GROUP BY ALL
ORDER BY ALL;
