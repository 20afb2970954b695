SELECT
    'gdelt:' || known(GlobalEventID) AS event_id,
    known(SOURCEURL) AS document_id,
    day_of(DATEADDED) AS published_on,
    day_of(SQLDATE) AS event_date,
    'day' AS event_date_precision,
    known(Actor1Code) AS source_code,
    known(Actor1Name) AS source_name,
    known(Actor1CountryCode) AS source_country,
    known(Actor1Type1Code) AS source_role,
    known(Actor2Code) AS target_code,
    known(Actor2Name) AS target_name,
    known(Actor2CountryCode) AS target_country,
    known(Actor2Type1Code) AS target_role,
    cameo(EventCode, EventRootCode) AS event_code,
    lpad(known(EventRootCode), 2, '0') AS event_root,
    number(QuadClass)::TINYINT AS quad_class,
    number(GoldsteinScale) AS goldstein,
    'actual' AS realis,
    known(ActionGeo_FullName) AS place_name,
    country_code AS place_country,
    number(ActionGeo_Lat) AS latitude,
    number(ActionGeo_Long) AS longitude
FROM layout_rows
LEFT JOIN (SELECT country_code, fips_code FROM countries WHERE fips_code IS NOT NULL)
    ON fips_code = trim(ActionGeo_CountryCode)
