-- What every publisher contributed: documents, rejects, and the days between which they lie.
--   SELECT * FROM coverage_by_source();
CREATE OR REPLACE MACRO coverage_by_source() AS TABLE
SELECT
    source,
    min(published_on) AS first_day,
    max(published_on) AS last_day,
    count(published_on) AS day_count,
    sum(document_count)::BIGINT AS document_count,
    sum(coded_count)::BIGINT AS coded_count,
    sum(with_events_count)::BIGINT AS with_events_count,
    sum(reject_count)::BIGINT AS reject_count
FROM coverage
GROUP BY source
ORDER BY document_count DESC, source;

-- One row for every covered day and both directions of a dyad. A zero is a day on which documents were coded and none
-- had such an event; a day without coded documents is missing.
--   SELECT * FROM panel('RUS', 'UKR');
-- Days are those of publication, as coverage is known by these. Actors are codes or the beginnings of codes.
CREATE OR REPLACE MACRO panel(a, b) AS TABLE
WITH days AS (
    SELECT published_on, sum(coded_count)::BIGINT AS coded_count
    FROM coverage
    WHERE published_on IS NOT NULL
    GROUP BY published_on
    HAVING sum(coded_count) > 0
),
directions AS (
    SELECT a AS source, b AS target
    UNION
    SELECT b, a
),
counted AS (
    SELECT
        published_on,
        directions.source,
        directions.target,
        count(*) AS event_count,
        sum(goldstein::DECIMAL(9, 3))::DOUBLE AS sum_goldstein
    FROM events
    JOIN directions
      ON starts_with(source_code, directions.source) AND starts_with(target_code, directions.target)
    GROUP BY ALL
)
SELECT
    published_on,
    source,
    target,
    coalesce(event_count, 0)::BIGINT AS event_count,
    coalesce(sum_goldstein, 0)::DOUBLE AS sum_goldstein,
    sum_goldstein / event_count AS mean_goldstein,
    coded_count
FROM days
CROSS JOIN directions
LEFT JOIN counted USING (published_on, source, target)
ORDER BY published_on, source, target;
