-- How hostile or friendly two actors were to one another, by month and in both directions together.
--   SELECT * FROM intensity('RUS', 'UKR');
--   SELECT * FROM intensity('SYRGOV', 'SYRREB');
-- An actor is a code or the beginning of one. A meeting is counted once.
CREATE OR REPLACE MACRO intensity(a, b) AS TABLE
SELECT
    date_trunc('month', event_date)::DATE AS month,
    count(*) AS event_count,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE AS sum_goldstein,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE / count(*) AS mean_goldstein,
    count(*) FILTER (quad_class IN (3, 4)) / count(*) AS conflict_share
FROM events
WHERE mirror_of IS NULL
  AND ((starts_with(source_code, a) AND starts_with(target_code, b))
    OR (starts_with(source_code, b) AND starts_with(target_code, a)))
GROUP BY ALL
ORDER BY month;
