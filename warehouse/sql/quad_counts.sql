-- How many events fall into each quad class; a meeting is counted once, not once for each side.
--   SELECT * FROM quad_counts();
CREATE OR REPLACE MACRO quad_counts() AS TABLE
SELECT
    quad_class,
    CASE quad_class
        WHEN 1 THEN 'verbal cooperation'
        WHEN 2 THEN 'material cooperation'
        WHEN 3 THEN 'verbal conflict'
        WHEN 4 THEN 'material conflict'
    END AS quad_name,
    count(*) AS event_count,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE AS sum_goldstein,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE / count(*) AS mean_goldstein
FROM events
WHERE mirror_of IS NULL
GROUP BY ALL
ORDER BY quad_class;
