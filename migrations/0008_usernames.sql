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

-- Whoever creates an account where their address must not show as known: one row, whatever is typed.
ALTER TYPE intake_kind ADD VALUE 'create-account';
ALTER TABLE intake ADD COLUMN details jsonb;
