-- Second factors: what a person has besides a password, the codes sent for them, and log ins that wait for one.

CREATE TYPE factor_kind AS ENUM ('authenticator', 'passkey', 'text', 'email', 'recovery-codes');

-- A removed one is kept for some days, so that "this was not me" can take its removal back.
CREATE TABLE factor (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  kind factor_kind NOT NULL,
  name text NOT NULL CHECK (length(name) <= 60),
  is_preferred boolean NOT NULL DEFAULT false,
  added_at timestamptz NOT NULL,
  trusted_from timestamptz NOT NULL,
  last_used_at timestamptz,
  removed_at timestamptz,
  -- An authenticator's secret, or the key under which recovery codes are hashed; sealed with the key ring.
  sealed_secret bytea,
  last_step bigint,
  phone text,
  phone_dialled text,
  credential_id text UNIQUE,
  public_key bytea,
  sign_count bigint,
  transports text[],
  is_backed_up boolean,
  -- When its sign counter went back, as that of a copied passkey does.
  doubted_at timestamptz,
  CHECK ((kind IN ('authenticator', 'recovery-codes')) = (sealed_secret IS NOT NULL)),
  CHECK ((kind = 'authenticator') = (last_step IS NOT NULL)),
  CHECK ((kind = 'text') = (phone_dialled IS NOT NULL)),
  CHECK ((kind = 'passkey') = (credential_id IS NOT NULL AND public_key IS NOT NULL AND sign_count IS NOT NULL))
);
CREATE INDEX factor_account ON factor (account_id, realm);
CREATE UNIQUE INDEX factor_one_preferred ON factor (account_id, realm) WHERE is_preferred AND removed_at IS NULL;
CREATE UNIQUE INDEX factor_one_of_its_kind ON factor (account_id, realm, kind)
  WHERE kind IN ('email', 'recovery-codes') AND removed_at IS NULL;
CREATE UNIQUE INDEX factor_number_once ON factor (account_id, realm, phone_dialled) WHERE removed_at IS NULL;
CREATE INDEX factor_removed ON factor (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE recovery_code (
  factor_id uuid NOT NULL REFERENCES factor ON DELETE CASCADE,
  mac text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (factor_id, mac)
);

-- One that is being set up and not proven yet; bound to the session or the waiting log in that began it.
CREATE TABLE factor_setup (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  bound_to uuid NOT NULL,
  kind factor_kind NOT NULL,
  sealed_secret bytea,
  phone text,
  phone_dialled text,
  replaces uuid REFERENCES factor ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  done_at timestamptz,
  UNIQUE (bound_to, kind)
);
CREATE INDEX factor_setup_account ON factor_setup (account_id);
CREATE INDEX factor_setup_expires ON factor_setup (expires_at);

-- A code sent by text or e-mail. `target` is the factor, or the set-up, that it proves.
CREATE TABLE sent_code (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  bound_to uuid NOT NULL,
  target uuid NOT NULL,
  code_mac text NOT NULL,
  message_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  replaced_at timestamptz
);
CREATE UNIQUE INDEX sent_code_newest_only ON sent_code (bound_to, target) WHERE used_at IS NULL AND replaced_at IS NULL;
CREATE INDEX sent_code_account ON sent_code (account_id, created_at);
CREATE INDEX sent_code_target ON sent_code (target, created_at);
CREATE INDEX sent_code_expires ON sent_code (expires_at);

-- Challenges of passkeys that were answered; none is ever answered twice.
CREATE TABLE spent_challenge (
  challenge_hash text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX spent_challenge_expires ON spent_challenge (expires_at);

-- A log in whose password was right, and that waits for a code or for one to be set up.
CREATE TABLE log_in_attempt (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  device_id uuid REFERENCES device ON DELETE SET NULL,
  device_description text NOT NULL,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- By a factor, or at first by a new number that is not trusted alone.
  proven_at timestamptz,
  proven_by uuid REFERENCES factor ON DELETE SET NULL,
  half_proven_by uuid REFERENCES factor ON DELETE SET NULL,
  ended_at timestamptz
);
CREATE INDEX log_in_attempt_account ON log_in_attempt (account_id);
CREATE INDEX log_in_attempt_expires ON log_in_attempt (expires_at);

-- "I cannot use any of these": waits for staff.
CREATE TABLE factor_reset_request (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  reason text NOT NULL CHECK (reason IN ('lost-phone', 'new-number', 'no-signal', 'app-deleted', 'other')),
  words text NOT NULL DEFAULT '',
  phone text,
  state text NOT NULL CHECK (state IN ('waiting', 'withdrawn', 'stopped', 'answered')),
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX factor_reset_request_one_waiting ON factor_reset_request (account_id, realm) WHERE state = 'waiting';
CREATE INDEX factor_reset_request_account ON factor_reset_request (account_id);

-- From when an account was first asked for a second factor, where the setting leaves time to set one up.
CREATE TABLE factor_asked (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  first_asked_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, realm)
);

-- When a factor was last given in a session; the password alone leaves it empty.
ALTER TABLE session ADD COLUMN factor_proven_at timestamptz;
-- So long no code is asked for on a device where one was given.
ALTER TABLE device ADD COLUMN remembered_until timestamptz;
-- When the password was last chosen by whoever reads the account's mail, and not by whoever knew the one before.
ALTER TABLE password ADD COLUMN recovered_at timestamptz;
-- After "this was not me" nothing that lets a person in can be changed until staff looked.
ALTER TABLE account ADD COLUMN changes_frozen_at timestamptz;
-- It stands for "no mobile", and is somebody else's.
UPDATE account SET phone_dialled = NULL WHERE phone_dialled = '+447111111111';

-- Wrong codes have counters of their own beside those of wrong passwords.
CREATE TYPE entry_step AS ENUM ('password', 'code');
ALTER TABLE password_entry RENAME TO entry_lane;
ALTER TABLE entry_lane ADD COLUMN step entry_step NOT NULL DEFAULT 'password';
ALTER TABLE entry_lane ALTER COLUMN step DROP DEFAULT;
ALTER TABLE entry_lane DROP CONSTRAINT password_entry_subject_realm_device_id_key;
ALTER TABLE entry_lane ADD UNIQUE NULLS NOT DISTINCT (subject, realm, step, device_id);
ALTER INDEX password_entry_forget RENAME TO entry_lane_forget;

-- What the other side says became of a message after it took it.
CREATE TYPE delivery_status AS ENUM
  ('created', 'sending', 'delivered', 'permanent-failure', 'temporary-failure', 'technical-failure');
ALTER TABLE outbox
  ADD COLUMN provider_id text,
  ADD COLUMN delivery_status delivery_status,
  ADD COLUMN delivery_status_at timestamptz,
  ADD COLUMN next_poll_at timestamptz;
CREATE UNIQUE INDEX outbox_provider ON outbox (provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX outbox_poll ON outbox (next_poll_at) WHERE next_poll_at IS NOT NULL;
CREATE INDEX outbox_texts ON outbox (created_at) WHERE channel = 'sms';
