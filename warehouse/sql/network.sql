-- Who acts on whom between two days, as the edges of a network.
--   SELECT * FROM network('2022-01-01', '2022-12-31');
--   SELECT * FROM network('2022-01-01', '2022-12-31', quad := 4);     material conflict only
CREATE OR REPLACE MACRO network(first_day, last_day, quad := 0) AS TABLE
SELECT
    source_code AS source,
    target_code AS target,
    count(*) AS event_count,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE AS sum_goldstein,
    sum(goldstein::DECIMAL(9, 3))::DOUBLE / count(*) AS mean_goldstein,
    count(DISTINCT document_id) AS document_count
FROM events
WHERE source_code IS NOT NULL
  AND target_code IS NOT NULL
  AND event_date BETWEEN first_day::DATE AND last_day::DATE
  AND (quad = 0 OR quad_class = quad)
GROUP BY ALL
ORDER BY event_count DESC, source, target;

-- The dyads that have most events, each pair of actors once.
--   SELECT * FROM most_covered_dyads();
--   SELECT * FROM most_covered_dyads(top := 50);
CREATE OR REPLACE MACRO most_covered_dyads(top := 20) AS TABLE
WITH dyads AS (
    SELECT
        least(source, target) AS a,
        greatest(source, target) AS b,
        sum(once_count)::BIGINT AS once_count,
        coalesce(sum(event_count) FILTER (source <= target), 0)::BIGINT AS from_a_count,
        coalesce(sum(event_count) FILTER (source > target), 0)::BIGINT AS from_b_count,
        sum(sum_goldstein) AS sum_goldstein,
        sum(sum_goldstein) / sum(event_count) AS mean_goldstein
    FROM dyad_month
    GROUP BY ALL
)
SELECT *
FROM dyads
QUALIFY row_number() OVER (ORDER BY once_count DESC, a, b) <= top
ORDER BY once_count DESC, a, b;
