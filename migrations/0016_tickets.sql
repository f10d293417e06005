-- People who ask, what they ask, and those who answer.

-- The support centre's own sign in: an account that lives in the support realm alone, found by this address and no other.
CREATE TABLE support_address (
  account_id uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  typed text NOT NULL,
  canonical text NOT NULL UNIQUE,
  confirmed_at timestamptz NOT NULL
);
ALTER TABLE account ADD COLUMN home realm NOT NULL DEFAULT 'portal';
-- A session that stays on its device however long it is not used, until it ends.
ALTER TABLE session ADD COLUMN is_lasting boolean NOT NULL DEFAULT false;
-- What an e-mail said, for staff who are asked about it: sealed, its links and codes hidden.
ALTER TABLE outbox ADD COLUMN preview bytea;
-- The owner is reported dead and staff checked it: nothing is sent any more.
ALTER TABLE account ADD COLUMN mail_stopped_at timestamptz;

-- Whoever asked or was asked about, known by one address. A record of its own; it may be linked to a portal account.
CREATE TABLE requester (
  id uuid PRIMARY KEY,
  typed text NOT NULL,
  canonical text NOT NULL UNIQUE,
  full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
  phone text,
  language text NOT NULL,
  -- When they first proved that they read mail sent to the address.
  confirmed_at timestamptz,
  portal_account_id uuid REFERENCES account (id) ON DELETE SET NULL,
  linked_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX requester_of_account ON requester (portal_account_id) WHERE portal_account_id IS NOT NULL;
CREATE INDEX requester_search_address ON requester USING gin (canonical gin_trgm_ops);
CREATE INDEX requester_search_name ON requester USING gin (full_name gin_trgm_ops);

CREATE TABLE team (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);

CREATE TABLE team_member (
  team_id uuid NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  since timestamptz NOT NULL,
  PRIMARY KEY (team_id, account_id)
);

-- `held`: a stranger's, until the address is confirmed; staff see it and nobody is written to.
CREATE TYPE ticket_state AS ENUM ('held', 'new', 'open', 'waiting-for-you', 'waiting-for-us', 'solved', 'closed');
CREATE TYPE ticket_channel AS ENUM ('web', 'email', 'phone', 'staff');

CREATE TABLE ticket (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  -- The key of a subject in the settings, like `locked`.
  subject_key text NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- What the subject's own questions were answered with, by their keys.
  answers jsonb NOT NULL DEFAULT '{}',
  state ticket_state NOT NULL,
  -- 1 first.
  priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 4),
  channel ticket_channel NOT NULL,
  requester_id uuid NOT NULL REFERENCES requester (id),
  -- The portal account it is about, once it is proven to be the requester's, and how.
  account_id uuid REFERENCES account (id) ON DELETE SET NULL,
  account_proof text CHECK (account_proof IN ('session', 'address', 'call-code', 'staff')),
  organisation_id uuid REFERENCES organisation (id),
  team_id uuid REFERENCES team (id),
  assigned_to uuid REFERENCES account (id) ON DELETE SET NULL,
  tags text[] NOT NULL DEFAULT '{}',
  notice_id uuid REFERENCES service_notice (id),
  merged_into uuid REFERENCES ticket (id),
  split_from uuid REFERENCES ticket (id),
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- The clocks: working time that is left runs while it is our turn; `clock_since` is when it began to run.
  first_answer_due_at timestamptz,
  first_answered_at timestamptz,
  solve_due_at timestamptz,
  -- Working milliseconds left to solve it while the clock stands still, because it is the requester's turn.
  solve_left bigint,
  last_message_at timestamptz NOT NULL,
  last_message_by text NOT NULL DEFAULT 'requester' CHECK (last_message_by IN ('requester', 'support')),
  state_changed_at timestamptz NOT NULL,
  solved_at timestamptz,
  closed_at timestamptz,
  reopened_count integer NOT NULL DEFAULT 0,
  rating text CHECK (rating IN ('good', 'bad')),
  rating_words text,
  rated_at timestamptz,
  -- A data-protection complaint must be answered by then.
  complaint_due_on date,
  -- When the next clock that runs is over; never, while it is the requester's turn.
  due_at timestamptz NOT NULL GENERATED ALWAYS AS (
    CASE WHEN state IN ('new', 'open', 'waiting-for-us')
      THEN coalesce(least(CASE WHEN first_answered_at IS NULL THEN first_answer_due_at END, solve_due_at), 'infinity')
      ELSE 'infinity' END) STORED,
  search tsvector NOT NULL DEFAULT ''::tsvector,
  CHECK ((account_id IS NULL) OR (account_proof IS NOT NULL)),
  CHECK ((merged_into IS NULL) OR (state = 'closed'))
);
-- What is urgent stands first; then what is overdue the longest, or soonest will be.
CREATE INDEX ticket_due ON ticket ((priority > 1), due_at, id);
CREATE INDEX ticket_newest ON ticket (last_message_at DESC, id DESC);
CREATE INDEX ticket_active ON ticket (state) WHERE state NOT IN ('solved', 'closed');
CREATE INDEX ticket_unassigned ON ticket (priority, created_at) WHERE assigned_to IS NULL AND state IN ('new', 'open', 'waiting-for-us');
CREATE INDEX ticket_of_agent ON ticket (assigned_to, state, last_message_at);
CREATE INDEX ticket_of_team ON ticket (team_id, state, last_message_at);
CREATE INDEX ticket_by_state ON ticket (state, last_message_at DESC, id);
CREATE INDEX ticket_of_requester ON ticket (requester_id, created_at DESC);
CREATE INDEX ticket_of_account ON ticket (account_id, created_at DESC) WHERE account_id IS NOT NULL;
CREATE INDEX ticket_of_organisation ON ticket (organisation_id, created_at DESC) WHERE organisation_id IS NOT NULL;
CREATE INDEX ticket_of_notice ON ticket (notice_id) WHERE notice_id IS NOT NULL;
CREATE INDEX ticket_merged ON ticket (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ticket_tags ON ticket USING gin (tags);
CREATE INDEX ticket_search ON ticket USING gin (search);
CREATE INDEX ticket_held ON ticket (created_at) WHERE state = 'held';
CREATE INDEX ticket_solved ON ticket (solved_at) WHERE state = 'solved';
CREATE INDEX ticket_created ON ticket (created_at, id);

CREATE TABLE ticket_message (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  -- `note`: among staff only. `report`: what became of a message, from a mail server.
  kind text NOT NULL CHECK (kind IN ('from-requester', 'from-support', 'note', 'report')),
  channel ticket_channel NOT NULL,
  written_by uuid REFERENCES account (id) ON DELETE SET NULL,
  requester_id uuid REFERENCES requester (id),
  body text NOT NULL,
  -- What the mail repeated of earlier ones; folded when shown.
  quoted text,
  -- Of mail that came in: its Message-ID and what SPF, DKIM and DMARC said.
  mail_message_id text,
  sender_check jsonb,
  mail_in_id uuid,
  -- Of what went out: the e-mail that carries it.
  outbox_id uuid,
  bounced_at timestamptz,
  bounce_reason text,
  created_at timestamptz NOT NULL,
  -- Of a ticket merged into this one.
  merged_from uuid REFERENCES ticket (id),
  search tsvector NOT NULL DEFAULT ''::tsvector,
  UNIQUE (id, ticket_id)
);
CREATE INDEX ticket_message_of_ticket ON ticket_message (ticket_id, created_at, id);
CREATE INDEX ticket_message_outbox ON ticket_message (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE UNIQUE INDEX ticket_message_mail ON ticket_message (mail_in_id) WHERE mail_in_id IS NOT NULL;
CREATE INDEX ticket_message_mail_id ON ticket_message (mail_message_id) WHERE mail_message_id IS NOT NULL;
CREATE INDEX ticket_message_search ON ticket_message USING gin (search);

-- Everybody a ticket concerns beside its requester.
CREATE TABLE ticket_person (
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  requester_id uuid NOT NULL REFERENCES requester (id),
  -- `about`: whom somebody helps; `helper`: who helps, once they agreed; `follower`: of a ticket merged into this one.
  part text NOT NULL CHECK (part IN ('about', 'helper', 'follower')),
  asked_at timestamptz NOT NULL,
  agreed_at timestamptz,
  refused_at timestamptz,
  PRIMARY KEY (ticket_id, requester_id)
);
CREATE INDEX ticket_person_of_requester ON ticket_person (requester_id);

-- Lets whoever reads the mail open one ticket, confirm an address, or sign in to support.
CREATE TABLE ticket_link (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('confirm', 'open', 'agree', 'sign-in', 'document')),
  ticket_id uuid REFERENCES ticket (id) ON DELETE CASCADE,
  requester_id uuid NOT NULL REFERENCES requester (id) ON DELETE CASCADE,
  secret_hash text NOT NULL UNIQUE,
  code_mac text NOT NULL,
  code_tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  replaced_at timestamptz
);
CREATE INDEX ticket_link_newest ON ticket_link (requester_id, purpose, created_at DESC);
CREATE INDEX ticket_link_of_ticket ON ticket_link (ticket_id);

-- A browser that opened one ticket by its link; nothing else is open to it.
CREATE TABLE ticket_visit (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  requester_id uuid NOT NULL REFERENCES requester (id) ON DELETE CASCADE,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When a code was given for the documents.
  proven_at timestamptz,
  ended_at timestamptz
);
CREATE INDEX ticket_visit_of_ticket ON ticket_visit (ticket_id);

CREATE TYPE attachment_state AS ENUM ('waiting', 'clean', 'held', 'refused');

-- Files, encrypted part by part; nothing here says whose.
CREATE TABLE stored_file (
  id uuid PRIMARY KEY,
  key_version integer NOT NULL,
  sealed_key bytea NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE stored_file_part (
  file_id uuid NOT NULL REFERENCES stored_file (id) ON DELETE CASCADE,
  number integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (file_id, number)
);

CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  ticket_id uuid REFERENCES ticket (id) ON DELETE CASCADE,
  message_id uuid,
  file_id uuid REFERENCES stored_file (id),
  -- As its sender called it, made safe to show.
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- By its content, never by its name.
  kind text NOT NULL,
  size bigint NOT NULL,
  state attachment_state NOT NULL,
  -- Why it is held or refused, like `scanner-unreachable` or `active-content`.
  because text,
  scanned_at timestamptz,
  released_by uuid REFERENCES account (id) ON DELETE SET NULL,
  -- How often it was looked into; a file that brings the looker down is held in the end.
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  -- It goes where its message goes, to another ticket as well.
  FOREIGN KEY (message_id, ticket_id) REFERENCES ticket_message (id, ticket_id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX attachment_of_message ON attachment (message_id);
CREATE INDEX attachment_of_ticket ON attachment (ticket_id);
CREATE INDEX attachment_of_file ON attachment (file_id);
CREATE INDEX attachment_unused ON attachment (created_at) WHERE ticket_id IS NULL;
CREATE INDEX attachment_waiting ON attachment (created_at) WHERE state IN ('waiting', 'held');

CREATE TABLE mailbox_position (
  mailbox text PRIMARY KEY,
  uid_validity bigint NOT NULL,
  last_uid bigint NOT NULL,
  looked_at timestamptz NOT NULL,
  problem text,
  -- One node looks at a time.
  leased_until timestamptz
);

CREATE TYPE mail_in_state AS ENUM ('waiting', 'handled', 'unreadable', 'ignored');

-- Every mail that was fetched, before anything is made of it: what cannot be read waits here and is never lost.
CREATE TABLE mail_in (
  id uuid PRIMARY KEY,
  mailbox text NOT NULL,
  uid_validity bigint NOT NULL,
  uid bigint NOT NULL,
  -- The whole mail, as it came.
  file_id uuid REFERENCES stored_file (id),
  size bigint NOT NULL,
  state mail_in_state NOT NULL,
  -- What came of it, like `new-ticket`, `reply`, `bounce`, `auto-reply`, `loop`, `list`.
  effect text,
  problem text,
  attempts integer NOT NULL DEFAULT 0,
  ticket_id uuid REFERENCES ticket (id) ON DELETE SET NULL,
  received_at timestamptz NOT NULL,
  handled_at timestamptz,
  handled_by uuid REFERENCES account (id) ON DELETE SET NULL,
  UNIQUE (mailbox, uid_validity, uid)
);
CREATE INDEX mail_in_waiting ON mail_in (received_at) WHERE state = 'waiting';
CREATE INDEX mail_in_of_file ON mail_in (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX mail_in_unreadable ON mail_in (received_at) WHERE state = 'unreadable';

CREATE TABLE canned_reply (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  team_id uuid REFERENCES team (id),
  written_by uuid REFERENCES account (id) ON DELETE SET NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz
);

CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  -- Nobody's own: everybody's.
  owner_id uuid REFERENCES account (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  filters jsonb NOT NULL,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
CREATE INDEX saved_view_of_owner ON saved_view (owner_id);

-- Who of the staff looks at a ticket now.
CREATE TABLE ticket_presence (
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  seen_at timestamptz NOT NULL,
  writes_since timestamptz,
  PRIMARY KEY (ticket_id, account_id)
);

-- A code said on the telephone, sent to a contact that was on record before the call.
CREATE TABLE caller_check (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('email', 'sms')),
  code_mac text NOT NULL,
  code_tries integer NOT NULL DEFAULT 0,
  asked_by uuid REFERENCES account (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  proven_at timestamptz,
  replaced_at timestamptz
);
CREATE INDEX caller_check_of_ticket ON caller_check (ticket_id, created_at DESC);

CREATE TABLE call_back (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  phone text NOT NULL,
  wanted_at timestamptz NOT NULL,
  note text NOT NULL DEFAULT '',
  asked_by uuid REFERENCES account (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  done_by uuid REFERENCES account (id) ON DELETE SET NULL,
  outcome text CHECK (outcome IN ('spoken', 'no-answer', 'not-needed'))
);
CREATE INDEX call_back_open ON call_back (wanted_at) WHERE done_at IS NULL;

-- One answer to every ticket about a service notice, and to which of them it went already.
CREATE TABLE notice_answer (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES service_notice (id) ON DELETE CASCADE,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  solves boolean NOT NULL,
  written_by uuid REFERENCES account (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX notice_answer_of_notice ON notice_answer (notice_id, created_at);

CREATE TABLE notice_answer_ticket (
  answer_id uuid NOT NULL REFERENCES notice_answer (id) ON DELETE CASCADE,
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  -- `left-out`: somebody closed it or answered for good in the meantime. Nothing: it waits.
  outcome text CHECK (outcome IN ('answered', 'left-out')),
  PRIMARY KEY (answer_id, ticket_id)
);
CREATE INDEX notice_answer_ticket_waiting ON notice_answer_ticket (ticket_id) WHERE outcome IS NULL;
