-- A value sealed by the root keys, so that a start with others is refused before it does harm.
ALTER TABLE installation ADD COLUMN sealed_marker bytea;
