import type pg from 'pg';

const words =
  'account password locked code phone letter invoice appointment printer screen browser email link address name change cannot open wrong details practice branch doctor receptionist manager notice twice never always waiting thanks please help since yesterday morning form button page message error';

/** Tickets as an installation has them after years: nearly all done, and as many waiting as fifty people have before them. */
export async function seedTickets(client: pg.Client, tickets: number): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%' AND tablename IN ('ticket', 'ticket_message', 'requester')`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await client.query('SET synchronous_commit = off');
  await client.query('SET jit = off');
  for (const statement of statements) await client.query(statement.sql, statement.values(tickets));
  for (const { definition } of rows) await client.query(definition);
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
}

const statements: { sql: string; values: (tickets: number) => unknown[] }[] = [
  {
    sql: `CREATE TEMP TABLE staff AS
          SELECT row_number() OVER () AS n, id FROM (SELECT id FROM account ORDER BY id LIMIT 50) AS chosen`,
    values: () => [],
  },
  {
    sql: `INSERT INTO team (id, name, created_at) SELECT uuidv7(), 'Team ' || n, now() FROM generate_series(1, 8) n`,
    values: () => [],
  },
  {
    sql: `INSERT INTO team_member SELECT team.id, account_id, now() FROM team, (
            SELECT account_id FROM membership WHERE service = 'support') AS staff WHERE team.name = 'Team 1'`,
    values: () => [],
  },
  {
    sql: `INSERT INTO requester (id, typed, canonical, full_name, language, confirmed_at, created_at)
          SELECT uuidv7(), 'asks-' || n || '@home-' || n % 997 || '.example', 'asks-' || n || '@home-' || n % 997 || '.example',
                 'Person ' || ($2::text[])[1 + n % cardinality($2::text[])] || ' ' || n, 'en', now(), now()
            FROM generate_series(1, $1::int / 3) n`,
    values: (tickets) => [tickets, words.split(' ')],
  },
  {
    sql: `CREATE TEMP TABLE asks AS SELECT row_number() OVER (ORDER BY id) AS n, id FROM requester`,
    values: () => [],
  },
  { sql: 'CREATE INDEX ON asks (n)', values: () => [] },
  {
    sql: `CREATE TEMP TABLE places AS SELECT row_number() OVER (ORDER BY id) AS n, id FROM organisation`,
    values: () => [],
  },
  {
    sql: `INSERT INTO ticket (id, reference, subject_key, title, state, priority, channel, requester_id, organisation_id,
             team_id, assigned_to, tags, created_at, confirmed_at, first_answer_due_at, first_answered_at, solve_due_at,
             last_message_at, last_message_by, state_changed_at, solved_at, closed_at, complaint_due_on, search)
          SELECT uuidv7(), 'GH-' || upper(substr(md5(n::text), 1, 4)) || '-' || lpad(n::text, 6, '0'), 'other', title,
                 state::ticket_state, CASE WHEN n % 40 = 0 THEN 1 ELSE 2 + n % 3 END, 'web',
                 (SELECT id FROM asks WHERE asks.n = 1 + mod(named.n, $1::int / 3 - 1)),
                 (SELECT id FROM places WHERE places.n = 1 + mod(named.n, 500)),
                 (SELECT id FROM team WHERE name = 'Team ' || 1 + mod(named.n, 8)),
                 CASE WHEN n % 3 > 0 THEN (SELECT id FROM staff WHERE staff.n = 1 + mod(named.n, 50)) END,
                 CASE WHEN n % 20 = 0 THEN ARRAY['outage'] WHEN n % 2000 = 1 THEN ARRAY['rare'] ELSE '{}' END,
                 asked, asked, asked + interval '10 hours',
                 CASE WHEN state <> 'new' THEN asked + interval '3 hours' END,
                 CASE WHEN state IN ('new', 'open', 'waiting-for-us') THEN asked + interval '30 hours' END,
                 asked + interval '5 hours', CASE WHEN n % 2 = 0 THEN 'requester' ELSE 'support' END, asked,
                 CASE WHEN state IN ('solved', 'closed') THEN asked + interval '5 hours' END,
                 CASE WHEN state = 'closed' THEN asked + interval '15 days' END,
                 CASE WHEN n % 500 = 0 THEN (asked + interval '30 days')::date END,
                 to_tsvector('simple', title || ' person ' || n)
            FROM (SELECT n, now() - ($1::int - n) * interval '5 minutes' AS asked,
                         ($2::text[])[1 + n % cardinality($2::text[])] || ' ' ||
                         ($2::text[])[1 + n / 7 % cardinality($2::text[])] || ' ' || n AS title,
                         CASE WHEN n <= $1::int * 0.9 THEN 'closed'
                              ELSE (ARRAY['solved', 'solved', 'new', 'open', 'waiting-for-you', 'waiting-for-us', 'held'])[1 + n % 7]
                          END AS state
                    FROM generate_series(1, $1::int) n) AS named`,
    values: (tickets) => [tickets, words.split(' ')],
  },
  {
    sql: `INSERT INTO ticket_message (id, ticket_id, kind, channel, requester_id, body, created_at, search)
          SELECT uuidv7(), id, kind, 'web', requester_id, body, created_at + interval '1 hour' * part,
                 to_tsvector('english', body)
            FROM (SELECT ticket.*, part, CASE part WHEN 1 THEN 'from-requester' ELSE 'from-support' END AS kind,
                         title || ' ' || repeat('and then it said so again ', 8) || reference AS body
                    FROM ticket, generate_series(1, 2) part) AS written`,
    values: () => [],
  },
];
