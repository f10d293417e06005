import type pg from 'pg';

/** A practice as large as any, and one that is as large however many accounts there are. */
export const largePractice = { code: 'Z99001', people: 2_000 };
export const evenPractice = { code: 'Z99002', people: 500 };

/** Who looks after both. */
export const largePracticeReader = 3;

/** Everybody is a member where they have a role; and the first of them are members of the two large practices too. */
export async function seedMembers(client: pg.Client): Promise<void> {
  for (const { code, people } of [largePractice, evenPractice]) {
    await client.query(addPractice, [code]);
    await client.query(addRoles, [code, people, largePracticeReader]);
  }
  for (const statement of members) await client.query(statement);
}

const addPractice = `
  INSERT INTO organisation (id, code, kind, name, status, search_text, postcode, registered_at)
  VALUES (uuidv7(), $1, 'practice', 'Large Practice ' || $1, 'active', 'large practice ' || lower($1), 'ZZ99 1AA', now())`;

const addRoles = `
  INSERT INTO membership (id, account_id, organisation_id, service, role, since)
  SELECT uuidv7(), person.id, o.id, 'portal', CASE WHEN n = $3 THEN 'main-contact' ELSE 'member' END, now()
    FROM person, organisation o WHERE n <= $2 AND o.code = $1`;

const members = [
  `UPDATE membership SET used_at = now()`,
  `INSERT INTO member (id, organisation_id, account_id, state, full_name, email_typed, email_canonical, job_title, created_at, accepted_at, last_used_at)
   SELECT uuidv7(), m.organisation_id, person.id, 'active', person.name, person.address, person.address, 'Receptionist',
          now(), now(), now() - (n % 300) * interval '1 day'
     FROM person JOIN membership m ON m.account_id = person.id AND m.service = 'portal'`,
  `INSERT INTO member_role (member_id, service, role, given_at)
   SELECT member.id, m.service, m.role, m.since
     FROM member JOIN membership m ON m.account_id = member.account_id AND m.organisation_id = member.organisation_id`,
];
