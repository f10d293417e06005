import type pg from 'pg';
import { staffToken, tokenHashOf } from './bench-people.ts';
import { seedMembers } from './seed-members.ts';

const firstNames =
  'Amara Gwen Tomasz Nerys Priya Kwame Aoife Diego Mei Yusuf Ines Oluwaseun Hana Piotr Sana Rhys Fatima Leon Chidi Zofia Arjun Niamh Carlos Layla Owen Ebele Marta Idris Grace Tariq Sofia Emeka Bronwen Hassan Julia Kofi Eilidh Ravi Anna Said';
const surnameStarts =
  'Alder Ash Bramble Birch Briar Cherry Copper Dale Elder Fern Field Frost Glen Haw Hazel Heather Hollow Ivy Juniper Lark Linden Maple Marsh Meadow Mill Moor North Oak Olive Pear Quill Raven Reed River Rowan Sedge Stone Thistle Thorn Vale West Willow Winter Wood Wren Yarrow';
const surnameEnds =
  'bank bourne bridge brook bury by cliff combe cote croft dale den don feather field ford gate ham hurst land ley low march mere more mouth ridge shaw stead sted stoke thorpe ton tree wall ward water well wick worth yard';

const organisations = 10_000;

/** Everybody at once: sets, not rows, and the slow indexes afterwards. */
export async function seedPeople(client: pg.Client, accounts: number, passwordHash: string): Promise<void> {
  const indexes = await dropSearchIndexes(client);
  await client.query('SET synchronous_commit = off');
  await client.query('SET jit = off');
  await client.query(people, [
    accounts,
    firstNames.split(' '),
    surnameStarts.split(' '),
    surnameEnds.split(' '),
  ]);
  await client.query(practices, [Math.min(accounts, organisations)]);
  for (const statement of accountTables) await client.query(statement);
  await seedMembers(client);
  await client.query('INSERT INTO password SELECT id, $2::realm, $1, now() FROM person', [
    passwordHash,
    'portal',
  ]);
  await addStaffSession(client);
  for (const index of indexes) await client.query(index);
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
}

/** Each row of a large index costs a search for its place; built at once it costs a sort. */
async function dropSearchIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%'`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map((row) => row.definition);
}

const people = `
  CREATE TEMP TABLE person AS
  SELECT n, uuidv7() AS id, 'person-' || n || '@practice-' || n % 10000 || '.example' AS address,
         ($2::text[])[1 + n % cardinality($2::text[])] || ' ' ||
         ($3::text[])[1 + n / 40 % cardinality($3::text[])] || ($4::text[])[1 + n / 1840 % cardinality($4::text[])] AS name
    FROM generate_series(1, $1::int) n`;

const practices = `
  INSERT INTO organisation (id, code, kind, name, status, search_text, postcode, registered_at)
  SELECT uuidv7(), 'B' || lpad(n::text, 5, '0'), 'practice', initcap(word) || ' Surgery ' || n, 'active',
         word || ' surgery ' || n, 'ZZ99 1AA', now()
    FROM (SELECT n, lower(split_part(name, ' ', 2)) AS word FROM person WHERE n <= $1) AS named`;

const accountTables = [
  `INSERT INTO account (id, state, full_name, preferred_language, created_at, activated_at, state_changed_at)
   SELECT id, 'active', name, 'en', now(), now(), now() FROM person`,
  `INSERT INTO account_email (id, account_id, typed, canonical, state, confirmed_at, created_at)
   SELECT uuidv7(), id, address, address, 'current', now(), now() FROM person`,
  `INSERT INTO login_name (canonical, account_id, kind, typed) SELECT address, id, 'email', address FROM person`,
  `INSERT INTO membership (id, account_id, organisation_id, service, role, since)
   SELECT uuidv7(), person.id, o.id, 'portal', 'main-contact', now()
     FROM person JOIN organisation o ON o.code = 'B' || lpad((1 + n % (SELECT count(*) FROM organisation))::text, 5, '0')`,
  `INSERT INTO session (id, token_hash, account_id, realm, started_at, authenticated_at, last_seen_at, ends_at)
   SELECT uuidv7(), rtrim(translate(encode(sha256(('bench-session-' || n)::bytea), 'base64'), '+/', '-_'), '='),
          id, 'portal', now(), now(), now(), now() + interval '12 hours' FROM person`,
  `INSERT INTO device (id, account_id, realm, secret_hash, description, first_used_at, last_used_at)
   SELECT uuidv7(), id, 'portal', rtrim(translate(encode(sha256(('bench-device-' || n)::bytea), 'base64'), '+/', '-_'), '='),
          'Firefox on Linux', now(), now() FROM person`,
];

/** One agent, logged in at the desk; the first of the people, in the other realm. */
async function addStaffSession(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO organisation (id, kind, name, status) VALUES (uuidv7(), 'operator', 'Operator', 'active')`,
  );
  await client.query(`
    INSERT INTO membership (id, account_id, organisation_id, service, role, since)
    SELECT uuidv7(), person.id, o.id, 'support', 'agent', now() FROM person, organisation o
     WHERE n = 1 AND o.kind = 'operator'`);
  await client.query(
    `INSERT INTO session (id, token_hash, account_id, realm, started_at, authenticated_at, last_seen_at, ends_at)
     SELECT uuidv7(), $1, id, 'support', now(), now(), now(), now() + interval '12 hours' FROM person WHERE n = 1`,
    [tokenHashOf(staffToken)],
  );
}

/** Sessions end when idle, and parts before this one may have taken long. */
export async function wakeSessions(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE session SET last_seen_at = now() WHERE last_seen_at < now() - interval '20 minutes'`,
  );
  if (!rowCount) return;
  await client.query('VACUUM ANALYZE session');
  await client.query('CHECKPOINT');
}
