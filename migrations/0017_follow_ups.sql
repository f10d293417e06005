-- The closed ticket that somebody asked again about.
ALTER TABLE ticket ADD COLUMN follows uuid REFERENCES ticket ON DELETE SET NULL;
CREATE INDEX ticket_follows ON ticket (follows) WHERE follows IS NOT NULL;
