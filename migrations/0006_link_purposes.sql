-- Links that confirm a new address, stop such a change, and say "this was not me".
ALTER TYPE link_purpose ADD VALUE 'confirm-email';
ALTER TYPE link_purpose ADD VALUE 'stop-email-change';
ALTER TYPE link_purpose ADD VALUE 'not-me';
