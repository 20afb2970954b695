-- Monthly counts, sums and means of the Goldstein score by quad class, of all events or of those of one dyad.
--   SELECT * FROM quad_month();
--   SELECT * FROM quad_month(a := 'RUS', b := 'UKR');
-- An actor is a code or the beginning of one. A meeting is counted once.
CREATE OR REPLACE MACRO quad_month(a := '', b := '') AS TABLE
SELECT
    date_trunc('month', event_date)::DATE AS month,
    quad_class,
    count(*) AS event_count,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE AS sum_goldstein,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE / count(*) AS mean_goldstein
FROM events_once
WHERE (a = '' OR starts_with(source_code, a))
  AND (b = '' OR starts_with(target_code, b))
GROUP BY ALL
ORDER BY month, quad_class;
