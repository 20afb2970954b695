-- The one-a-day filter of the field: of events on one day with the same actors and the same code, the first by id.
-- Twenty reports of one attack become one row; two attacks on one day do so as well.
--   SELECT count(*) FROM one_a_day;
CREATE OR REPLACE VIEW one_a_day AS
SELECT * FROM events
QUALIFY row_number() OVER (PARTITION BY event_date, source_code, target_code, event_code ORDER BY event_id) = 1;

-- Protests by month and country: where they happened, or else the country of who protests.
--   SELECT * FROM protests();
--   SELECT * FROM protests(place := 'KAZ');
-- participant_count adds up the numbers that texts give, at least; many give none.
CREATE OR REPLACE MACRO protests(place := NULL) AS TABLE
SELECT
    date_trunc('month', event_date)::DATE AS month,
    coalesce(place_country, source_country) AS protest_country,
    count(*) AS event_count,
    sum(participants)::BIGINT AS participant_count,
    any_value(cow_number) AS cow_number,
    any_value(gw_number) AS gw_number
FROM events_once
LEFT JOIN countries ON country_code = coalesce(place_country, source_country)
WHERE event_root = '14'
  AND coalesce(place_country, source_country) IS NOT NULL
  AND (place IS NULL OR coalesce(place_country, source_country) = place)
GROUP BY month, protest_country
ORDER BY month, protest_country;
