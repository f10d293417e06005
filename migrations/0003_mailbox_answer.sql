-- Where a setting lets a practice's own mailbox approve a registration: the link that was sent to it.
ALTER TABLE registration
  ADD COLUMN mailbox_secret_hash text UNIQUE,
  ADD COLUMN mailbox_link_expires_at timestamptz,
  DROP CONSTRAINT registration_checked_how_check,
  ADD CONSTRAINT registration_checked_how_check
    CHECK (checked_how IN ('call-back', 'letter-code', 'known-mailbox', 'mailbox-answer'));
