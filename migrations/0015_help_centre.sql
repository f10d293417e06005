-- Articles, what people say of them, and notices about trouble that is known.

CREATE TABLE article_category (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  description text NOT NULL DEFAULT '',
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);

CREATE TYPE article_state AS ENUM ('draft', 'published', 'archived');

CREATE TABLE article (
  id uuid PRIMARY KEY,
  -- The newest part of its address; the ones before are in article_address.
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
  category_id uuid NOT NULL REFERENCES article_category (id),
  state article_state NOT NULL,
  -- What the public reads; the draft that may follow it is the newest article_version.
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  summary text NOT NULL DEFAULT '',
  body text NOT NULL,
  -- Other words people look for it by.
  keywords text[] NOT NULL DEFAULT '{}',
  is_question boolean NOT NULL DEFAULT false,
  position integer NOT NULL DEFAULT 0,
  version_number integer NOT NULL,
  owner_id uuid REFERENCES account (id) ON DELETE SET NULL,
  review_on date,
  -- The file it came with, so that an import finds it again.
  source text UNIQUE,
  published_at timestamptz,
  -- What readers see as "modified on".
  modified_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  -- Made by the application, which knows the synonyms.
  search tsvector NOT NULL DEFAULT ''::tsvector,
  search_text text NOT NULL DEFAULT ''
);
-- A search compares hundreds of these: they stay in their rows as they are, and texts move out before them.
ALTER TABLE article ALTER COLUMN search SET STORAGE MAIN;
ALTER TABLE article SET (toast_tuple_target = 4080);
CREATE INDEX article_in_category ON article (category_id, position) WHERE state = 'published';
CREATE INDEX article_search ON article USING gin (search) WHERE state = 'published';
CREATE INDEX article_to_review ON article (review_on) WHERE state = 'published';

CREATE TABLE article_version (
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number integer NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  keywords text[] NOT NULL,
  category_id uuid NOT NULL REFERENCES article_category (id),
  is_question boolean NOT NULL,
  note text NOT NULL DEFAULT '',
  -- An import writes over its own words, never over those of the desk.
  from_file boolean NOT NULL DEFAULT false,
  written_by uuid REFERENCES account (id) ON DELETE SET NULL,
  written_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (article_id, number)
);

-- Every address an article ever had, so that links and bookmarks go on working.
CREATE TABLE article_address (
  slug text PRIMARY KEY,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  since timestamptz NOT NULL
);

CREATE TABLE related_article (
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  related_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position integer NOT NULL,
  PRIMARY KEY (article_id, related_id),
  CHECK (article_id <> related_id)
);

-- Every word of the published articles and how many hold it, for what people mistype.
CREATE TABLE article_word (
  word text PRIMARY KEY,
  -- What is left of it when its endings are taken off, as the index keeps it.
  stem text NOT NULL,
  articles integer NOT NULL
);
CREATE INDEX article_word_stem ON article_word (stem);
CREATE INDEX article_word_alike ON article_word USING gin (word gin_trgm_ops);

CREATE TYPE feedback_state AS ENUM ('counted', 'held', 'refused');

CREATE TABLE article_feedback (
  id uuid PRIMARY KEY,
  article_id uuid NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version_number integer NOT NULL,
  is_helpful boolean NOT NULL,
  reasons text[] NOT NULL DEFAULT '{}',
  words text,
  -- Without the proof of work it waits until an editor looked at it.
  state feedback_state NOT NULL,
  created_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account (id) ON DELETE SET NULL,
  decided_at timestamptz,
  -- When the owner of the article was done with it.
  handled_at timestamptz,
  handled_by uuid REFERENCES account (id) ON DELETE SET NULL
);
CREATE INDEX article_feedback_of_article ON article_feedback (article_id, created_at);
CREATE INDEX article_feedback_held ON article_feedback (created_at) WHERE state = 'held';
CREATE INDEX article_feedback_open ON article_feedback (created_at) WHERE state = 'counted' AND NOT is_helpful AND handled_at IS NULL;

-- A solved proof of work counts once.
CREATE TABLE spent_proof (
  challenge_hash text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);

-- How much the help centre does by itself, by day; about nobody.
CREATE TABLE help_count (
  day date NOT NULL,
  what text NOT NULL CHECK (what IN ('article-read', 'searched', 'nothing-found', 'offered-while-asking', 'answered-while-asking')),
  count integer NOT NULL,
  PRIMARY KEY (day, what)
);

CREATE TABLE service_notice (
  id uuid PRIMARY KEY,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body text NOT NULL DEFAULT '',
  -- Where it is shown.
  on_log_in boolean NOT NULL,
  on_help boolean NOT NULL,
  on_contact boolean NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid REFERENCES account (id) ON DELETE SET NULL,
  changed_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by uuid REFERENCES account (id) ON DELETE SET NULL
);
CREATE INDEX service_notice_current ON service_notice (published_at) WHERE ended_at IS NULL;
