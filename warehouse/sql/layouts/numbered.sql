-- Ids that occur more than once, with other rows, get a number.
SELECT * REPLACE (
    CASE WHEN row_number() OVER same = 1 THEN event_id ELSE event_id || '#' || row_number() OVER same END AS event_id
)
FROM found
WINDOW same AS (PARTITION BY event_id ORDER BY found::VARCHAR)
