-- Usernames: one person's for ever, and none that looks like another's.

-- What a person asked to be called. Nobody holds a name until its owner has proven their address, so that strangers
-- cannot use names up.
ALTER TABLE account ADD COLUMN wished_username text;
ALTER TABLE account ADD COLUMN occupation text;

-- Look-alikes share a skeleton. A retired username keeps its row, so nobody else ever gets it.
ALTER TABLE login_name ADD COLUMN skeleton text;
UPDATE login_name SET skeleton = canonical WHERE kind = 'username';
ALTER TABLE login_name ADD CONSTRAINT login_name_skeleton CHECK ((kind = 'username') = (skeleton IS NOT NULL));
CREATE UNIQUE INDEX login_name_look_alike ON login_name (skeleton) WHERE kind = 'username';

-- A username outlives the erasure of its owner only as a hash, so that nobody can step into their name.
CREATE TABLE spent_username (
  skeleton_hash bytea PRIMARY KEY
);
CREATE FUNCTION keep_spent_username() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO spent_username (skeleton_hash) VALUES (sha256(convert_to(OLD.skeleton, 'UTF8')))
    ON CONFLICT DO NOTHING;
  RETURN OLD;
END $$;
CREATE TRIGGER login_name_spent AFTER DELETE ON login_name
  FOR EACH ROW WHEN (OLD.kind = 'username') EXECUTE FUNCTION keep_spent_username();

CREATE FUNCTION refuse_spent_username() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM spent_username WHERE skeleton_hash = sha256(convert_to(NEW.skeleton, 'UTF8'))) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER login_name_not_spent BEFORE INSERT ON login_name
  FOR EACH ROW WHEN (NEW.kind = 'username') EXECUTE FUNCTION refuse_spent_username();

-- Whoever creates an account where their address must not show as known: one row, whatever is typed.
ALTER TYPE intake_kind ADD VALUE 'create-account';
ALTER TABLE intake ADD COLUMN details jsonb;
