SELECT
    run_id, started_at, inputs, document_count, reject_count, event_count, actual_event_count, root_shares,
    dictionary_version
FROM runs
ORDER BY started_at DESC, run_id DESC
LIMIT $top
