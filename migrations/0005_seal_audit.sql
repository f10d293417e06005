-- The record of what happened, sealed: nobody alters, removes or slips in an event without it being found.

ALTER TABLE audit_event
  -- From where: the session that acted, or else a keyed hash of the network that a stranger came from.
  ADD COLUMN session_id uuid,
  ADD COLUMN client_mac text;

-- A transaction has its number before it takes a position. So once every transaction up to a number has ended,
-- no position that was taken before that number can be filled any more.
CREATE FUNCTION number_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER audit_event_numbers_transaction BEFORE INSERT ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION number_transaction();

-- One batch of events: what was signed, word for word, and each event's position, id and hash.
CREATE TABLE audit_seal (
  number bigint PRIMARY KEY,
  statement text NOT NULL,
  signature bytea NOT NULL,
  events bytea NOT NULL
);
CREATE TRIGGER audit_seal_only_added BEFORE UPDATE OR DELETE ON audit_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_never_emptied BEFORE TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Lists read newest first, by position; days are turned into positions first.
DROP INDEX audit_event_subject, audit_event_actor;
CREATE INDEX audit_event_subject ON audit_event (subject_id, position DESC);
CREATE INDEX audit_event_actor ON audit_event (actor_id, position DESC);
CREATE INDEX audit_event_action ON audit_event (action, position DESC);
CREATE INDEX audit_event_organisation ON audit_event (organisation_id, position DESC)
  WHERE organisation_id IS NOT NULL;
