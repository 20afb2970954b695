-- The events that the text says did happen: what most questions are about.
-- All rows, also the future, hypothetical, negated and historical ones, are in events_all.
CREATE OR REPLACE VIEW events AS
SELECT * FROM events_all WHERE realis = 'actual';

CREATE OR REPLACE VIEW events_actual AS
SELECT * FROM events_all WHERE realis = 'actual';

-- A meeting is two rows in events, one in each direction; here it is one.
CREATE OR REPLACE VIEW events_once AS
SELECT * FROM events_all WHERE realis = 'actual' AND mirror_of IS NULL;

COMMENT ON VIEW events IS 'The events that the text says did happen; events_all has those of every realis.';
COMMENT ON VIEW events_actual IS 'The same as events, for scripts that want to say so.';
COMMENT ON VIEW events_once IS 'The same as events, with each meeting as one row instead of one in each direction.';
