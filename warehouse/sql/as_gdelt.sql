-- The events that happened in the 61 columns of GDELT 2.0, and in the 58 of GDELT 1.0.
--   SELECT * FROM as_gdelt();
--   SELECT Actor1Code, EventCode, Actor2Code FROM as_gdelt_1() WHERE SQLDATE >= 20220101;
-- GlobalEventID is a number made of event_id. A document is one mention, one source and one article; there is no tone.
-- Countries of actors are three letters, those of places FIPS 10-4, as GDELT has them.
CREATE OR REPLACE MACRO as_gdelt() AS TABLE
SELECT
    (md5_number_lower(event_id) // 2)::BIGINT AS GlobalEventID,
    strftime(event_date, '%Y%m%d')::INTEGER AS SQLDATE,
    strftime(event_date, '%Y%m')::INTEGER AS MonthYear,
    year(event_date)::INTEGER AS Year,
    round(year(event_date) + (month(event_date) * 30 + day(event_date)) / 365.0 - 30 / 365.0, 4) AS FractionDate,
    source_code AS Actor1Code,
    source_name AS Actor1Name,
    source_country AS Actor1CountryCode,
    NULL::VARCHAR AS Actor1KnownGroupCode,
    NULL::VARCHAR AS Actor1EthnicCode,
    NULL::VARCHAR AS Actor1Religion1Code,
    NULL::VARCHAR AS Actor1Religion2Code,
    source_role AS Actor1Type1Code,
    NULL::VARCHAR AS Actor1Type2Code,
    NULL::VARCHAR AS Actor1Type3Code,
    target_code AS Actor2Code,
    target_name AS Actor2Name,
    target_country AS Actor2CountryCode,
    NULL::VARCHAR AS Actor2KnownGroupCode,
    NULL::VARCHAR AS Actor2EthnicCode,
    NULL::VARCHAR AS Actor2Religion1Code,
    NULL::VARCHAR AS Actor2Religion2Code,
    target_role AS Actor2Type1Code,
    NULL::VARCHAR AS Actor2Type2Code,
    NULL::VARCHAR AS Actor2Type3Code,
    (sentence = 0)::INTEGER AS IsRootEvent,
    event_code AS EventCode,
    event_code[1:3] AS EventBaseCode,
    event_root AS EventRootCode,
    quad_class::INTEGER AS QuadClass,
    goldstein AS GoldsteinScale,
    1 AS NumMentions,
    1 AS NumSources,
    1 AS NumArticles,
    NULL::DOUBLE AS AvgTone,
    0 AS Actor1Geo_Type,
    NULL::VARCHAR AS Actor1Geo_FullName,
    NULL::VARCHAR AS Actor1Geo_CountryCode,
    NULL::VARCHAR AS Actor1Geo_ADM1Code,
    NULL::VARCHAR AS Actor1Geo_ADM2Code,
    NULL::DOUBLE AS Actor1Geo_Lat,
    NULL::DOUBLE AS Actor1Geo_Long,
    NULL::VARCHAR AS Actor1Geo_FeatureID,
    0 AS Actor2Geo_Type,
    NULL::VARCHAR AS Actor2Geo_FullName,
    NULL::VARCHAR AS Actor2Geo_CountryCode,
    NULL::VARCHAR AS Actor2Geo_ADM1Code,
    NULL::VARCHAR AS Actor2Geo_ADM2Code,
    NULL::DOUBLE AS Actor2Geo_Lat,
    NULL::DOUBLE AS Actor2Geo_Long,
    NULL::VARCHAR AS Actor2Geo_FeatureID,
    CASE WHEN place_name IS NULL THEN 0 ELSE 4 END AS ActionGeo_Type,
    place_name AS ActionGeo_FullName,
    fips_code AS ActionGeo_CountryCode,
    NULL::VARCHAR AS ActionGeo_ADM1Code,
    NULL::VARCHAR AS ActionGeo_ADM2Code,
    latitude AS ActionGeo_Lat,
    longitude AS ActionGeo_Long,
    NULL::VARCHAR AS ActionGeo_FeatureID,
    strftime(published_on, '%Y%m%d000000')::BIGINT AS DATEADDED,
    coalesce(url, document_id) AS SOURCEURL
FROM events
LEFT JOIN (SELECT document_id, url FROM documents) USING (document_id)
LEFT JOIN (SELECT country_code, fips_code FROM countries) ON country_code = place_country;

CREATE OR REPLACE MACRO as_gdelt_1() AS TABLE
SELECT
    * EXCLUDE (Actor1Geo_ADM2Code, Actor2Geo_ADM2Code, ActionGeo_ADM2Code)
    REPLACE (DATEADDED // 1000000 AS DATEADDED)
FROM as_gdelt();
