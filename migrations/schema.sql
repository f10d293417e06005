-- Generated from the catalogue by tools/generate-schema.ts; never edited.

CREATE TYPE account_state AS ENUM ('invited', 'active', 'deactivated', 'closed');

CREATE TYPE article_state AS ENUM ('draft', 'published', 'archived');

CREATE TYPE attachment_state AS ENUM ('waiting', 'clean', 'held', 'refused');

CREATE TYPE delivery_status AS ENUM ('created', 'sending', 'delivered', 'permanent-failure', 'temporary-failure', 'technical-failure');

CREATE TYPE email_state AS ENUM ('current', 'pending', 'former');

CREATE TYPE entry_step AS ENUM ('password', 'code');

CREATE TYPE factor_kind AS ENUM ('authenticator', 'passkey', 'text', 'email', 'recovery-codes');

CREATE TYPE feedback_state AS ENUM ('counted', 'held', 'refused');

CREATE TYPE intake_kind AS ENUM ('recover-account', 'resend-activation', 'create-account');

CREATE TYPE link_purpose AS ENUM ('activate', 'reset-password', 'prove-mailbox', 'confirm-email', 'stop-email-change', 'not-me', 'reopen-account');

CREATE TYPE mail_in_state AS ENUM ('waiting', 'handled', 'unreadable', 'ignored');

CREATE TYPE member_state AS ENUM ('invited', 'active', 'on-leave', 'removed');

CREATE TYPE message_status AS ENUM ('queued', 'sending', 'sent', 'deferred', 'failed', 'uncertain', 'expired');

CREATE TYPE organisation_kind AS ENUM ('practice', 'branch', 'operator');

CREATE TYPE realm AS ENUM ('portal', 'support');

CREATE TYPE register_status AS ENUM ('active', 'closed', 'dormant', 'proposed');

CREATE TYPE registration_state AS ENUM ('waiting', 'approved', 'refused');

CREATE TYPE ticket_channel AS ENUM ('web', 'email', 'phone', 'staff');

CREATE TYPE ticket_state AS ENUM ('held', 'new', 'open', 'waiting-for-you', 'waiting-for-us', 'solved', 'closed');

CREATE TABLE access_link (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  purpose link_purpose NOT NULL,
  realm realm NOT NULL,
  secret_hash text NOT NULL,
  code_mac text NOT NULL,
  code_tries integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  replaced_at timestamp with time zone,
  email_change_id uuid,
  CONSTRAINT access_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT access_link_email_change_id_fkey FOREIGN KEY (email_change_id) REFERENCES email_change(id) ON DELETE CASCADE,
  CONSTRAINT access_link_pkey PRIMARY KEY (id),
  CONSTRAINT access_link_secret_hash_key UNIQUE (secret_hash)
);

CREATE TABLE access_request (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  full_name text NOT NULL,
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'waiting'::text,
  account_id uuid,
  branch_id uuid,
  language text NOT NULL DEFAULT 'en'::text,
  note text NOT NULL DEFAULT ''::text,
  passed_on_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided_by uuid,
  decision_reason text,
  CONSTRAINT access_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT access_request_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES organisation(id),
  CONSTRAINT access_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT access_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT access_request_pkey PRIMARY KEY (id),
  CONSTRAINT access_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'lapsed'::text])))
);

CREATE TABLE access_review (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  reminded_at timestamp with time zone,
  escalated_at timestamp with time zone,
  finished_at timestamp with time zone,
  finished_by uuid,
  CONSTRAINT access_review_finished_by_fkey FOREIGN KEY (finished_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT access_review_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT access_review_pkey PRIMARY KEY (id)
);

CREATE TABLE access_review_answer (
  review_id uuid NOT NULL,
  member_id uuid NOT NULL,
  decision text NOT NULL,
  answered_by uuid,
  answered_at timestamp with time zone NOT NULL,
  CONSTRAINT access_review_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT access_review_answer_decision_check CHECK ((decision = ANY (ARRAY['keep'::text, 'remove'::text]))),
  CONSTRAINT access_review_answer_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT access_review_answer_pkey PRIMARY KEY (review_id, member_id),
  CONSTRAINT access_review_answer_review_id_fkey FOREIGN KEY (review_id) REFERENCES access_review(id) ON DELETE CASCADE
);

CREATE TABLE account (
  id uuid NOT NULL,
  state account_state NOT NULL,
  state_reason text,
  full_name text NOT NULL,
  preferred_language text,
  phone text,
  created_at timestamp with time zone NOT NULL,
  activated_at timestamp with time zone,
  state_changed_at timestamp with time zone NOT NULL,
  wished_username text,
  occupation text,
  phone_dialled text,
  address_lines text[] NOT NULL DEFAULT '{}'::text[],
  postcode text,
  contact_needs text[] NOT NULL DEFAULT '{}'::text[],
  interpreter_language text,
  last_organisation_id uuid,
  changes_frozen_at timestamp with time zone,
  deactivated_because text,
  unused_warned_at timestamp with time zone,
  home realm NOT NULL DEFAULT 'portal'::realm,
  mail_stopped_at timestamp with time zone,
  CONSTRAINT account_cause_of_deactivation CHECK (((deactivated_because IS NULL) OR (state = 'deactivated'::account_state))),
  CONSTRAINT account_contact_needs_check CHECK ((contact_needs <@ ARRAY['large-print'::text, 'no-calls'::text, 'text-relay'::text, 'interpreter'::text])),
  CONSTRAINT account_deactivated_because_check CHECK ((deactivated_because = ANY (ARRAY['support'::text, 'unused'::text]))),
  CONSTRAINT account_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 200))),
  CONSTRAINT account_last_organisation_id_fkey FOREIGN KEY (last_organisation_id) REFERENCES organisation(id),
  CONSTRAINT account_pkey PRIMARY KEY (id)
);

CREATE TABLE account_email (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  typed text NOT NULL,
  canonical text NOT NULL,
  state email_state NOT NULL,
  confirmed_at timestamp with time zone,
  revocable_until timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT account_email_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT account_email_former_is_revocable CHECK (((state = 'former'::email_state) = (revocable_until IS NOT NULL))),
  CONSTRAINT account_email_pkey PRIMARY KEY (id)
);

CREATE TABLE article (
  id uuid NOT NULL,
  slug text NOT NULL,
  category_id uuid NOT NULL,
  state article_state NOT NULL,
  title text NOT NULL,
  summary text NOT NULL DEFAULT ''::text,
  body text NOT NULL,
  keywords text[] NOT NULL DEFAULT '{}'::text[],
  is_question boolean NOT NULL DEFAULT false,
  position integer NOT NULL DEFAULT 0,
  version_number integer NOT NULL,
  owner_id uuid,
  review_on date,
  source text,
  published_at timestamp with time zone,
  modified_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  search tsvector NOT NULL DEFAULT ''::tsvector,
  search_text text NOT NULL DEFAULT ''::text,
  CONSTRAINT article_category_id_fkey FOREIGN KEY (category_id) REFERENCES article_category(id),
  CONSTRAINT article_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT article_pkey PRIMARY KEY (id),
  CONSTRAINT article_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,119}$'::text)),
  CONSTRAINT article_slug_key UNIQUE (slug),
  CONSTRAINT article_source_key UNIQUE (source),
  CONSTRAINT article_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

CREATE TABLE article_address (
  slug text NOT NULL,
  article_id uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT article_address_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT article_address_pkey PRIMARY KEY (slug)
);

CREATE TABLE article_category (
  id uuid NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  description text NOT NULL DEFAULT ''::text,
  position integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT article_category_pkey PRIMARY KEY (id),
  CONSTRAINT article_category_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'::text)),
  CONSTRAINT article_category_slug_key UNIQUE (slug),
  CONSTRAINT article_category_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);

CREATE TABLE article_feedback (
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  version_number integer NOT NULL,
  is_helpful boolean NOT NULL,
  reasons text[] NOT NULL DEFAULT '{}'::text[],
  words text,
  state feedback_state NOT NULL,
  created_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  handled_at timestamp with time zone,
  handled_by uuid,
  CONSTRAINT article_feedback_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT article_feedback_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT article_feedback_handled_by_fkey FOREIGN KEY (handled_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT article_feedback_pkey PRIMARY KEY (id)
);

CREATE TABLE article_version (
  article_id uuid NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  keywords text[] NOT NULL,
  category_id uuid NOT NULL,
  is_question boolean NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  from_file boolean NOT NULL DEFAULT false,
  written_by uuid,
  written_at timestamp with time zone NOT NULL,
  published_at timestamp with time zone,
  CONSTRAINT article_version_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT article_version_category_id_fkey FOREIGN KEY (category_id) REFERENCES article_category(id),
  CONSTRAINT article_version_pkey PRIMARY KEY (article_id, number),
  CONSTRAINT article_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id) ON DELETE SET NULL
);

CREATE TABLE article_word (
  word text NOT NULL,
  stem text NOT NULL,
  articles integer NOT NULL,
  CONSTRAINT article_word_pkey PRIMARY KEY (word)
);

CREATE TABLE attachment (
  id uuid NOT NULL,
  ticket_id uuid,
  message_id uuid,
  file_id uuid,
  name text NOT NULL,
  kind text NOT NULL,
  size bigint NOT NULL,
  state attachment_state NOT NULL,
  because text,
  scanned_at timestamp with time zone,
  released_by uuid,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  CONSTRAINT attachment_message_id_ticket_id_fkey FOREIGN KEY (message_id, ticket_id) REFERENCES ticket_message(id, ticket_id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT attachment_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CONSTRAINT attachment_pkey PRIMARY KEY (id),
  CONSTRAINT attachment_released_by_fkey FOREIGN KEY (released_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT attachment_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
);

CREATE TABLE audit_event (
  id uuid NOT NULL,
  position bigint NOT NULL GENERATED AS IDENTITY,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamp with time zone NOT NULL,
  action text NOT NULL,
  actor_id uuid,
  actor_kind text NOT NULL,
  subject_id uuid,
  grant_id uuid,
  organisation_id uuid,
  record_type text,
  record_id uuid,
  reason text,
  sealed_detail bytea,
  session_id uuid,
  client_mac text,
  CONSTRAINT audit_event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'staff'::text, 'system'::text, 'anyone'::text]))),
  CONSTRAINT audit_event_pkey PRIMARY KEY (id),
  CONSTRAINT audit_event_position_key UNIQUE ("position")
);

CREATE TABLE audit_seal (
  number bigint NOT NULL,
  statement text NOT NULL,
  signature bytea NOT NULL,
  events bytea NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY (number)
);

CREATE TABLE call_back (
  id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  phone text NOT NULL,
  wanted_at timestamp with time zone NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  asked_by uuid,
  created_at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  done_by uuid,
  outcome text,
  CONSTRAINT call_back_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT call_back_done_by_fkey FOREIGN KEY (done_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT call_back_outcome_check CHECK ((outcome = ANY (ARRAY['spoken'::text, 'no-answer'::text, 'not-needed'::text]))),
  CONSTRAINT call_back_pkey PRIMARY KEY (id),
  CONSTRAINT call_back_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
);

CREATE TABLE caller_check (
  id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  account_id uuid NOT NULL,
  channel text NOT NULL,
  code_mac text NOT NULL,
  code_tries integer NOT NULL DEFAULT 0,
  asked_by uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  proven_at timestamp with time zone,
  replaced_at timestamp with time zone,
  CONSTRAINT caller_check_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT caller_check_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT caller_check_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  CONSTRAINT caller_check_pkey PRIMARY KEY (id),
  CONSTRAINT caller_check_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
);

CREATE TABLE canned_reply (
  id uuid NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  team_id uuid,
  written_by uuid,
  changed_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT canned_reply_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  CONSTRAINT canned_reply_pkey PRIMARY KEY (id),
  CONSTRAINT canned_reply_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id),
  CONSTRAINT canned_reply_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120))),
  CONSTRAINT canned_reply_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id) ON DELETE SET NULL
);

CREATE TABLE closure (
  organisation_id uuid NOT NULL,
  closed_on date NOT NULL,
  read_only_until date NOT NULL,
  told_at timestamp with time zone,
  successor_id uuid,
  successor_named_by uuid,
  successor_named_at timestamp with time zone,
  access_ended_at timestamp with time zone,
  CONSTRAINT closure_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT closure_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT closure_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisation(id),
  CONSTRAINT closure_successor_named_by_fkey FOREIGN KEY (successor_named_by) REFERENCES account(id) ON DELETE SET NULL
);

CREATE TABLE correction_request (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  sealed_text bytea NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  CONSTRAINT correction_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT correction_request_pkey PRIMARY KEY (id)
);

CREATE TABLE data_export (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  ready_at timestamp with time zone,
  expires_at timestamp with time zone,
  sealed_content bytea,
  CONSTRAINT data_export_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT data_export_check CHECK (((ready_at IS NULL) = (sealed_content IS NULL))),
  CONSTRAINT data_export_id_key UNIQUE (id),
  CONSTRAINT data_export_pkey PRIMARY KEY (account_id)
);

CREATE TABLE device (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  secret_hash text NOT NULL,
  description text NOT NULL,
  first_used_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  notice_settled_at timestamp with time zone,
  remembered_until timestamp with time zone,
  CONSTRAINT device_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT device_pkey PRIMARY KEY (id),
  CONSTRAINT device_secret_hash_key UNIQUE (secret_hash)
);

CREATE TABLE email_change (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  old_email_id uuid,
  new_email_id uuid,
  state text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  told_at timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  made_at timestamp with time zone,
  stoppable_until timestamp with time zone,
  ended_at timestamp with time zone,
  CONSTRAINT email_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT email_change_check CHECK (((made_at IS NULL) = (stoppable_until IS NULL))),
  CONSTRAINT email_change_check1 CHECK (((state <> ALL (ARRAY['made'::text, 'final'::text])) OR (made_at IS NOT NULL))),
  CONSTRAINT email_change_new_email_id_fkey FOREIGN KEY (new_email_id) REFERENCES account_email(id) ON DELETE SET NULL,
  CONSTRAINT email_change_old_email_id_fkey FOREIGN KEY (old_email_id) REFERENCES account_email(id) ON DELETE SET NULL,
  CONSTRAINT email_change_pkey PRIMARY KEY (id),
  CONSTRAINT email_change_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'made'::text, 'final'::text, 'stopped'::text, 'cancelled'::text, 'replaced'::text, 'expired'::text])))
);

CREATE TABLE entry_lane (
  subject text NOT NULL,
  realm realm NOT NULL,
  device_id uuid,
  wrong_tries integer NOT NULL DEFAULT 0,
  closures integer NOT NULL DEFAULT 0,
  closed_until timestamp with time zone,
  closed_until_support boolean NOT NULL DEFAULT false,
  last_wrong_at timestamp with time zone NOT NULL,
  notified_at timestamp with time zone,
  step entry_step NOT NULL,
  CONSTRAINT entry_lane_subject_realm_step_device_id_key UNIQUE NULLS NOT DISTINCT (subject, realm, step, device_id)
);

CREATE TABLE erased_username (
  name_mac text NOT NULL,
  erased_at timestamp with time zone NOT NULL,
  CONSTRAINT erased_username_pkey PRIMARY KEY (name_mac)
);

CREATE TABLE factor (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  kind factor_kind NOT NULL,
  name text NOT NULL,
  is_preferred boolean NOT NULL DEFAULT false,
  added_at timestamp with time zone NOT NULL,
  trusted_from timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  removed_at timestamp with time zone,
  sealed_secret bytea,
  last_step bigint,
  phone text,
  phone_dialled text,
  credential_id text,
  public_key bytea,
  sign_count bigint,
  transports text[],
  is_backed_up boolean,
  doubted_at timestamp with time zone,
  CONSTRAINT factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT factor_check CHECK (((kind = ANY (ARRAY['authenticator'::factor_kind, 'recovery-codes'::factor_kind])) = (sealed_secret IS NOT NULL))),
  CONSTRAINT factor_check1 CHECK (((kind = 'authenticator'::factor_kind) = (last_step IS NOT NULL))),
  CONSTRAINT factor_check2 CHECK (((kind = 'text'::factor_kind) = (phone_dialled IS NOT NULL))),
  CONSTRAINT factor_check3 CHECK (((kind = 'passkey'::factor_kind) = ((credential_id IS NOT NULL) AND (public_key IS NOT NULL) AND (sign_count IS NOT NULL)))),
  CONSTRAINT factor_credential_id_key UNIQUE (credential_id),
  CONSTRAINT factor_name_check CHECK ((length(name) <= 60)),
  CONSTRAINT factor_pkey PRIMARY KEY (id)
);

CREATE TABLE factor_asked (
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  first_asked_at timestamp with time zone NOT NULL,
  CONSTRAINT factor_asked_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT factor_asked_pkey PRIMARY KEY (account_id, realm)
);

CREATE TABLE factor_reset_request (
  id uuid NOT NULL,
  reference text NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  reason text NOT NULL,
  words text NOT NULL DEFAULT ''::text,
  phone text,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT factor_reset_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT factor_reset_request_pkey PRIMARY KEY (id),
  CONSTRAINT factor_reset_request_reason_check CHECK ((reason = ANY (ARRAY['lost-phone'::text, 'new-number'::text, 'no-signal'::text, 'app-deleted'::text, 'other'::text]))),
  CONSTRAINT factor_reset_request_reference_key UNIQUE (reference),
  CONSTRAINT factor_reset_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'withdrawn'::text, 'stopped'::text, 'answered'::text])))
);

CREATE TABLE factor_setup (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  bound_to uuid NOT NULL,
  kind factor_kind NOT NULL,
  sealed_secret bytea,
  phone text,
  phone_dialled text,
  replaces uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  CONSTRAINT factor_setup_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT factor_setup_bound_to_kind_key UNIQUE (bound_to, kind),
  CONSTRAINT factor_setup_pkey PRIMARY KEY (id),
  CONSTRAINT factor_setup_replaces_fkey FOREIGN KEY (replaces) REFERENCES factor(id) ON DELETE SET NULL
);

CREATE TABLE handover (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  from_member uuid NOT NULL,
  to_member uuid NOT NULL,
  state text NOT NULL,
  afterwards text NOT NULL,
  offered_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT handover_afterwards_check CHECK ((afterwards = ANY (ARRAY['deputy'::text, 'other-roles'::text, 'task-roles'::text]))),
  CONSTRAINT handover_from_member_fkey FOREIGN KEY (from_member) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT handover_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT handover_pkey PRIMARY KEY (id),
  CONSTRAINT handover_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text]))),
  CONSTRAINT handover_to_member_fkey FOREIGN KEY (to_member) REFERENCES member(id) ON DELETE CASCADE
);

CREATE TABLE help_count (
  day date NOT NULL,
  what text NOT NULL,
  count integer NOT NULL,
  CONSTRAINT help_count_pkey PRIMARY KEY (day, what),
  CONSTRAINT help_count_what_check CHECK ((what = ANY (ARRAY['article-read'::text, 'searched'::text, 'nothing-found'::text, 'offered-while-asking'::text, 'answered-while-asking'::text])))
);

CREATE TABLE installation (
  only_row boolean NOT NULL DEFAULT true,
  profile text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  sealed_marker bytea,
  CONSTRAINT installation_only_row_check CHECK (only_row),
  CONSTRAINT installation_pkey PRIMARY KEY (only_row)
);

CREATE TABLE intake (
  id uuid NOT NULL,
  kind intake_kind NOT NULL,
  realm realm NOT NULL,
  address_typed text,
  address_canonical text,
  access_link_id uuid,
  language text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  handled_at timestamp with time zone,
  details jsonb,
  CONSTRAINT intake_access_link_id_fkey FOREIGN KEY (access_link_id) REFERENCES access_link(id) ON DELETE SET NULL,
  CONSTRAINT intake_pkey PRIMARY KEY (id)
);

CREATE TABLE invitation (
  member_id uuid NOT NULL,
  secret_hash text,
  past_hashes text[] NOT NULL DEFAULT '{}'::text[],
  code_mac text,
  code_tries integer NOT NULL DEFAULT 0,
  send_at timestamp with time zone,
  sends integer NOT NULL DEFAULT 0,
  sent_at timestamp with time zone,
  reminded_at timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  message_id uuid,
  ended_at timestamp with time zone,
  CONSTRAINT invitation_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT invitation_pkey PRIMARY KEY (member_id),
  CONSTRAINT invitation_secret_hash_key UNIQUE (secret_hash)
);

CREATE TABLE kept_form (
  id uuid NOT NULL,
  secret_hash text NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  address text NOT NULL,
  sealed_values bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT kept_form_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT kept_form_pkey PRIMARY KEY (id),
  CONSTRAINT kept_form_secret_hash_key UNIQUE (secret_hash)
);

CREATE TABLE leaver_report (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  member_id uuid,
  leaver_name text,
  is_own boolean NOT NULL,
  said_by uuid,
  said_by_name text,
  note text NOT NULL DEFAULT ''::text,
  created_at timestamp with time zone NOT NULL,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  resolution text,
  CONSTRAINT leaver_report_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT leaver_report_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT leaver_report_pkey PRIMARY KEY (id),
  CONSTRAINT leaver_report_resolution_check CHECK ((resolution = ANY (ARRAY['removed'::text, 'still-here'::text, 'not-known'::text]))),
  CONSTRAINT leaver_report_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT leaver_report_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id) ON DELETE SET NULL
);

CREATE TABLE limit_count (
  name text NOT NULL,
  window_starts_at timestamp with time zone NOT NULL,
  window_ends_at timestamp with time zone NOT NULL,
  count integer NOT NULL,
  CONSTRAINT limit_count_pkey PRIMARY KEY (name, window_starts_at)
);

CREATE TABLE log_in_attempt (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  device_id uuid,
  device_description text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  proven_at timestamp with time zone,
  proven_by uuid,
  half_proven_by uuid,
  ended_at timestamp with time zone,
  CONSTRAINT log_in_attempt_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT log_in_attempt_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id) ON DELETE SET NULL,
  CONSTRAINT log_in_attempt_half_proven_by_fkey FOREIGN KEY (half_proven_by) REFERENCES factor(id) ON DELETE SET NULL,
  CONSTRAINT log_in_attempt_pkey PRIMARY KEY (id),
  CONSTRAINT log_in_attempt_proven_by_fkey FOREIGN KEY (proven_by) REFERENCES factor(id) ON DELETE SET NULL,
  CONSTRAINT log_in_attempt_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE login_name (
  canonical text NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  typed text NOT NULL,
  retired_at timestamp with time zone,
  skeleton text,
  CONSTRAINT login_name_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT login_name_check CHECK (((kind = 'username'::text) = (strpos(canonical, '@'::text) = 0))),
  CONSTRAINT login_name_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'username'::text]))),
  CONSTRAINT login_name_pkey PRIMARY KEY (canonical),
  CONSTRAINT login_name_skeleton CHECK (((kind = 'username'::text) = (skeleton IS NOT NULL)))
);

CREATE TABLE mail_in (
  id uuid NOT NULL,
  mailbox text NOT NULL,
  uid_validity bigint NOT NULL,
  uid bigint NOT NULL,
  file_id uuid,
  size bigint NOT NULL,
  state mail_in_state NOT NULL,
  effect text,
  problem text,
  attempts integer NOT NULL DEFAULT 0,
  ticket_id uuid,
  received_at timestamp with time zone NOT NULL,
  handled_at timestamp with time zone,
  handled_by uuid,
  CONSTRAINT mail_in_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id),
  CONSTRAINT mail_in_handled_by_fkey FOREIGN KEY (handled_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT mail_in_mailbox_uid_validity_uid_key UNIQUE (mailbox, uid_validity, uid),
  CONSTRAINT mail_in_pkey PRIMARY KEY (id),
  CONSTRAINT mail_in_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE SET NULL
);

CREATE TABLE mailbox_position (
  mailbox text NOT NULL,
  uid_validity bigint NOT NULL,
  last_uid bigint NOT NULL,
  looked_at timestamp with time zone NOT NULL,
  problem text,
  leased_until timestamp with time zone,
  CONSTRAINT mailbox_position_pkey PRIMARY KEY (mailbox)
);

CREATE TABLE main_contact_request (
  id uuid NOT NULL,
  reference text NOT NULL,
  organisation_id uuid NOT NULL,
  full_name text NOT NULL,
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  phone text,
  language text NOT NULL,
  reason text NOT NULL,
  authoriser text NOT NULL,
  authoriser_name text NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  secret_hash text,
  link_expires_at timestamp with time zone,
  letter_code_mac text,
  letter_code_made_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirmed_how text,
  denied_at timestamp with time zone,
  administrators_told_at timestamp with time zone,
  objected_at timestamp with time zone,
  objected_by uuid,
  objection text,
  authoriser_checked_at timestamp with time zone,
  authoriser_checked_by uuid,
  authoriser_note text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  CONSTRAINT main_contact_request_authoriser_checked_by_fkey FOREIGN KEY (authoriser_checked_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT main_contact_request_confirmed_how_check CHECK ((confirmed_how = ANY (ARRAY['mailbox'::text, 'letter'::text]))),
  CONSTRAINT main_contact_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT main_contact_request_objected_by_fkey FOREIGN KEY (objected_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT main_contact_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT main_contact_request_pkey PRIMARY KEY (id),
  CONSTRAINT main_contact_request_reference_key UNIQUE (reference),
  CONSTRAINT main_contact_request_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT main_contact_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
);

CREATE TABLE member (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  branch_id uuid,
  account_id uuid,
  state member_state NOT NULL,
  full_name text NOT NULL,
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  job_title text,
  phone text,
  phone_dialled text,
  starts_on date,
  ends_on date,
  end_notice_at timestamp with time zone,
  returns_on date,
  created_at timestamp with time zone NOT NULL,
  created_by uuid,
  accepted_at timestamp with time zone,
  last_used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_because text,
  ended_note text,
  undo_until timestamp with time zone,
  CONSTRAINT member_accepted_is_known CHECK (((state = 'invited'::member_state) OR (state = 'removed'::member_state) OR (accepted_at IS NOT NULL))),
  CONSTRAINT member_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT member_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES organisation(id),
  CONSTRAINT member_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT member_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT member_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 200))),
  CONSTRAINT member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT member_pkey PRIMARY KEY (id),
  CONSTRAINT member_removed_has_end CHECK (((state = 'removed'::member_state) = (ended_at IS NOT NULL)))
);

CREATE TABLE member_role (
  member_id uuid NOT NULL,
  service text NOT NULL,
  role text NOT NULL,
  given_by uuid,
  given_at timestamp with time zone NOT NULL,
  CONSTRAINT member_role_given_by_fkey FOREIGN KEY (given_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT member_role_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE CASCADE,
  CONSTRAINT member_role_pkey PRIMARY KEY (member_id, service, role)
);

CREATE TABLE membership (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  service text NOT NULL,
  role text NOT NULL,
  since timestamp with time zone NOT NULL,
  given_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_reason text,
  used_at timestamp with time zone,
  CONSTRAINT membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT membership_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT membership_given_by_fkey FOREIGN KEY (given_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT membership_pkey PRIMARY KEY (id)
);

CREATE TABLE notice_answer (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  body text NOT NULL,
  solves boolean NOT NULL,
  written_by uuid,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT notice_answer_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  CONSTRAINT notice_answer_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES service_notice(id) ON DELETE CASCADE,
  CONSTRAINT notice_answer_pkey PRIMARY KEY (id),
  CONSTRAINT notice_answer_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id) ON DELETE SET NULL
);

CREATE TABLE notice_answer_ticket (
  answer_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  outcome text,
  CONSTRAINT notice_answer_ticket_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES notice_answer(id) ON DELETE CASCADE,
  CONSTRAINT notice_answer_ticket_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'left-out'::text]))),
  CONSTRAINT notice_answer_ticket_pkey PRIMARY KEY (answer_id, ticket_id),
  CONSTRAINT notice_answer_ticket_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
);

CREATE TABLE organisation (
  id uuid NOT NULL,
  code text,
  kind organisation_kind NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  parent_code text,
  status register_status NOT NULL,
  address_lines text[] NOT NULL DEFAULT '{}'::text[],
  postcode text,
  phone text,
  prescribing_setting text,
  opened_on date,
  closed_on date,
  search_text text NOT NULL DEFAULT ''::text,
  register_hash text,
  register_row jsonb,
  imported_at timestamp with time zone,
  registered_at timestamp with time zone,
  mailbox text,
  mailbox_proven_at timestamp with time zone,
  mailbox_proven_how text,
  without_main_contact_since timestamp with time zone,
  CONSTRAINT organisation_code_key UNIQUE (code),
  CONSTRAINT organisation_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation(id),
  CONSTRAINT organisation_pkey PRIMARY KEY (id)
);

CREATE TABLE outbox (
  id uuid NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  account_id uuid,
  organisation_id uuid,
  key_version integer NOT NULL,
  content bytea,
  message_id text NOT NULL,
  status message_status NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  last_problem text,
  provider_id text,
  delivery_status delivery_status,
  delivery_status_at timestamp with time zone,
  next_poll_at timestamp with time zone,
  preview bytea,
  CONSTRAINT outbox_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT outbox_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  CONSTRAINT outbox_message_id_key UNIQUE (message_id),
  CONSTRAINT outbox_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);

CREATE TABLE password (
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  hash text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  recovered_at timestamp with time zone,
  CONSTRAINT password_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT password_pkey PRIMARY KEY (account_id, realm)
);

CREATE TABLE people_import (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  started_by uuid,
  file_name text NOT NULL,
  ignored_columns jsonb NOT NULL DEFAULT '[]'::jsonb,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  confirmed_in uuid,
  finished_at timestamp with time zone,
  CONSTRAINT people_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT people_import_pkey PRIMARY KEY (id),
  CONSTRAINT people_import_started_by_fkey FOREIGN KEY (started_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT people_import_state_check CHECK ((state = ANY (ARRAY['preview'::text, 'running'::text, 'done'::text, 'cancelled'::text])))
);

CREATE TABLE people_import_row (
  import_id uuid NOT NULL,
  line integer NOT NULL,
  key_version integer NOT NULL,
  content bytea,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb,
  outcome text,
  member_id uuid,
  CONSTRAINT people_import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES people_import(id) ON DELETE CASCADE,
  CONSTRAINT people_import_row_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(id) ON DELETE SET NULL,
  CONSTRAINT people_import_row_pkey PRIMARY KEY (import_id, line)
);

CREATE TABLE person_key (
  account_id uuid NOT NULL,
  sealed_key bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT person_key_pkey PRIMARY KEY (account_id)
);

CREATE TABLE recovery_code (
  factor_id uuid NOT NULL,
  mac text NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_code_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES factor(id) ON DELETE CASCADE,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (factor_id, mac)
);

CREATE TABLE register_import (
  id uuid NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL,
  content bytea,
  rows_total integer,
  rows_done integer NOT NULL DEFAULT 0,
  report jsonb,
  problem text,
  started_by uuid,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  CONSTRAINT register_import_pkey PRIMARY KEY (id),
  CONSTRAINT register_import_started_by_fkey FOREIGN KEY (started_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT register_import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

CREATE TABLE registration (
  id uuid NOT NULL,
  reference text NOT NULL,
  organisation_id uuid NOT NULL,
  state registration_state NOT NULL,
  full_name text NOT NULL,
  email_typed text NOT NULL,
  email_canonical text NOT NULL,
  phone text NOT NULL,
  mailbox text NOT NULL,
  language text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  letter_code_mac text,
  letter_code_made_at timestamp with time zone,
  checked_how text,
  checked_note text,
  checked_by uuid,
  checked_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  mailbox_secret_hash text,
  mailbox_link_expires_at timestamp with time zone,
  CONSTRAINT registration_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT registration_checked_how_check CHECK ((checked_how = ANY (ARRAY['call-back'::text, 'letter-code'::text, 'known-mailbox'::text, 'mailbox-answer'::text]))),
  CONSTRAINT registration_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT registration_mailbox_secret_hash_key UNIQUE (mailbox_secret_hash),
  CONSTRAINT registration_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT registration_pkey PRIMARY KEY (id),
  CONSTRAINT registration_reference_key UNIQUE (reference)
);

CREATE TABLE related_article (
  article_id uuid NOT NULL,
  related_id uuid NOT NULL,
  position integer NOT NULL,
  CONSTRAINT related_article_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON DELETE CASCADE,
  CONSTRAINT related_article_check CHECK ((article_id <> related_id)),
  CONSTRAINT related_article_pkey PRIMARY KEY (article_id, related_id),
  CONSTRAINT related_article_related_id_fkey FOREIGN KEY (related_id) REFERENCES article(id) ON DELETE CASCADE
);

CREATE TABLE requester (
  id uuid NOT NULL,
  typed text NOT NULL,
  canonical text NOT NULL,
  full_name text NOT NULL,
  phone text,
  language text NOT NULL,
  confirmed_at timestamp with time zone,
  portal_account_id uuid,
  linked_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT requester_canonical_key UNIQUE (canonical),
  CONSTRAINT requester_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 200))),
  CONSTRAINT requester_pkey PRIMARY KEY (id),
  CONSTRAINT requester_portal_account_id_fkey FOREIGN KEY (portal_account_id) REFERENCES account(id) ON DELETE SET NULL
);

CREATE TABLE sandbox_message (
  id uuid NOT NULL,
  channel text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  text_body text NOT NULL,
  html_body text NOT NULL,
  links text[] NOT NULL,
  codes text[] NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT sandbox_message_pkey PRIMARY KEY (id)
);

CREATE TABLE saved_view (
  id uuid NOT NULL,
  owner_id uuid,
  name text NOT NULL,
  filters jsonb NOT NULL,
  position integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CONSTRAINT saved_view_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT saved_view_pkey PRIMARY KEY (id)
);

CREATE TABLE sent_code (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  bound_to uuid NOT NULL,
  target uuid NOT NULL,
  code_mac text NOT NULL,
  message_id uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  replaced_at timestamp with time zone,
  CONSTRAINT sent_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT sent_code_pkey PRIMARY KEY (id)
);

CREATE TABLE service_notice (
  id uuid NOT NULL,
  title text NOT NULL,
  body text NOT NULL DEFAULT ''::text,
  on_log_in boolean NOT NULL,
  on_help boolean NOT NULL,
  on_contact boolean NOT NULL,
  published_at timestamp with time zone NOT NULL,
  published_by uuid,
  changed_at timestamp with time zone,
  ends_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  CONSTRAINT service_notice_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT service_notice_pkey PRIMARY KEY (id),
  CONSTRAINT service_notice_published_by_fkey FOREIGN KEY (published_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT service_notice_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

CREATE TABLE session (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  account_id uuid NOT NULL,
  realm realm NOT NULL,
  device_id uuid,
  started_at timestamp with time zone NOT NULL,
  authenticated_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  ended_because text,
  organisation_id uuid,
  factor_proven_at timestamp with time zone,
  is_lasting boolean NOT NULL DEFAULT false,
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT session_device_id_fkey FOREIGN KEY (device_id) REFERENCES device(id),
  CONSTRAINT session_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE spent_challenge (
  challenge_hash text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT spent_challenge_pkey PRIMARY KEY (challenge_hash)
);

CREATE TABLE spent_proof (
  challenge_hash text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT spent_proof_pkey PRIMARY KEY (challenge_hash)
);

CREATE TABLE staff_task (
  id uuid NOT NULL,
  reference text NOT NULL,
  kind text NOT NULL,
  record_type text NOT NULL,
  record_id uuid NOT NULL,
  organisation_id uuid,
  created_at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  done_by uuid,
  CONSTRAINT staff_task_done_by_fkey FOREIGN KEY (done_by) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT staff_task_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT staff_task_pkey PRIMARY KEY (id),
  CONSTRAINT staff_task_reference_key UNIQUE (reference)
);

CREATE TABLE stored_file (
  id uuid NOT NULL,
  key_version integer NOT NULL,
  sealed_key bytea NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT stored_file_pkey PRIMARY KEY (id)
);

CREATE TABLE stored_file_part (
  file_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT stored_file_part_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE CASCADE,
  CONSTRAINT stored_file_part_pkey PRIMARY KEY (file_id, number)
);

CREATE TABLE support_address (
  account_id uuid NOT NULL,
  typed text NOT NULL,
  canonical text NOT NULL,
  confirmed_at timestamp with time zone NOT NULL,
  CONSTRAINT support_address_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT support_address_canonical_key UNIQUE (canonical),
  CONSTRAINT support_address_pkey PRIMARY KEY (account_id)
);

CREATE TABLE team (
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CONSTRAINT team_name_key UNIQUE (name),
  CONSTRAINT team_pkey PRIMARY KEY (id)
);

CREATE TABLE team_member (
  team_id uuid NOT NULL,
  account_id uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT team_member_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT team_member_pkey PRIMARY KEY (team_id, account_id),
  CONSTRAINT team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id) ON DELETE CASCADE
);

CREATE TABLE ticket (
  id uuid NOT NULL,
  reference text NOT NULL,
  subject_key text NOT NULL,
  title text NOT NULL,
  answers jsonb NOT NULL DEFAULT '{}'::jsonb,
  state ticket_state NOT NULL,
  priority smallint NOT NULL,
  channel ticket_channel NOT NULL,
  requester_id uuid NOT NULL,
  account_id uuid,
  account_proof text,
  organisation_id uuid,
  team_id uuid,
  assigned_to uuid,
  tags text[] NOT NULL DEFAULT '{}'::text[],
  notice_id uuid,
  merged_into uuid,
  split_from uuid,
  created_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  first_answer_due_at timestamp with time zone,
  first_answered_at timestamp with time zone,
  solve_due_at timestamp with time zone,
  solve_left bigint,
  last_message_at timestamp with time zone NOT NULL,
  last_message_by text NOT NULL DEFAULT 'requester'::text,
  state_changed_at timestamp with time zone NOT NULL,
  solved_at timestamp with time zone,
  closed_at timestamp with time zone,
  reopened_count integer NOT NULL DEFAULT 0,
  rating text,
  rating_words text,
  rated_at timestamp with time zone,
  complaint_due_on date,
  due_at timestamp with time zone NOT NULL DEFAULT 
CASE
    WHEN (state = ANY (ARRAY['new'::ticket_state, 'open'::ticket_state, 'waiting-for-us'::ticket_state])) THEN COALESCE(LEAST(
    CASE
        WHEN (first_answered_at IS NULL) THEN first_answer_due_at
        ELSE NULL::timestamp with time zone
    END, solve_due_at), 'infinity'::timestamp with time zone)
    ELSE 'infinity'::timestamp with time zone
END,
  search tsvector NOT NULL DEFAULT ''::tsvector,
  follows uuid,
  CONSTRAINT ticket_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT ticket_account_proof_check CHECK ((account_proof = ANY (ARRAY['session'::text, 'address'::text, 'call-code'::text, 'staff'::text]))),
  CONSTRAINT ticket_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES account(id) ON DELETE SET NULL,
  CONSTRAINT ticket_check CHECK (((account_id IS NULL) OR (account_proof IS NOT NULL))),
  CONSTRAINT ticket_check1 CHECK (((merged_into IS NULL) OR (state = 'closed'::ticket_state))),
  CONSTRAINT ticket_follows_fkey FOREIGN KEY (follows) REFERENCES ticket(id) ON DELETE SET NULL,
  CONSTRAINT ticket_last_message_by_check CHECK ((last_message_by = ANY (ARRAY['requester'::text, 'support'::text]))),
  CONSTRAINT ticket_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES ticket(id),
  CONSTRAINT ticket_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES service_notice(id),
  CONSTRAINT ticket_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  CONSTRAINT ticket_pkey PRIMARY KEY (id),
  CONSTRAINT ticket_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  CONSTRAINT ticket_rating_check CHECK ((rating = ANY (ARRAY['good'::text, 'bad'::text]))),
  CONSTRAINT ticket_reference_key UNIQUE (reference),
  CONSTRAINT ticket_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES requester(id),
  CONSTRAINT ticket_split_from_fkey FOREIGN KEY (split_from) REFERENCES ticket(id),
  CONSTRAINT ticket_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id),
  CONSTRAINT ticket_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

CREATE TABLE ticket_link (
  id uuid NOT NULL,
  purpose text NOT NULL,
  ticket_id uuid,
  requester_id uuid NOT NULL,
  secret_hash text NOT NULL,
  code_mac text NOT NULL,
  code_tries integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  replaced_at timestamp with time zone,
  CONSTRAINT ticket_link_pkey PRIMARY KEY (id),
  CONSTRAINT ticket_link_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'open'::text, 'agree'::text, 'sign-in'::text, 'document'::text]))),
  CONSTRAINT ticket_link_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES requester(id) ON DELETE CASCADE,
  CONSTRAINT ticket_link_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT ticket_link_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
);

CREATE TABLE ticket_message (
  id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  kind text NOT NULL,
  channel ticket_channel NOT NULL,
  written_by uuid,
  requester_id uuid,
  body text NOT NULL,
  quoted text,
  mail_message_id text,
  sender_check jsonb,
  mail_in_id uuid,
  outbox_id uuid,
  bounced_at timestamp with time zone,
  bounce_reason text,
  created_at timestamp with time zone NOT NULL,
  merged_from uuid,
  search tsvector NOT NULL DEFAULT ''::tsvector,
  CONSTRAINT ticket_message_id_ticket_id_key UNIQUE (id, ticket_id),
  CONSTRAINT ticket_message_kind_check CHECK ((kind = ANY (ARRAY['from-requester'::text, 'from-support'::text, 'note'::text, 'report'::text]))),
  CONSTRAINT ticket_message_merged_from_fkey FOREIGN KEY (merged_from) REFERENCES ticket(id),
  CONSTRAINT ticket_message_pkey PRIMARY KEY (id),
  CONSTRAINT ticket_message_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES requester(id),
  CONSTRAINT ticket_message_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE,
  CONSTRAINT ticket_message_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id) ON DELETE SET NULL
);

CREATE TABLE ticket_person (
  ticket_id uuid NOT NULL,
  requester_id uuid NOT NULL,
  part text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  agreed_at timestamp with time zone,
  refused_at timestamp with time zone,
  CONSTRAINT ticket_person_part_check CHECK ((part = ANY (ARRAY['about'::text, 'helper'::text, 'follower'::text]))),
  CONSTRAINT ticket_person_pkey PRIMARY KEY (ticket_id, requester_id),
  CONSTRAINT ticket_person_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES requester(id),
  CONSTRAINT ticket_person_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
);

CREATE TABLE ticket_presence (
  ticket_id uuid NOT NULL,
  account_id uuid NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  writes_since timestamp with time zone,
  CONSTRAINT ticket_presence_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT ticket_presence_pkey PRIMARY KEY (ticket_id, account_id),
  CONSTRAINT ticket_presence_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
);

CREATE TABLE ticket_visit (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  ticket_id uuid NOT NULL,
  requester_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  proven_at timestamp with time zone,
  ended_at timestamp with time zone,
  CONSTRAINT ticket_visit_pkey PRIMARY KEY (id),
  CONSTRAINT ticket_visit_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES requester(id) ON DELETE CASCADE,
  CONSTRAINT ticket_visit_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE,
  CONSTRAINT ticket_visit_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE upstream_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL,
  linked_at timestamp with time zone NOT NULL,
  CONSTRAINT upstream_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  CONSTRAINT upstream_identity_pkey PRIMARY KEY (issuer, subject)
);

CREATE INDEX access_link_account ON public.access_link USING btree (account_id);

CREATE INDEX access_link_email_change ON public.access_link USING btree (email_change_id) WHERE (email_change_id IS NOT NULL);

CREATE INDEX access_link_expires ON public.access_link USING btree (expires_at);

CREATE UNIQUE INDEX access_link_newest_only ON public.access_link USING btree (account_id, purpose, realm) WHERE ((used_at IS NULL) AND (replaced_at IS NULL) AND (purpose <> ALL (ARRAY['stop-email-change'::link_purpose, 'not-me'::link_purpose])));

CREATE INDEX access_request_account ON public.access_request USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX access_request_branch ON public.access_request USING btree (branch_id) WHERE (branch_id IS NOT NULL);

CREATE INDEX access_request_created ON public.access_request USING btree (created_at);

CREATE INDEX access_request_decided_by ON public.access_request USING btree (decided_by) WHERE (decided_by IS NOT NULL);

CREATE INDEX access_request_email ON public.access_request USING btree (email_canonical);

CREATE UNIQUE INDEX access_request_once ON public.access_request USING btree (organisation_id, email_canonical) WHERE (state = 'waiting'::text);

CREATE INDEX access_request_organisation ON public.access_request USING btree (organisation_id, state);

CREATE INDEX access_request_to_pass_on ON public.access_request USING btree (created_at) WHERE ((passed_on_at IS NULL) AND (state = 'waiting'::text));

CREATE INDEX access_request_waiting ON public.access_request USING btree (created_at) WHERE (state = 'waiting'::text);

CREATE INDEX access_review_answer_by ON public.access_review_answer USING btree (answered_by) WHERE (answered_by IS NOT NULL);

CREATE INDEX access_review_answer_member ON public.access_review_answer USING btree (member_id);

CREATE INDEX access_review_finished_by ON public.access_review USING btree (finished_by) WHERE (finished_by IS NOT NULL);

CREATE UNIQUE INDEX access_review_one_open ON public.access_review USING btree (organisation_id) WHERE (finished_at IS NULL);

CREATE INDEX access_review_organisation ON public.access_review USING btree (organisation_id, opened_at);

CREATE INDEX account_closed ON public.account USING btree (state_changed_at) WHERE (state = 'closed'::account_state);

CREATE INDEX account_email_account ON public.account_email USING btree (account_id);

CREATE UNIQUE INDEX account_email_held_address ON public.account_email USING btree (canonical) WHERE (state <> 'pending'::email_state);

CREATE UNIQUE INDEX account_email_one_current ON public.account_email USING btree (account_id) WHERE (state = 'current'::email_state);

CREATE UNIQUE INDEX account_email_one_pending ON public.account_email USING btree (account_id) WHERE (state = 'pending'::email_state);

CREATE INDEX account_email_search ON public.account_email USING gin (canonical gin_trgm_ops);

CREATE INDEX account_invited ON public.account USING btree (state_changed_at) WHERE (state = 'invited'::account_state);

CREATE INDEX account_name_search ON public.account USING gin (search_fold(full_name) gin_trgm_ops);

CREATE INDEX article_feedback_held ON public.article_feedback USING btree (created_at) WHERE (state = 'held'::feedback_state);

CREATE INDEX article_feedback_of_article ON public.article_feedback USING btree (article_id, created_at);

CREATE INDEX article_feedback_open ON public.article_feedback USING btree (created_at) WHERE ((state = 'counted'::feedback_state) AND (NOT is_helpful) AND (handled_at IS NULL));

CREATE INDEX article_in_category ON public.article USING btree (category_id, "position") WHERE (state = 'published'::article_state);

CREATE INDEX article_search ON public.article USING gin (search) WHERE (state = 'published'::article_state);

CREATE INDEX article_to_review ON public.article USING btree (review_on) WHERE (state = 'published'::article_state);

CREATE INDEX article_word_alike ON public.article_word USING gin (word gin_trgm_ops);

CREATE INDEX article_word_stem ON public.article_word USING btree (stem);

CREATE INDEX attachment_of_file ON public.attachment USING btree (file_id);

CREATE INDEX attachment_of_message ON public.attachment USING btree (message_id);

CREATE INDEX attachment_of_ticket ON public.attachment USING btree (ticket_id);

CREATE INDEX attachment_unused ON public.attachment USING btree (created_at) WHERE (ticket_id IS NULL);

CREATE INDEX attachment_waiting ON public.attachment USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::attachment_state, 'held'::attachment_state]));

CREATE INDEX audit_event_action ON public.audit_event USING btree (action, "position" DESC);

CREATE INDEX audit_event_actor ON public.audit_event USING btree (actor_id, "position" DESC);

CREATE INDEX audit_event_organisation ON public.audit_event USING btree (organisation_id, "position" DESC) WHERE (organisation_id IS NOT NULL);

CREATE INDEX audit_event_record ON public.audit_event USING btree (record_type, record_id, at DESC);

CREATE INDEX audit_event_subject ON public.audit_event USING btree (subject_id, "position" DESC);

CREATE INDEX call_back_open ON public.call_back USING btree (wanted_at) WHERE (done_at IS NULL);

CREATE INDEX caller_check_of_ticket ON public.caller_check USING btree (ticket_id, created_at DESC);

CREATE INDEX closure_named_by ON public.closure USING btree (successor_named_by) WHERE (successor_named_by IS NOT NULL);

CREATE INDEX closure_open ON public.closure USING btree (read_only_until) WHERE (access_ended_at IS NULL);

CREATE INDEX closure_successor ON public.closure USING btree (successor_id) WHERE (successor_id IS NOT NULL);

CREATE INDEX correction_request_account ON public.correction_request USING btree (account_id);

CREATE INDEX data_export_expires ON public.data_export USING btree (expires_at);

CREATE INDEX data_export_waiting ON public.data_export USING btree (asked_at) WHERE (ready_at IS NULL);

CREATE INDEX device_account ON public.device USING btree (account_id, realm);

CREATE INDEX device_notice_due ON public.device USING btree (first_used_at) WHERE (notice_settled_at IS NULL);

CREATE INDEX device_revoked ON public.device USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);

CREATE INDEX email_change_account ON public.email_change USING btree (account_id, asked_at);

CREATE INDEX email_change_expires ON public.email_change USING btree (expires_at) WHERE (state = 'asked'::text);

CREATE INDEX email_change_final ON public.email_change USING btree (stoppable_until) WHERE (state = 'made'::text);

CREATE UNIQUE INDEX email_change_one_asked ON public.email_change USING btree (account_id) WHERE (state = 'asked'::text);

CREATE INDEX email_change_untold ON public.email_change USING btree (asked_at) WHERE ((state = 'asked'::text) AND (told_at IS NULL));

CREATE INDEX entry_lane_forget ON public.entry_lane USING btree (last_wrong_at);

CREATE INDEX factor_account ON public.factor USING btree (account_id, realm);

CREATE UNIQUE INDEX factor_number_once ON public.factor USING btree (account_id, realm, phone_dialled) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX factor_one_of_its_kind ON public.factor USING btree (account_id, realm, kind) WHERE ((kind = ANY (ARRAY['email'::factor_kind, 'recovery-codes'::factor_kind])) AND (removed_at IS NULL));

CREATE UNIQUE INDEX factor_one_preferred ON public.factor USING btree (account_id, realm) WHERE (is_preferred AND (removed_at IS NULL));

CREATE INDEX factor_removed ON public.factor USING btree (removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX factor_reset_request_account ON public.factor_reset_request USING btree (account_id);

CREATE UNIQUE INDEX factor_reset_request_one_waiting ON public.factor_reset_request USING btree (account_id, realm) WHERE (state = 'waiting'::text);

CREATE INDEX factor_setup_account ON public.factor_setup USING btree (account_id);

CREATE INDEX factor_setup_expires ON public.factor_setup USING btree (expires_at);

CREATE INDEX handover_from ON public.handover USING btree (from_member);

CREATE UNIQUE INDEX handover_one_offered ON public.handover USING btree (organisation_id) WHERE (state = 'offered'::text);

CREATE INDEX handover_to ON public.handover USING btree (to_member);

CREATE INDEX intake_waiting ON public.intake USING btree (created_at) WHERE (handled_at IS NULL);

CREATE INDEX invitation_past_hashes ON public.invitation USING gin (past_hashes);

CREATE INDEX invitation_remind ON public.invitation USING btree (sent_at) WHERE ((reminded_at IS NULL) AND (ended_at IS NULL));

CREATE INDEX invitation_send ON public.invitation USING btree (send_at) WHERE (send_at IS NOT NULL);

CREATE INDEX kept_form_account ON public.kept_form USING btree (account_id, created_at);

CREATE INDEX kept_form_expires ON public.kept_form USING btree (expires_at);

CREATE INDEX leaver_report_member ON public.leaver_report USING btree (member_id) WHERE (member_id IS NOT NULL);

CREATE UNIQUE INDEX leaver_report_once ON public.leaver_report USING btree (member_id, is_own) WHERE ((resolved_at IS NULL) AND (member_id IS NOT NULL));

CREATE INDEX leaver_report_organisation ON public.leaver_report USING btree (organisation_id) WHERE (resolved_at IS NULL);

CREATE INDEX leaver_report_resolved_by ON public.leaver_report USING btree (resolved_by) WHERE (resolved_by IS NOT NULL);

CREATE INDEX leaver_report_said_by ON public.leaver_report USING btree (said_by) WHERE (said_by IS NOT NULL);

CREATE INDEX limit_count_ends ON public.limit_count USING btree (window_ends_at);

CREATE INDEX log_in_attempt_account ON public.log_in_attempt USING btree (account_id);

CREATE INDEX log_in_attempt_expires ON public.log_in_attempt USING btree (expires_at);

CREATE INDEX login_name_account ON public.login_name USING btree (account_id);

CREATE UNIQUE INDEX login_name_look_alike ON public.login_name USING btree (skeleton) WHERE (kind = 'username'::text);

CREATE UNIQUE INDEX login_name_one_username ON public.login_name USING btree (account_id) WHERE ((kind = 'username'::text) AND (retired_at IS NULL));

CREATE INDEX login_name_search ON public.login_name USING gin (canonical gin_trgm_ops) WHERE (kind = 'username'::text);

CREATE INDEX mail_in_of_file ON public.mail_in USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX mail_in_unreadable ON public.mail_in USING btree (received_at) WHERE (state = 'unreadable'::mail_in_state);

CREATE INDEX mail_in_waiting ON public.mail_in USING btree (received_at) WHERE (state = 'waiting'::mail_in_state);

CREATE INDEX main_contact_request_checked_by ON public.main_contact_request USING btree (authoriser_checked_by) WHERE (authoriser_checked_by IS NOT NULL);

CREATE INDEX main_contact_request_decided_by ON public.main_contact_request USING btree (decided_by) WHERE (decided_by IS NOT NULL);

CREATE INDEX main_contact_request_email ON public.main_contact_request USING btree (email_canonical);

CREATE INDEX main_contact_request_objected_by ON public.main_contact_request USING btree (objected_by) WHERE (objected_by IS NOT NULL);

CREATE UNIQUE INDEX main_contact_request_one_waiting ON public.main_contact_request USING btree (organisation_id, email_canonical) WHERE (state = 'waiting'::text);

CREATE INDEX main_contact_request_organisation ON public.main_contact_request USING btree (organisation_id);

CREATE INDEX main_contact_request_untold ON public.main_contact_request USING btree (created_at) WHERE ((administrators_told_at IS NULL) AND (state = 'waiting'::text));

CREATE INDEX member_account ON public.member USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX member_address ON public.member USING btree (email_canonical);

CREATE INDEX member_branch ON public.member USING btree (branch_id) WHERE (branch_id IS NOT NULL);

CREATE INDEX member_created_by ON public.member USING btree (created_by) WHERE (created_by IS NOT NULL);

CREATE INDEX member_ended_by ON public.member USING btree (ended_by) WHERE (ended_by IS NOT NULL);

CREATE INDEX member_ends ON public.member USING btree (ends_on) WHERE ((ends_on IS NOT NULL) AND (state <> 'removed'::member_state));

CREATE UNIQUE INDEX member_once_account ON public.member USING btree (organisation_id, account_id) WHERE ((state <> 'removed'::member_state) AND (account_id IS NOT NULL));

CREATE UNIQUE INDEX member_once_address ON public.member USING btree (organisation_id, email_canonical) WHERE (state <> 'removed'::member_state);

CREATE INDEX member_organisation ON public.member USING btree (organisation_id, state);

CREATE INDEX member_returns ON public.member USING btree (returns_on) WHERE (state = 'on-leave'::member_state);

CREATE INDEX member_role_given_by ON public.member_role USING btree (given_by) WHERE (given_by IS NOT NULL);

CREATE INDEX member_starts ON public.member USING btree (starts_on) WHERE ((starts_on IS NOT NULL) AND (state = 'active'::member_state));

CREATE INDEX membership_account ON public.membership USING btree (account_id);

CREATE INDEX membership_ended_by ON public.membership USING btree (ended_by) WHERE (ended_by IS NOT NULL);

CREATE INDEX membership_given_by ON public.membership USING btree (given_by) WHERE (given_by IS NOT NULL);

CREATE UNIQUE INDEX membership_once ON public.membership USING btree (account_id, organisation_id, service, role) WHERE (ended_at IS NULL);

CREATE INDEX membership_organisation ON public.membership USING btree (organisation_id);

CREATE INDEX notice_answer_of_notice ON public.notice_answer USING btree (notice_id, created_at);

CREATE INDEX notice_answer_ticket_waiting ON public.notice_answer_ticket USING btree (ticket_id) WHERE (outcome IS NULL);

CREATE INDEX organisation_parent ON public.organisation USING btree (parent_id);

CREATE INDEX organisation_postcode ON public.organisation USING btree (replace(postcode, ' '::text, ''::text) text_pattern_ops);

CREATE INDEX organisation_search ON public.organisation USING gin (search_text gin_trgm_ops);

CREATE INDEX outbox_account ON public.outbox USING btree (account_id, created_at);

CREATE INDEX outbox_created ON public.outbox USING btree (created_at);

CREATE INDEX outbox_due ON public.outbox USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL);

CREATE INDEX outbox_expires ON public.outbox USING btree (expires_at) WHERE (content IS NOT NULL);

CREATE INDEX outbox_poll ON public.outbox USING btree (next_poll_at) WHERE (next_poll_at IS NOT NULL);

CREATE UNIQUE INDEX outbox_provider ON public.outbox USING btree (provider_id) WHERE (provider_id IS NOT NULL);

CREATE INDEX outbox_texts ON public.outbox USING btree (created_at) WHERE (channel = 'sms'::text);

CREATE INDEX people_import_organisation ON public.people_import USING btree (organisation_id, created_at);

CREATE INDEX people_import_row_member ON public.people_import_row USING btree (member_id) WHERE (member_id IS NOT NULL);

CREATE INDEX people_import_running ON public.people_import USING btree (created_at) WHERE (state = 'running'::text);

CREATE INDEX people_import_started_by ON public.people_import USING btree (started_by) WHERE (started_by IS NOT NULL);

CREATE INDEX registration_checked_by ON public.registration USING btree (checked_by) WHERE (checked_by IS NOT NULL);

CREATE INDEX registration_decided ON public.registration USING btree (decided_at) WHERE (decided_at IS NOT NULL);

CREATE INDEX registration_decided_by ON public.registration USING btree (decided_by) WHERE (decided_by IS NOT NULL);

CREATE INDEX registration_email ON public.registration USING btree (email_canonical);

CREATE INDEX registration_organisation ON public.registration USING btree (organisation_id);

CREATE INDEX registration_waiting ON public.registration USING btree (created_at) WHERE (state = 'waiting'::registration_state);

CREATE INDEX requester_of_account ON public.requester USING btree (portal_account_id) WHERE (portal_account_id IS NOT NULL);

CREATE INDEX requester_search_address ON public.requester USING gin (canonical gin_trgm_ops);

CREATE INDEX requester_search_name ON public.requester USING gin (full_name gin_trgm_ops);

CREATE INDEX sandbox_message_at ON public.sandbox_message USING btree (at DESC);

CREATE INDEX saved_view_of_owner ON public.saved_view USING btree (owner_id);

CREATE INDEX sent_code_account ON public.sent_code USING btree (account_id, created_at);

CREATE INDEX sent_code_expires ON public.sent_code USING btree (expires_at);

CREATE UNIQUE INDEX sent_code_newest_only ON public.sent_code USING btree (bound_to, target) WHERE ((used_at IS NULL) AND (replaced_at IS NULL));

CREATE INDEX sent_code_target ON public.sent_code USING btree (target, created_at);

CREATE INDEX service_notice_current ON public.service_notice USING btree (published_at) WHERE (ended_at IS NULL);

CREATE INDEX session_account ON public.session USING btree (account_id, realm) WHERE (ended_at IS NULL);

CREATE INDEX session_device ON public.session USING btree (device_id);

CREATE INDEX session_ends ON public.session USING btree (ends_at);

CREATE INDEX spent_challenge_expires ON public.spent_challenge USING btree (expires_at);

CREATE INDEX staff_task_done ON public.staff_task USING btree (done_at) WHERE (done_at IS NOT NULL);

CREATE INDEX staff_task_done_by ON public.staff_task USING btree (done_by) WHERE (done_by IS NOT NULL);

CREATE UNIQUE INDEX staff_task_once ON public.staff_task USING btree (kind, record_id) WHERE (done_at IS NULL);

CREATE INDEX staff_task_open ON public.staff_task USING btree (created_at) WHERE (done_at IS NULL);

CREATE INDEX staff_task_record ON public.staff_task USING btree (record_id);

CREATE INDEX ticket_active ON public.ticket USING btree (state) WHERE (state <> ALL (ARRAY['solved'::ticket_state, 'closed'::ticket_state]));

CREATE INDEX ticket_by_state ON public.ticket USING btree (state, last_message_at DESC, id);

CREATE INDEX ticket_created ON public.ticket USING btree (created_at, id);

CREATE INDEX ticket_due ON public.ticket USING btree (((priority > 1)), due_at, id);

CREATE INDEX ticket_follows ON public.ticket USING btree (follows) WHERE (follows IS NOT NULL);

CREATE INDEX ticket_held ON public.ticket USING btree (created_at) WHERE (state = 'held'::ticket_state);

CREATE INDEX ticket_link_newest ON public.ticket_link USING btree (requester_id, purpose, created_at DESC);

CREATE INDEX ticket_link_of_ticket ON public.ticket_link USING btree (ticket_id);

CREATE INDEX ticket_merged ON public.ticket USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE UNIQUE INDEX ticket_message_mail ON public.ticket_message USING btree (mail_in_id) WHERE (mail_in_id IS NOT NULL);

CREATE INDEX ticket_message_mail_id ON public.ticket_message USING btree (mail_message_id) WHERE (mail_message_id IS NOT NULL);

CREATE INDEX ticket_message_of_ticket ON public.ticket_message USING btree (ticket_id, created_at, id);

CREATE INDEX ticket_message_outbox ON public.ticket_message USING btree (outbox_id) WHERE (outbox_id IS NOT NULL);

CREATE INDEX ticket_message_search ON public.ticket_message USING gin (search);

CREATE INDEX ticket_newest ON public.ticket USING btree (last_message_at DESC, id DESC);

CREATE INDEX ticket_of_account ON public.ticket USING btree (account_id, created_at DESC) WHERE (account_id IS NOT NULL);

CREATE INDEX ticket_of_agent ON public.ticket USING btree (assigned_to, state, last_message_at);

CREATE INDEX ticket_of_notice ON public.ticket USING btree (notice_id) WHERE (notice_id IS NOT NULL);

CREATE INDEX ticket_of_organisation ON public.ticket USING btree (organisation_id, created_at DESC) WHERE (organisation_id IS NOT NULL);

CREATE INDEX ticket_of_requester ON public.ticket USING btree (requester_id, created_at DESC);

CREATE INDEX ticket_of_team ON public.ticket USING btree (team_id, state, last_message_at);

CREATE INDEX ticket_person_of_requester ON public.ticket_person USING btree (requester_id);

CREATE INDEX ticket_search ON public.ticket USING gin (search);

CREATE INDEX ticket_solved ON public.ticket USING btree (solved_at) WHERE (state = 'solved'::ticket_state);

CREATE INDEX ticket_tags ON public.ticket USING gin (tags);

CREATE INDEX ticket_unassigned ON public.ticket USING btree (priority, created_at) WHERE ((assigned_to IS NULL) AND (state = ANY (ARRAY['new'::ticket_state, 'open'::ticket_state, 'waiting-for-us'::ticket_state])));

CREATE INDEX ticket_visit_of_ticket ON public.ticket_visit USING btree (ticket_id);

CREATE INDEX upstream_identity_account ON public.upstream_identity USING btree (account_id);

CREATE OR REPLACE FUNCTION public.number_transaction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN NULL;
END $function$


CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'audit events are only ever added';
END $function$


CREATE OR REPLACE FUNCTION public.search_fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT translate(lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f''’‘.]', '', 'g')), '-‐‑–—&', '      ')
$function$


CREATE TRIGGER audit_event_never_emptied BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_event_numbers_transaction BEFORE INSERT ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION number_transaction();

CREATE TRIGGER audit_event_only_added BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_seal_never_emptied BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_seal_only_added BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
