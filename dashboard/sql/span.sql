SELECT
    min(event_date) AS first_day,
    max(event_date) AS last_day,
    coalesce(sum(event_count), 0)::BIGINT AS event_count
FROM code_day_parts
