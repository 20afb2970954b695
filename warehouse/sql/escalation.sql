-- Months in which a dyad was unusually hostile or friendly, beside the months before.
--   SELECT * FROM escalation('RUS', 'UKR');
--   SELECT * FROM escalation('RUS', 'UKR', months := 24) WHERE z_score < -2;
-- z_score is the month's sum of scores less the mean of the months before it, by their standard deviation: far below
-- zero is escalation. Months without events count as zero. Null until half of the months before are there, and where
-- they are all alike. Both directions together; actors are primary codes.
CREATE OR REPLACE MACRO escalation(a, b, months := 12) AS TABLE
WITH counted AS (
    SELECT month, sum(event_count) AS event_count, sum(sum_goldstein) AS sum_goldstein
    FROM dyad_month
    WHERE (source = a AND target = b) OR (source = b AND target = a)
    GROUP BY month
),
every_month AS (
    SELECT unnest(generate_series(min(month), max(month), INTERVAL 1 MONTH))::DATE AS month FROM counted
),
filled AS (
    SELECT month, coalesce(event_count, 0)::BIGINT AS event_count, coalesce(sum_goldstein, 0) AS sum_goldstein
    FROM every_month LEFT JOIN counted USING (month)
),
numbered AS (
    SELECT *, row_number() OVER (ORDER BY month) AS position FROM filled
),
compared AS (
    SELECT
        this.month,
        this.event_count,
        this.sum_goldstein,
        count(earlier.month) AS month_count,
        avg(earlier.sum_goldstein) AS mean_before,
        stddev_samp(earlier.sum_goldstein) AS deviation_before
    FROM numbered AS this
    LEFT JOIN numbered AS earlier ON earlier.position BETWEEN this.position - months AND this.position - 1
    GROUP BY ALL
)
SELECT
    month,
    event_count,
    sum_goldstein,
    mean_before,
    CASE WHEN month_count * 2 >= months THEN (sum_goldstein - mean_before) / nullif(deviation_before, 0) END AS z_score
FROM compared
ORDER BY month;
