-- Several organisations on one account, and what people may do with the data held about them.

-- The organisation a session acts for, and the one its owner chose last, where the next log in begins.
ALTER TABLE session ADD COLUMN organisation_id uuid REFERENCES organisation;
ALTER TABLE account ADD COLUMN last_organisation_id uuid REFERENCES organisation;

-- Asked by somebody nobody knows; the look-up and the emails are a job's, and the row goes with them.
CREATE TABLE access_request (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  full_name text NOT NULL,
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX access_request_created ON access_request (created_at);

-- A copy of a person's own data, sealed; the newest replaces any other.
CREATE TABLE data_export (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  id uuid NOT NULL UNIQUE,
  asked_at timestamptz NOT NULL,
  ready_at timestamptz,
  expires_at timestamptz,
  sealed_content bytea,
  CHECK ((ready_at IS NULL) = (sealed_content IS NULL))
);
CREATE INDEX data_export_waiting ON data_export (asked_at) WHERE ready_at IS NULL;
CREATE INDEX data_export_expires ON data_export (expires_at);

-- What a person says is wrong about them, sealed, until staff dealt with it.
CREATE TABLE correction_request (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  sealed_text bytea NOT NULL,
  asked_at timestamptz NOT NULL
);
CREATE INDEX correction_request_account ON correction_request (account_id);

-- Usernames of accounts that were erased, as keyed hashes, so that nobody takes the name of somebody who left.
CREATE TABLE erased_username (
  name_mac text PRIMARY KEY,
  erased_at timestamptz NOT NULL
);

ALTER TYPE link_purpose ADD VALUE 'reopen-account';

-- What the daily works look for, and what erasing one account must find.
CREATE INDEX account_closed ON account (state_changed_at) WHERE state = 'closed';
CREATE INDEX account_invited ON account (state_changed_at) WHERE state = 'invited';
CREATE INDEX device_revoked ON device (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX session_device ON session (device_id);
CREATE INDEX outbox_created ON outbox (created_at);
CREATE INDEX registration_decided ON registration (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX registration_email ON registration (email_canonical);
CREATE INDEX registration_checked_by ON registration (checked_by) WHERE checked_by IS NOT NULL;
CREATE INDEX registration_decided_by ON registration (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX membership_given_by ON membership (given_by) WHERE given_by IS NOT NULL;
CREATE INDEX membership_ended_by ON membership (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX staff_task_done_by ON staff_task (done_by) WHERE done_by IS NOT NULL;
CREATE INDEX staff_task_record ON staff_task (record_id);
