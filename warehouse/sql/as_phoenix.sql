-- The events that happened in the 26 columns of Phoenix.
--   SELECT * FROM as_phoenix();
--   SELECT SourceActorFull, EventCode, TargetActorFull FROM as_phoenix() WHERE Year = 2022;
-- Actors are one code (Full) and its parts: the first three letters, the first role, and what follows.
CREATE OR REPLACE MACRO as_phoenix() AS TABLE
SELECT
    event_id AS EventID,
    strftime(event_date, '%Y%m%d') AS Date,
    year(event_date)::INTEGER AS Year,
    month(event_date)::INTEGER AS Month,
    day(event_date)::INTEGER AS Day,
    source_code AS SourceActorFull,
    source_code[1:3] AS SourceActorEntity,
    source_role AS SourceActorRole,
    nullif(replace(source_code[4:], coalesce(source_role, ''), ''), '') AS SourceActorAttribute,
    target_code AS TargetActorFull,
    target_code[1:3] AS TargetActorEntity,
    target_role AS TargetActorRole,
    nullif(replace(target_code[4:], coalesce(target_role, ''), ''), '') AS TargetActorAttribute,
    event_code AS EventCode,
    event_root AS EventRootCode,
    quad_class::INTEGER AS QuadClass,
    goldstein AS GoldsteinScore,
    nullif(array_to_string(contexts, ';'), '') AS Issues,
    latitude AS ActionLat,
    longitude AS ActionLong,
    place_name AS LocationName,
    place_country AS GeoCountryName,
    place_admin1 AS GeoStateName,
    document_id || '_' || sentence AS SentenceID,
    url AS URLs,
    publisher AS NewsSources
FROM events
LEFT JOIN (SELECT document_id, url, source AS publisher FROM documents) USING (document_id);
