-- Events by month and country of the source.
--   SELECT * FROM country_month();
--   SELECT * FROM country_month(country := 'KAZ');
-- Acts within a country are counted apart as well.
CREATE OR REPLACE MACRO country_month(country := NULL) AS TABLE
SELECT
    date_trunc('month', event_date)::DATE AS month,
    source_country,
    count(*) AS event_count,
    count(*) FILTER (target_country = source_country) AS domestic_count,
    count(*) FILTER (quad_class = 1) AS verbal_cooperation_count,
    count(*) FILTER (quad_class = 2) AS material_cooperation_count,
    count(*) FILTER (quad_class = 3) AS verbal_conflict_count,
    count(*) FILTER (quad_class = 4) AS material_conflict_count,
    avg(goldstein) AS mean_goldstein
FROM events
WHERE source_country IS NOT NULL
  AND (country IS NULL OR source_country = country)
GROUP BY ALL
ORDER BY ALL;
