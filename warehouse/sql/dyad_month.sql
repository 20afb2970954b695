-- Events by month and direction between two primary actors, as a time series.
--   SELECT * FROM dyad_month();
--   SELECT * FROM dyad_month(a := 'RUS', b := 'UKR');     from RUS to UKR
-- Both directions of a meeting are counted in event_count, one in each dyad; once_count has it on one side only.
CREATE OR REPLACE MACRO dyad_month(a := NULL, b := NULL) AS TABLE
SELECT *
FROM dyad_month
WHERE (a IS NULL OR source = a)
  AND (b IS NULL OR target = b)
ORDER BY month, source, target;
