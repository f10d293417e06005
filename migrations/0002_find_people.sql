-- Finding people as staff hear them: without case, accents, apostrophes or hyphens.

CREATE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f''’‘.]', '', 'g')), '-‐‑–—&', '      ')
$$;

CREATE INDEX account_name_search ON account USING gin (search_fold(full_name) gin_trgm_ops);
CREATE INDEX account_email_search ON account_email USING gin (canonical gin_trgm_ops);
CREATE INDEX login_name_search ON login_name USING gin (canonical gin_trgm_ops) WHERE kind = 'username';
CREATE INDEX staff_task_done ON staff_task (done_at) WHERE done_at IS NOT NULL;
