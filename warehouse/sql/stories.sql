-- One row for every story: near-identical documents, each published within a week of another, as ten papers print one report.
--   SELECT * FROM stories ORDER BY document_count DESC LIMIT 10;
CREATE OR REPLACE VIEW stories AS
SELECT
    story_id,
    count(*) AS document_count,
    count(DISTINCT source) AS source_count,
    min(published_on) AS first_published_on,
    max(published_on) AS last_published_on,
    arg_min(title, (published_on, document_id)) AS title,
    sum(event_count)::BIGINT AS event_count
FROM documents
WHERE story_id IS NOT NULL
GROUP BY story_id;

-- Of the events of a story with the same day, actors and code, the first by id: copies of a report do not count twice.
--   SELECT count(*) FROM one_per_story;
CREATE OR REPLACE VIEW one_per_story AS
SELECT * FROM events
QUALIFY row_number() OVER (
    PARTITION BY coalesce(story_id, document_id), event_date, source_code, target_code, event_code
    ORDER BY event_id
) = 1;
