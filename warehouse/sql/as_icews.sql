-- The events that happened in the 20 columns of ICEWS.
--   SELECT * FROM as_icews();
--   SELECT "Source Name", "CAMEO Code", "Target Name" FROM as_icews() WHERE "Event Date" >= '2022-01-01';
-- Names are those of known actors, else the words of the text. Sentences count from 1. Event Text is that of the root.
CREATE OR REPLACE MACRO as_icews() AS TABLE
WITH roots(root, label) AS (
    VALUES
        ('01', 'Make statement'), ('02', 'Make an appeal'), ('03', 'Express intent to cooperate'), ('04', 'Consult'),
        ('05', 'Engage in diplomatic cooperation'), ('06', 'Cooperate materially'), ('07', 'Provide aid'),
        ('08', 'Yield'), ('09', 'Investigate'), ('10', 'Demand'), ('11', 'Criticize or denounce'), ('12', 'Reject'),
        ('13', 'Threaten'), ('14', 'Demonstrate or rally'), ('15', 'Exhibit force posture'),
        ('16', 'Reduce relations'), ('17', 'Coerce'), ('18', 'Assault'), ('19', 'Fight'),
        ('20', 'Use unconventional mass violence')
)
SELECT
    (md5_number_lower(event_id) // 2)::BIGINT AS "Event ID",
    event_date AS "Event Date",
    coalesce(source_name, source_text) AS "Source Name",
    coalesce(source_sector.sector, source_role) AS "Source Sectors",
    source_land.name AS "Source Country",
    roots.label AS "Event Text",
    event_code AS "CAMEO Code",
    goldstein AS "Intensity",
    coalesce(target_name, target_text) AS "Target Name",
    coalesce(target_sector.sector, target_role) AS "Target Sectors",
    target_land.name AS "Target Country",
    document_id AS "Story ID",
    sentence + 1 AS "Sentence Number",
    publisher AS "Publisher",
    place_name AS "City",
    NULL::VARCHAR AS "District",
    place_admin1 AS "Province",
    place.name AS "Country",
    latitude AS "Latitude",
    longitude AS "Longitude"
FROM events
LEFT JOIN (SELECT document_id, source AS publisher FROM documents) USING (document_id)
LEFT JOIN roots ON roots.root = event_root
LEFT JOIN sectors AS source_sector ON source_sector.role = source_role
LEFT JOIN sectors AS target_sector ON target_sector.role = target_role
LEFT JOIN countries AS source_land ON source_land.country_code = source_country
LEFT JOIN countries AS target_land ON target_land.country_code = target_country
LEFT JOIN countries AS place ON place.country_code = place_country;
