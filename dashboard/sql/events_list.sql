SELECT
    event_id, event_date, source_code, source_name, source_country, source_role, source_text, event_code, target_code,
    target_name, target_country, target_role, target_text, quad_class, goldstein, realis, place_name, place_country,
    round(confidence, 2) AS confidence, document_id, sentence
FROM {events_matching}
ORDER BY event_date DESC, event_id
LIMIT $top
