-- Events by day, week or month and quad class, with the mean score of the whole day, week or month beside it.
WITH counted AS (
    SELECT
        date_trunc($unit, event_date)::DATE AS period,
        quad_class,
        sum(event_count)::BIGINT AS event_count,
        sum(sum_goldstein) AS sum_goldstein
    FROM code_day
    WHERE ($first_day::DATE IS NULL OR event_date >= $first_day)
      AND ($last_day::DATE IS NULL OR event_date <= $last_day)
      AND (len($quads::TINYINT[]) = 0 OR list_contains($quads::TINYINT[], quad_class))
    GROUP BY ALL
)
SELECT
    period,
    quad_class,
    event_count,
    round(sum(sum_goldstein) OVER (PARTITION BY period) / sum(event_count) OVER (PARTITION BY period), 3)
        AS mean_goldstein
FROM counted
ORDER BY period, quad_class
