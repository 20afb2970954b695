-- Rollups are stored by year of publication. These views add up the rows of one month or day from all years.
CREATE OR REPLACE VIEW dyad_month AS
SELECT
    month,
    source,
    target,
    sum(event_count)::BIGINT AS event_count,
    sum(once_count)::BIGINT AS once_count,
    sum(verbal_cooperation_count)::BIGINT AS verbal_cooperation_count,
    sum(material_cooperation_count)::BIGINT AS material_cooperation_count,
    sum(verbal_conflict_count)::BIGINT AS verbal_conflict_count,
    sum(material_conflict_count)::BIGINT AS material_conflict_count,
    round(sum(sum_goldstein), 3) AS sum_goldstein,
    round(sum(sum_goldstein), 3) / sum(event_count) AS mean_goldstein
FROM dyad_month_parts
GROUP BY month, source, target;

CREATE OR REPLACE VIEW country_month AS
SELECT
    month,
    source_country,
    sum(event_count)::BIGINT AS event_count,
    sum(once_count)::BIGINT AS once_count,
    sum(domestic_count)::BIGINT AS domestic_count,
    sum(verbal_cooperation_count)::BIGINT AS verbal_cooperation_count,
    sum(material_cooperation_count)::BIGINT AS material_cooperation_count,
    sum(verbal_conflict_count)::BIGINT AS verbal_conflict_count,
    sum(material_conflict_count)::BIGINT AS material_conflict_count,
    round(sum(sum_goldstein), 3) AS sum_goldstein,
    round(sum(sum_goldstein), 3) / sum(event_count) AS mean_goldstein,
    any_value(cow_number) AS cow_number,
    any_value(gw_number) AS gw_number
FROM country_month_parts
LEFT JOIN main.countries ON country_code = source_country
GROUP BY month, source_country;

CREATE OR REPLACE VIEW code_day AS
SELECT
    event_date,
    event_code,
    event_root,
    quad_class,
    sum(event_count)::BIGINT AS event_count,
    sum(once_count)::BIGINT AS once_count,
    round(sum(sum_goldstein), 3) AS sum_goldstein,
    round(sum(sum_goldstein), 3) / sum(event_count) AS mean_goldstein
FROM code_day_parts
GROUP BY event_date, event_code, event_root, quad_class;

CREATE OR REPLACE VIEW coverage AS
SELECT
    source,
    published_on,
    sum(document_count)::BIGINT AS document_count,
    sum(coded_count)::BIGINT AS coded_count,
    sum(with_events_count)::BIGINT AS with_events_count,
    sum(reject_count)::BIGINT AS reject_count
FROM coverage_parts
GROUP BY source, published_on;

COMMENT ON VIEW dyad_month IS 'Actual events by month and direction between two primary actors.';
COMMENT ON VIEW country_month IS 'Actual events by month and country of the source, with its COW and Gleditsch-Ward numbers.';
COMMENT ON VIEW code_day IS 'Actual events by day and CAMEO code.';
COMMENT ON VIEW coverage IS 'Documents by publisher and day, read and rejected, so that a zero can be told from a gap.';
