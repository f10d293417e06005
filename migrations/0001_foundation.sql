-- The ground: people, organisations, ways in, messages, audit. Times are written by the application, never by the server.

-- Names are found however they are spelt, on every PostgreSQL from 15.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE installation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  profile text NOT NULL,
  created_at timestamptz NOT NULL
);

-- People ---------------------------------------------------------------------------------------------------------

CREATE TYPE account_state AS ENUM ('invited', 'active', 'deactivated', 'closed');
CREATE TYPE realm AS ENUM ('portal', 'support');

CREATE TABLE account (
  id uuid PRIMARY KEY,
  state account_state NOT NULL,
  state_reason text,
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
  preferred_language text,
  phone text,
  created_at timestamptz NOT NULL,
  activated_at timestamptz,
  state_changed_at timestamptz NOT NULL
);

CREATE TYPE email_state AS ENUM ('current', 'pending', 'former');

CREATE TABLE account_email (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  typed text NOT NULL,
  canonical text NOT NULL,
  state email_state NOT NULL,
  confirmed_at timestamptz,
  revocable_until timestamptz,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_email_one_current ON account_email (account_id) WHERE state = 'current';
CREATE UNIQUE INDEX account_email_current_address ON account_email (canonical) WHERE state = 'current';
CREATE INDEX account_email_account ON account_email (account_id);

-- One namespace of canonical names a person may type to log in: the current address, and a username where allowed.
CREATE TABLE login_name (
  canonical text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('email', 'username')),
  typed text NOT NULL,
  retired_at timestamptz,
  CHECK ((kind = 'username') = (strpos(canonical, '@') = 0))
);
CREATE UNIQUE INDEX login_name_one_username ON login_name (account_id) WHERE kind = 'username' AND retired_at IS NULL;
CREATE INDEX login_name_account ON login_name (account_id);

CREATE TABLE password (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  hash text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, realm)
);

CREATE TABLE upstream_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX upstream_identity_account ON upstream_identity (account_id);

-- Devices, sessions and the closing of password entry ---------------------------------------------------------------

CREATE TABLE device (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  secret_hash text NOT NULL UNIQUE,
  description text NOT NULL,
  first_used_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX device_account ON device (account_id, realm);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  realm realm NOT NULL,
  device_id uuid REFERENCES device,
  started_at timestamptz NOT NULL,
  authenticated_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_because text
);
CREATE INDEX session_account ON session (account_id, realm) WHERE ended_at IS NULL;
CREATE INDEX session_ends ON session (ends_at);

-- One row for each lane: an account (or the keyed hash of a name nobody has), a realm, and a known device or none.
CREATE TABLE password_entry (
  subject text NOT NULL,
  realm realm NOT NULL,
  device_id uuid,
  wrong_tries integer NOT NULL DEFAULT 0,
  closures integer NOT NULL DEFAULT 0,
  closed_until timestamptz,
  closed_until_support boolean NOT NULL DEFAULT false,
  last_wrong_at timestamptz NOT NULL,
  notified_at timestamptz,
  UNIQUE NULLS NOT DISTINCT (subject, realm, device_id)
);
CREATE INDEX password_entry_forget ON password_entry (last_wrong_at);

-- Links and codes that arrive by e-mail ------------------------------------------------------------------------------

CREATE TYPE link_purpose AS ENUM ('activate', 'reset-password', 'prove-mailbox');

CREATE TABLE access_link (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  purpose link_purpose NOT NULL,
  realm realm NOT NULL,
  secret_hash text NOT NULL UNIQUE,
  code_mac text NOT NULL,
  code_tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  replaced_at timestamptz
);
CREATE UNIQUE INDEX access_link_newest_only ON access_link (account_id, purpose, realm)
  WHERE used_at IS NULL AND replaced_at IS NULL;
CREATE INDEX access_link_account ON access_link (account_id);
CREATE INDEX access_link_expires ON access_link (expires_at);

-- What people ask for without being known: one row, one answer; a job looks up and acts.
CREATE TYPE intake_kind AS ENUM ('recover-account', 'resend-activation');

CREATE TABLE intake (
  id uuid PRIMARY KEY,
  kind intake_kind NOT NULL,
  realm realm NOT NULL,
  address_typed text,
  address_canonical text,
  access_link_id uuid REFERENCES access_link ON DELETE SET NULL,
  language text NOT NULL,
  created_at timestamptz NOT NULL,
  handled_at timestamptz
);
CREATE INDEX intake_waiting ON intake (created_at) WHERE handled_at IS NULL;

CREATE TABLE limit_count (
  name text NOT NULL,
  window_starts_at timestamptz NOT NULL,
  window_ends_at timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (name, window_starts_at)
);
CREATE INDEX limit_count_ends ON limit_count (window_ends_at);

-- Organisations and roles ----------------------------------------------------------------------------------------------

CREATE TYPE organisation_kind AS ENUM ('practice', 'branch', 'operator');
CREATE TYPE register_status AS ENUM ('active', 'closed', 'dormant', 'proposed');

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  code text UNIQUE,
  kind organisation_kind NOT NULL,
  name text NOT NULL,
  parent_id uuid REFERENCES organisation,
  parent_code text,
  status register_status NOT NULL,
  address_lines text[] NOT NULL DEFAULT '{}',
  postcode text,
  phone text,
  prescribing_setting text,
  opened_on date,
  closed_on date,
  search_text text NOT NULL DEFAULT '',
  register_hash text,
  register_row jsonb,
  imported_at timestamptz,
  registered_at timestamptz,
  mailbox text,
  mailbox_proven_at timestamptz,
  mailbox_proven_how text
);
CREATE INDEX organisation_parent ON organisation (parent_id);
CREATE INDEX organisation_postcode ON organisation (replace(postcode, ' ', '') text_pattern_ops);
CREATE INDEX organisation_search ON organisation USING gin (search_text gin_trgm_ops);

CREATE TABLE membership (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  service text NOT NULL,
  role text NOT NULL,
  since timestamptz NOT NULL,
  given_by uuid REFERENCES account ON DELETE SET NULL,
  ended_at timestamptz,
  ended_by uuid REFERENCES account ON DELETE SET NULL,
  ended_reason text
);
CREATE UNIQUE INDEX membership_once ON membership (account_id, organisation_id, service, role) WHERE ended_at IS NULL;
CREATE INDEX membership_account ON membership (account_id);
CREATE INDEX membership_organisation ON membership (organisation_id);

CREATE TYPE registration_state AS ENUM ('waiting', 'approved', 'refused');

CREATE TABLE registration (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  state registration_state NOT NULL,
  full_name text NOT NULL,
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  phone text NOT NULL,
  mailbox text NOT NULL,
  language text NOT NULL,
  created_at timestamptz NOT NULL,
  letter_code_mac text,
  letter_code_made_at timestamptz,
  checked_how text CHECK (checked_how IN ('call-back', 'letter-code', 'known-mailbox')),
  checked_note text,
  checked_by uuid REFERENCES account ON DELETE SET NULL,
  checked_at timestamptz,
  decided_by uuid REFERENCES account ON DELETE SET NULL,
  decided_at timestamptz,
  decision_reason text
);
CREATE INDEX registration_organisation ON registration (organisation_id);
CREATE INDEX registration_waiting ON registration (created_at) WHERE state = 'waiting';

CREATE TABLE register_import (
  id uuid PRIMARY KEY,
  file_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  content bytea,
  rows_total integer,
  rows_done integer NOT NULL DEFAULT 0,
  report jsonb,
  problem text,
  started_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);

-- Staff work that is not a ticket ----------------------------------------------------------------------------------------

CREATE TABLE staff_task (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  kind text NOT NULL,
  record_type text NOT NULL,
  record_id uuid NOT NULL,
  organisation_id uuid REFERENCES organisation,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  done_by uuid REFERENCES account ON DELETE SET NULL
);
CREATE INDEX staff_task_open ON staff_task (created_at) WHERE done_at IS NULL;
CREATE UNIQUE INDEX staff_task_once ON staff_task (kind, record_id) WHERE done_at IS NULL;

-- Messages: written in the change's own transaction, sent afterwards, bodies erased once sent or expired --------------------

CREATE TYPE message_status AS ENUM ('queued', 'sending', 'sent', 'deferred', 'failed', 'uncertain', 'expired');

CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'sms')),
  account_id uuid REFERENCES account ON DELETE SET NULL,
  organisation_id uuid REFERENCES organisation,
  key_version integer NOT NULL,
  content bytea,
  message_id text NOT NULL UNIQUE,
  status message_status NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_at timestamptz,
  last_problem text
);
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX outbox_account ON outbox (account_id, created_at);
CREATE INDEX outbox_expires ON outbox (expires_at) WHERE content IS NOT NULL;

-- The sandbox keeps what it would have sent, so that people can read it.
CREATE TABLE sandbox_message (
  id uuid PRIMARY KEY,
  channel text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  text_body text NOT NULL,
  html_body text NOT NULL,
  links text[] NOT NULL,
  codes text[] NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sandbox_message_at ON sandbox_message (at DESC);

-- Audit: ids in the clear, personal detail under the person's own key ---------------------------------------------------------

CREATE TABLE person_key (
  account_id uuid PRIMARY KEY,
  sealed_key bytea NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE audit_event (
  id uuid PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL,
  action text NOT NULL,
  actor_id uuid,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'staff', 'system', 'anyone')),
  subject_id uuid,
  grant_id uuid,
  organisation_id uuid,
  record_type text,
  record_id uuid,
  reason text,
  sealed_detail bytea
);
CREATE INDEX audit_event_subject ON audit_event (subject_id, at DESC);
CREATE INDEX audit_event_record ON audit_event (record_type, record_id, at DESC);
CREATE INDEX audit_event_actor ON audit_event (actor_id, at DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are only ever added';
END $$;
CREATE TRIGGER audit_event_only_added BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_never_emptied BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
