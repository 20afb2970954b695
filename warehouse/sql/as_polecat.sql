-- The events that happened in the 40 columns of POLECAT.
--   SELECT * FROM as_polecat();
--   SELECT "Actor Country", "Event Type", "Recipient Country" FROM as_polecat() WHERE "Quad Code" = 'M-CONF';
-- Statements have no PLOVER type and so no "Event Type"; CAMEO codes have no column.
CREATE OR REPLACE MACRO as_polecat() AS TABLE
SELECT
    event_id AS "Event ID",
    event_date AS "Event Date",
    plover_type AS "Event Type",
    plover_mode AS "Event Mode",
    goldstein AS "Intensity",
    CASE quad_class WHEN 1 THEN 'V-COOP' WHEN 2 THEN 'M-COOP' WHEN 3 THEN 'V-CONF' WHEN 4 THEN 'M-CONF' END
        AS "Quad Code",
    nullif(array_to_string(contexts, ';'), '') AS "Contexts",
    source_name AS "Actor Name",
    source_country AS "Actor Country",
    source_land.cow_number AS "Actor COW",
    source_role AS "Primary Actor Sector",
    source_role AS "Actor Sectors",
    NULL::VARCHAR AS "Actor Title",
    source_text AS "Actor Name Raw",
    NULL::VARCHAR AS "Wikipedia Actor ID",
    target_name AS "Recipient Name",
    target_country AS "Recipient Country",
    target_land.cow_number AS "Recipient COW",
    target_role AS "Primary Recipient Sector",
    target_role AS "Recipient Sectors",
    NULL::VARCHAR AS "Recipient Title",
    target_text AS "Recipient Name Raw",
    NULL::VARCHAR AS "Wikipedia Recipient ID",
    place_name AS "Placename",
    NULL::VARCHAR AS "City",
    NULL::VARCHAR AS "District",
    place_admin1 AS "Province",
    place_country AS "Country",
    latitude AS "Latitude",
    longitude AS "Longitude",
    place_geonameid AS "GeoNames ID",
    NULL::VARCHAR AS "Raw Placename",
    NULL::VARCHAR AS "Feature Type",
    publisher AS "Source",
    published_on AS "Publication Date",
    NULL::VARCHAR AS "Story People",
    NULL::VARCHAR AS "Story Organizations",
    NULL::VARCHAR AS "Story Locations",
    language AS "Language",
    dictionary_version AS "Version"
FROM events
LEFT JOIN (SELECT document_id, source AS publisher, language FROM documents) USING (document_id)
LEFT JOIN countries AS source_land ON source_land.country_code = source_country
LEFT JOIN countries AS target_land ON target_land.country_code = target_country;
