-- What people say of themselves, and changes of their email address that the old address can stop.

ALTER TABLE account
  ADD COLUMN phone_dialled text,
  ADD COLUMN address_lines text[] NOT NULL DEFAULT '{}',
  ADD COLUMN postcode text,
  ADD COLUMN contact_needs text[] NOT NULL DEFAULT '{}'
    CHECK (contact_needs <@ ARRAY['large-print', 'no-calls', 'text-relay', 'interpreter']),
  ADD COLUMN interpreter_language text;

-- A former address is kept only as long as it can take the change back; so long nobody else can have it.
DROP INDEX account_email_current_address;
CREATE UNIQUE INDEX account_email_held_address ON account_email (canonical) WHERE state <> 'pending';
CREATE UNIQUE INDEX account_email_one_pending ON account_email (account_id) WHERE state = 'pending';
ALTER TABLE account_email
  ADD CONSTRAINT account_email_former_is_revocable CHECK ((state = 'former') = (revocable_until IS NOT NULL));

CREATE TABLE email_change (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  old_email_id uuid REFERENCES account_email ON DELETE SET NULL,
  new_email_id uuid REFERENCES account_email ON DELETE SET NULL,
  state text NOT NULL
    CHECK (state IN ('asked', 'made', 'final', 'stopped', 'cancelled', 'replaced', 'expired')),
  asked_at timestamptz NOT NULL,
  told_at timestamptz,
  expires_at timestamptz NOT NULL,
  made_at timestamptz,
  stoppable_until timestamptz,
  ended_at timestamptz,
  CHECK ((made_at IS NULL) = (stoppable_until IS NULL)),
  CHECK (state NOT IN ('made', 'final') OR made_at IS NOT NULL)
);
CREATE UNIQUE INDEX email_change_one_asked ON email_change (account_id) WHERE state = 'asked';
CREATE INDEX email_change_account ON email_change (account_id, asked_at);
CREATE INDEX email_change_untold ON email_change (asked_at) WHERE state = 'asked' AND told_at IS NULL;
CREATE INDEX email_change_expires ON email_change (expires_at) WHERE state = 'asked';
CREATE INDEX email_change_final ON email_change (stoppable_until) WHERE state = 'made';

-- Links that say "no" all work until what they speak of is over: whoever finds an older email must be heard too.
ALTER TABLE access_link ADD COLUMN email_change_id uuid REFERENCES email_change ON DELETE CASCADE;
CREATE INDEX access_link_email_change ON access_link (email_change_id) WHERE email_change_id IS NOT NULL;
DROP INDEX access_link_newest_only;
CREATE UNIQUE INDEX access_link_newest_only ON access_link (account_id, purpose, realm)
  WHERE used_at IS NULL AND replaced_at IS NULL AND purpose NOT IN ('stop-email-change', 'not-me');
