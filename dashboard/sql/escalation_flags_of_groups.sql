-- What the macro escalation() gives for primary actors, for actors whose codes say more than the first three letters.
WITH counted AS (
    SELECT date_trunc('month', event_date)::DATE AS month, count(*) AS event_count, sum(goldstein) AS sum_goldstein
    FROM events
    WHERE (starts_with(source_code, $a) AND starts_with(target_code, $b))
       OR (starts_with(source_code, $b) AND starts_with(target_code, $a))
    GROUP BY ALL
),
every_month AS (
    SELECT unnest(generate_series(min(month), max(month), INTERVAL 1 MONTH))::DATE AS month FROM counted
),
filled AS (
    SELECT month, coalesce(event_count, 0)::BIGINT AS event_count, coalesce(sum_goldstein, 0) AS sum_goldstein
    FROM every_month LEFT JOIN counted USING (month)
),
compared AS (
    SELECT
        *,
        count(*) OVER before AS month_count,
        avg(sum_goldstein) OVER before AS mean_before,
        stddev_samp(sum_goldstein) OVER before AS deviation_before
    FROM filled
    WINDOW before AS (ORDER BY month ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING)
)
SELECT
    month,
    event_count,
    round(sum_goldstein, 3) AS sum_goldstein,
    CASE WHEN month_count * 2 >= 12 THEN round((sum_goldstein - mean_before) / nullif(deviation_before, 0), 2) END
        AS z_score
FROM compared
WHERE ($first_day::DATE IS NULL OR month >= date_trunc('month', $first_day::DATE))
  AND ($last_day::DATE IS NULL OR month <= $last_day)
ORDER BY month
