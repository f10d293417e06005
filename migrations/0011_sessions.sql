-- What somebody had typed when their session ended, or when their password was asked for again: sealed, theirs alone, and soon gone.
CREATE TABLE kept_form (
  id uuid PRIMARY KEY,
  secret_hash text NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  address text NOT NULL,
  sealed_values bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX kept_form_account ON kept_form (account_id, created_at);
CREATE INDEX kept_form_expires ON kept_form (expires_at);

-- When it was settled whether the owner is told of a new device; those known so far need no notice.
ALTER TABLE device ADD COLUMN notice_settled_at timestamptz;
UPDATE device SET notice_settled_at = first_used_at;
CREATE INDEX device_notice_due ON device (first_used_at) WHERE notice_settled_at IS NULL;
