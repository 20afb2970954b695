-- Events with the sentence that they come from, with source, publisher and title of its document.
--   SELECT event_date, source_code, event_code, target_code, sentence_text FROM events_with_sentences LIMIT 20;
CREATE OR REPLACE VIEW events_with_sentences AS
SELECT events.*, sentence_text, sentence_start, sentence_end, title, url, source AS publisher
FROM events
LEFT JOIN sentences USING (document_id, sentence)
LEFT JOIN documents USING (document_id);

-- How an event was coded: the trace that is stored with it, and what else says where it came from.
--   SELECT * FROM event_trace('0123456789abcdef0123');
-- The trace names the patterns that matched, the operator's before the act's, and the dictionary lines of both actors.
-- Older editions have theirs: `tocsin sql --edition main`. It is null in rows that were written before traces were stored, and in events of other data sets.
CREATE OR REPLACE MACRO event_trace(id) AS TABLE
SELECT
    event_id,
    trace,
    rule_id,
    operators,
    source_text,
    trigger_text,
    target_text,
    sentence_text,
    events_all.dictionary_version,
    events_all.coder_version
FROM events_all
LEFT JOIN sentences USING (document_id, sentence)
WHERE event_id = id;
