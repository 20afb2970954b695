SELECT
    'icews:' || known("Event ID") AS event_id,
    known("Story ID") AS document_id,
    (number("Sentence Number") - 1)::INTEGER AS sentence,
    day_of("Event Date") AS event_date,
    'day' AS event_date_precision,
    source_land.country_code || coalesce(source_sector.role, '') AS source_code,
    known("Source Name") AS source_name,
    source_land.country_code AS source_country,
    coalesce(source_sector.role, CASE WHEN known("Source Sectors") SIMILAR TO '[A-Z]{3}' THEN known("Source Sectors") END)
        AS source_role,
    target_land.country_code || coalesce(target_sector.role, '') AS target_code,
    known("Target Name") AS target_name,
    target_land.country_code AS target_country,
    coalesce(target_sector.role, CASE WHEN known("Target Sectors") SIMILAR TO '[A-Z]{3}' THEN known("Target Sectors") END)
        AS target_role,
    cameo("CAMEO Code", NULL) AS event_code,
    cameo("CAMEO Code", NULL)[1:2] AS event_root,
    quad(cameo("CAMEO Code", NULL)) AS quad_class,
    number("Intensity") AS goldstein,
    'actual' AS realis,
    known("City") AS place_name,
    place.country_code AS place_country,
    known("Province") AS place_admin1,
    number("Latitude") AS latitude,
    number("Longitude") AS longitude
FROM layout_rows
LEFT JOIN countries AS source_land ON source_land.name = known("Source Country")
LEFT JOIN countries AS target_land ON target_land.name = known("Target Country")
LEFT JOIN countries AS place ON place.name = known("Country")
-- Sectors are a list; a sector may have a comma of its own, so the first is looked for as a beginning.
LEFT JOIN sectors AS source_sector
    ON known("Source Sectors") = source_sector.sector OR starts_with(known("Source Sectors"), source_sector.sector || ',')
LEFT JOIN sectors AS target_sector
    ON known("Target Sectors") = target_sector.sector OR starts_with(known("Target Sectors"), target_sector.sector || ',')
