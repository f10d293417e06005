-- A person of an organisation, as its administrators look after them. `membership` holds what they may do at this
-- moment, role by role; it is made from these rows, and every request reads it.
CREATE TYPE member_state AS ENUM ('invited', 'active', 'on-leave', 'removed');

CREATE TABLE member (
  id uuid PRIMARY KEY,
  -- The practice, and the branch they are limited to.
  organisation_id uuid NOT NULL REFERENCES organisation,
  branch_id uuid REFERENCES organisation,
  -- Nobody's before the owner of the address accepted.
  account_id uuid REFERENCES account ON DELETE SET NULL,
  state member_state NOT NULL,
  -- As typed; once accepted, the account's own are shown.
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  job_title text,
  phone text,
  phone_dialled text,
  starts_on date,
  ends_on date,
  end_notice_at timestamptz,
  -- Of a leave: the day they are back.
  returns_on date,
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  accepted_at timestamptz,
  -- When they last acted for this organisation.
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid REFERENCES account ON DELETE SET NULL,
  ended_because text,
  ended_note text,
  undo_until timestamptz,
  CONSTRAINT member_removed_has_end CHECK ((state = 'removed') = (ended_at IS NOT NULL)),
  CONSTRAINT member_accepted_is_known CHECK (state = 'invited' OR state = 'removed' OR accepted_at IS NOT NULL)
);
CREATE UNIQUE INDEX member_once_address ON member (organisation_id, email_canonical) WHERE state <> 'removed';
CREATE UNIQUE INDEX member_once_account ON member (organisation_id, account_id) WHERE state <> 'removed' AND account_id IS NOT NULL;
CREATE INDEX member_organisation ON member (organisation_id, state);
CREATE INDEX member_branch ON member (branch_id) WHERE branch_id IS NOT NULL;
CREATE INDEX member_account ON member (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX member_address ON member (email_canonical);
CREATE INDEX member_ends ON member (ends_on) WHERE ends_on IS NOT NULL AND state <> 'removed';
CREATE INDEX member_starts ON member (starts_on) WHERE starts_on IS NOT NULL AND state = 'active';
CREATE INDEX member_returns ON member (returns_on) WHERE state = 'on-leave';
CREATE INDEX member_created_by ON member (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX member_ended_by ON member (ended_by) WHERE ended_by IS NOT NULL;

-- The roles an administrator gave; in force while their holder is active.
CREATE TABLE member_role (
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  service text NOT NULL,
  role text NOT NULL,
  given_by uuid REFERENCES account ON DELETE SET NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (member_id, service, role)
);
CREATE INDEX member_role_given_by ON member_role (given_by) WHERE given_by IS NOT NULL;

-- The link that the owner of a member's address accepts with; only the newest works.
CREATE TABLE invitation (
  member_id uuid PRIMARY KEY REFERENCES member ON DELETE CASCADE,
  secret_hash text UNIQUE,
  -- Links from before, so that whoever follows one is told of the newer email.
  past_hashes text[] NOT NULL DEFAULT '{}',
  -- What is typed where links cannot be followed.
  code_mac text,
  code_tries integer NOT NULL DEFAULT 0,
  -- When the next email is to go; a job sends it, so that known and unknown addresses are the same work.
  send_at timestamptz,
  sends integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  reminded_at timestamptz,
  expires_at timestamptz NOT NULL,
  -- The email itself, for saying what became of it.
  message_id uuid,
  -- Answered, or cancelled: the link does nothing any more but say so.
  ended_at timestamptz
);
CREATE INDEX invitation_send ON invitation (send_at) WHERE send_at IS NOT NULL;
CREATE INDEX invitation_remind ON invitation (sent_at) WHERE reminded_at IS NULL AND ended_at IS NULL;
CREATE INDEX invitation_past_hashes ON invitation USING gin (past_hashes);

-- The main contact offers the role to a colleague, who accepts.
CREATE TABLE handover (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  from_member uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  to_member uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  -- What whoever offers wants to be once it is accepted.
  afterwards text NOT NULL CHECK (afterwards IN ('deputy', 'other-roles', 'task-roles')),
  offered_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX handover_one_offered ON handover (organisation_id) WHERE state = 'offered';
CREATE INDEX handover_to ON handover (to_member);
CREATE INDEX handover_from ON handover (from_member);

-- Nobody is left who can give access: somebody of the practice asks to become its main contact.
CREATE TABLE main_contact_request (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  full_name text NOT NULL,
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  phone text,
  language text NOT NULL,
  reason text NOT NULL,
  authoriser text NOT NULL,
  authoriser_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'approved', 'refused', 'withdrawn')),
  created_at timestamptz NOT NULL,
  secret_hash text UNIQUE,
  link_expires_at timestamptz,
  letter_code_mac text,
  letter_code_made_at timestamptz,
  confirmed_at timestamptz,
  confirmed_how text CHECK (confirmed_how IN ('mailbox', 'letter')),
  denied_at timestamptz,
  -- When whoever looks after the practice's people now was told of it, and what one of them said against it.
  administrators_told_at timestamptz,
  objected_at timestamptz,
  objected_by uuid REFERENCES account ON DELETE SET NULL,
  objection text,
  -- How staff made sure that the authoriser is one.
  authoriser_checked_at timestamptz,
  authoriser_checked_by uuid REFERENCES account ON DELETE SET NULL,
  authoriser_note text,
  decided_by uuid REFERENCES account ON DELETE SET NULL,
  decided_at timestamptz,
  decision_reason text
);
CREATE UNIQUE INDEX main_contact_request_one_waiting ON main_contact_request (organisation_id, email_canonical) WHERE state = 'waiting';
CREATE INDEX main_contact_request_organisation ON main_contact_request (organisation_id);
CREATE INDEX main_contact_request_email ON main_contact_request (email_canonical);
CREATE INDEX main_contact_request_decided_by ON main_contact_request (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX main_contact_request_objected_by ON main_contact_request (objected_by) WHERE objected_by IS NOT NULL;
CREATE INDEX main_contact_request_checked_by ON main_contact_request (authoriser_checked_by) WHERE authoriser_checked_by IS NOT NULL;
CREATE INDEX main_contact_request_untold ON main_contact_request (created_at) WHERE administrators_told_at IS NULL AND state = 'waiting';

-- Deputies are told once that their practice has no main contact any more.
ALTER TABLE organisation ADD COLUMN without_main_contact_since timestamptz;

-- Requests for access stay until an administrator decided, or nobody did for a time; asking twice while one waits adds nothing.
DELETE FROM access_request a USING access_request b
 WHERE a.organisation_id = b.organisation_id AND a.email_canonical = b.email_canonical AND a.id > b.id;
ALTER TABLE access_request
  ADD COLUMN state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'refused', 'lapsed')),
  ADD COLUMN account_id uuid REFERENCES account ON DELETE SET NULL,
  -- The branch that was asked about; its practice is asked.
  ADD COLUMN branch_id uuid REFERENCES organisation,
  ADD COLUMN language text NOT NULL DEFAULT 'en',
  ADD COLUMN note text NOT NULL DEFAULT '',
  ADD COLUMN passed_on_at timestamptz,
  ADD COLUMN decided_at timestamptz,
  ADD COLUMN decided_by uuid REFERENCES account ON DELETE SET NULL,
  ADD COLUMN decision_reason text;
CREATE UNIQUE INDEX access_request_once ON access_request (organisation_id, email_canonical) WHERE state = 'waiting';
CREATE INDEX access_request_to_pass_on ON access_request (created_at) WHERE passed_on_at IS NULL AND state = 'waiting';
CREATE INDEX access_request_waiting ON access_request (created_at) WHERE state = 'waiting';
CREATE INDEX access_request_organisation ON access_request (organisation_id, state);
CREATE INDEX access_request_branch ON access_request (branch_id) WHERE branch_id IS NOT NULL;
CREATE INDEX access_request_account ON access_request (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX access_request_decided_by ON access_request (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX access_request_email ON access_request (email_canonical);

-- "I have left", "Someone has left": a task for the administrators.
CREATE TABLE leaver_report (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  member_id uuid REFERENCES member ON DELETE CASCADE,
  -- Who has left, where whoever said so did not choose from a list.
  leaver_name text,
  is_own boolean NOT NULL,
  said_by uuid REFERENCES account ON DELETE SET NULL,
  said_by_name text,
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by uuid REFERENCES account ON DELETE SET NULL,
  resolution text CHECK (resolution IN ('removed', 'still-here', 'not-known'))
);
CREATE INDEX leaver_report_organisation ON leaver_report (organisation_id) WHERE resolved_at IS NULL;
CREATE UNIQUE INDEX leaver_report_once ON leaver_report (member_id, is_own) WHERE resolved_at IS NULL AND member_id IS NOT NULL;
CREATE INDEX leaver_report_member ON leaver_report (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX leaver_report_said_by ON leaver_report (said_by) WHERE said_by IS NOT NULL;
CREATE INDEX leaver_report_resolved_by ON leaver_report (resolved_by) WHERE resolved_by IS NOT NULL;

-- Twice a year administrators look at everybody who has access.
CREATE TABLE access_review (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  reminded_at timestamptz,
  escalated_at timestamptz,
  finished_at timestamptz,
  finished_by uuid REFERENCES account ON DELETE SET NULL
);
CREATE UNIQUE INDEX access_review_one_open ON access_review (organisation_id) WHERE finished_at IS NULL;
CREATE INDEX access_review_organisation ON access_review (organisation_id, opened_at);
CREATE INDEX access_review_finished_by ON access_review (finished_by) WHERE finished_by IS NOT NULL;

CREATE TABLE access_review_answer (
  review_id uuid NOT NULL REFERENCES access_review ON DELETE CASCADE,
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  decision text NOT NULL CHECK (decision IN ('keep', 'remove')),
  answered_by uuid REFERENCES account ON DELETE SET NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, member_id)
);
CREATE INDEX access_review_answer_member ON access_review_answer (member_id);
CREATE INDEX access_review_answer_by ON access_review_answer (answered_by) WHERE answered_by IS NOT NULL;

-- A registered practice that the register closed: read only for a time, then over.
CREATE TABLE closure (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  closed_on date NOT NULL,
  read_only_until date NOT NULL,
  told_at timestamptz,
  successor_id uuid REFERENCES organisation,
  successor_named_by uuid REFERENCES account ON DELETE SET NULL,
  successor_named_at timestamptz,
  access_ended_at timestamptz
);
CREATE INDEX closure_successor ON closure (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX closure_named_by ON closure (successor_named_by) WHERE successor_named_by IS NOT NULL;
CREATE INDEX closure_open ON closure (read_only_until) WHERE access_ended_at IS NULL;

-- Many people at once, from a file: nothing of it is a member before it is confirmed.
CREATE TABLE people_import (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  started_by uuid REFERENCES account ON DELETE SET NULL,
  file_name text NOT NULL,
  -- Headings that nothing is read from, as typed.
  ignored_columns jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL CHECK (state IN ('preview', 'running', 'done', 'cancelled')),
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- The session it was confirmed in, for the record of what a job does later.
  confirmed_in uuid,
  finished_at timestamptz
);
CREATE INDEX people_import_organisation ON people_import (organisation_id, created_at);
CREATE INDEX people_import_started_by ON people_import (started_by) WHERE started_by IS NOT NULL;
CREATE INDEX people_import_running ON people_import (created_at) WHERE state = 'running';

CREATE TABLE people_import_row (
  import_id uuid NOT NULL REFERENCES people_import ON DELETE CASCADE,
  line integer NOT NULL,
  -- What the row says, sealed; erased once it was handled.
  key_version integer NOT NULL,
  content bytea,
  problems jsonb NOT NULL DEFAULT '[]',
  outcome text,
  -- Whom the row invited, or who was a member already.
  member_id uuid REFERENCES member ON DELETE SET NULL,
  PRIMARY KEY (import_id, line)
);
CREATE INDEX people_import_row_member ON people_import_row (member_id) WHERE member_id IS NOT NULL;

-- When it was last made use of, to the hour: says without another look whether the member's own day is to be noted.
ALTER TABLE membership ADD COLUMN used_at timestamptz;

-- Why an account was deactivated decides who may open it again.
ALTER TABLE account ADD COLUMN deactivated_because text CHECK (deactivated_because IN ('support', 'unused'));
UPDATE account SET deactivated_because = 'support' WHERE state = 'deactivated';
ALTER TABLE account ADD CONSTRAINT account_cause_of_deactivation CHECK (deactivated_because IS NULL OR state = 'deactivated');
-- When its owner was told that it will be deactivated for not being used.
ALTER TABLE account ADD COLUMN unused_warned_at timestamptz;

-- Everybody who belonged to an organisation before is a member of it.
INSERT INTO member (id, organisation_id, branch_id, account_id, state, full_name, email_typed, email_canonical, created_at, accepted_at)
  SELECT gen_random_uuid(), coalesce(o.parent_id, o.id), CASE WHEN o.parent_id IS NULL THEN NULL ELSE o.id END,
         a.id, 'active', a.full_name, e.typed, e.canonical, held.since, held.since
    FROM (SELECT account_id, min(organisation_id::text)::uuid AS organisation_id, min(since) AS since
            FROM (SELECT m.account_id, m.organisation_id, m.since, coalesce(o.parent_id, o.id) AS practice
                    FROM membership m JOIN organisation o ON o.id = m.organisation_id
                   WHERE m.service <> 'support' AND m.ended_at IS NULL) m
           GROUP BY account_id, practice) held
    JOIN account a ON a.id = held.account_id
    JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
    JOIN organisation o ON o.id = held.organisation_id;
INSERT INTO member_role (member_id, service, role, given_by, given_at)
  SELECT DISTINCT ON (b.id, m.service, m.role) b.id, m.service, m.role, m.given_by, m.since
    FROM membership m
    JOIN organisation o ON o.id = m.organisation_id
    JOIN member b ON b.account_id = m.account_id AND b.organisation_id = coalesce(o.parent_id, o.id)
   WHERE m.service <> 'support' AND m.ended_at IS NULL;
