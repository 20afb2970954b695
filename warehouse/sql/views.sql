-- The events that the text says did happen: what most questions are about.
-- All rows, also the future, hypothetical, negated and historical ones, are in events_all.
CREATE OR REPLACE VIEW events AS
SELECT * FROM events_all WHERE realis = 'actual';

CREATE OR REPLACE VIEW events_actual AS
SELECT * FROM events_all WHERE realis = 'actual';

COMMENT ON VIEW events IS 'The events that the text says did happen; events_all has those of every realis.';
COMMENT ON VIEW events_actual IS 'The same as events, for scripts that want to say so.';
