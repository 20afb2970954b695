-- Events by month and country of the source, with its COW and Gleditsch-Ward numbers.
--   SELECT * FROM country_month();
--   SELECT * FROM country_month(country := 'KAZ');
-- Acts within a country are counted apart as well.
CREATE OR REPLACE MACRO country_month(country := NULL) AS TABLE
SELECT *
FROM country_month
WHERE country IS NULL OR source_country = country
ORDER BY month, source_country;
