SELECT
    known(EventID) AS event_id,
    regexp_replace(known(SentenceID), '_\d+$', '') AS document_id,
    try_cast(regexp_extract(SentenceID, '_(\d+)$', 1) AS INTEGER) AS sentence,
    coalesce(day_of(Date), make_date(number(Year)::BIGINT, number(Month)::BIGINT, number(Day)::BIGINT)) AS event_date,
    'day' AS event_date_precision,
    known(SourceActorFull) AS source_code,
    country_of_source.country_code AS source_country,
    known(SourceActorRole) AS source_role,
    known(TargetActorFull) AS target_code,
    country_of_target.country_code AS target_country,
    known(TargetActorRole) AS target_role,
    cameo(EventCode, EventRootCode) AS event_code,
    lpad(known(EventRootCode), 2, '0') AS event_root,
    -- The older PentaClass has statements as 0.
    greatest(number(QuadClass), 1)::TINYINT AS quad_class,
    number(GoldsteinScore) AS goldstein,
    items(Issues) AS contexts,
    'actual' AS realis,
    known(LocationName) AS place_name,
    known(GeoCountryName) AS place_country,
    known(GeoStateName) AS place_admin1,
    number(ActionLat) AS latitude,
    number(ActionLong) AS longitude
FROM layout_rows
LEFT JOIN countries AS country_of_source ON country_of_source.country_code = SourceActorFull[1:3]
LEFT JOIN countries AS country_of_target ON country_of_target.country_code = TargetActorFull[1:3]
