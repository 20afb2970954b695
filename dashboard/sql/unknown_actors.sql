-- The words that name actors who are in no dictionary: their codes begin with three hyphens.
SELECT words, sum(event_count)::BIGINT AS event_count
FROM (
    SELECT source_text AS words, count(*) AS event_count
    FROM events_all
    WHERE starts_with(source_code, '---')
      AND ($first_day::DATE IS NULL OR event_date >= $first_day)
      AND ($last_day::DATE IS NULL OR event_date <= $last_day)
    GROUP BY ALL
    UNION ALL
    SELECT target_text, count(*)
    FROM events_all
    WHERE starts_with(target_code, '---')
      AND ($first_day::DATE IS NULL OR event_date >= $first_day)
      AND ($last_day::DATE IS NULL OR event_date <= $last_day)
    GROUP BY ALL
)
GROUP BY words
ORDER BY event_count DESC, words
LIMIT $top
