import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { dialledNumber } from '../../kernel/phone-number.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { erasedName } from '../username.store.ts';
import type { ReadyAccount } from './account-row.ts';

/** Holds addresses that nobody has yet, so that no registration makes an account for one of them meanwhile. */
export const lockAddresses = (tx: Tx, canonicals: readonly string[]) =>
  sql`
    SELECT pg_advisory_xact_lock(place) FROM (
      SELECT DISTINCT hashtextextended('address:' || canonical, 0) AS place
        FROM unnest(${canonicals}::text[]) AS canonical ORDER BY place) AS places`.execute(tx);

/** Which of these addresses belong to an account, also as one that can still take a change back. */
export async function findHeldAddresses(db: Queryable, canonicals: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ canonical: string }>`
    SELECT canonical FROM login_name WHERE canonical = ANY(${canonicals}::text[])
     UNION SELECT canonical FROM account_email WHERE canonical = ANY(${canonicals}::text[]) AND state <> 'pending'`.execute(
    db,
  );
  return new Set(rows.map((row) => row.canonical));
}

/** Which of these usernames somebody has or had, or has one that looks like them: by their looks. */
export async function findTakenUsernames(
  { keyRing }: { keyRing: KeyRing },
  db: Queryable,
  skeletons: readonly string[],
): Promise<Set<string>> {
  if (skeletons.length === 0) return new Set();
  const macs = skeletons.flatMap((skeleton) =>
    keyRing.macs('unknown-name', erasedName(skeleton)).map((mac) => ({ mac, skeleton })),
  );
  const { rows } = await sql<{ skeleton: string }>`
    SELECT skeleton FROM login_name WHERE kind = 'username' AND skeleton = ANY(${skeletons}::text[])
     UNION SELECT made.skeleton FROM unnest(${macs.map(({ mac }) => mac)}::text[], ${macs.map(({ skeleton }) => skeleton)}::text[])
       AS made (mac, skeleton) JOIN erased_username ON name_mac = made.mac`.execute(db);
  return new Set(rows.map((row) => row.skeleton));
}

export interface AccountToAdd extends ReadyAccount {
  id: AccountId;
  emailId: string;
}

/** Adds many accounts with their addresses, usernames and passwords, in one statement. */
export async function addAccounts(tx: Tx, accounts: readonly AccountToAdd[], now: Date): Promise<void> {
  await sql`
    WITH row AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(accounts.map(asRow))}::jsonb) AS r (
        id uuid, email_id uuid, typed text, canonical text, username text, username_canonical text, skeleton text,
        full_name text, phone text, phone_dialled text, language text, state account_state, was_active boolean, hash text)
    ), added AS (
      INSERT INTO account (id, state, full_name, preferred_language, phone, phone_dialled, created_at, activated_at, state_changed_at)
      SELECT id, state, full_name, language, phone, phone_dialled, ${now}, CASE WHEN was_active THEN ${now}::timestamptz END, ${now} FROM row
    ), addresses AS (
      INSERT INTO account_email (id, account_id, typed, canonical, state, confirmed_at, created_at)
      SELECT email_id, id, typed, canonical, 'current', CASE WHEN was_active THEN ${now}::timestamptz END, ${now} FROM row
    ), names AS (
      INSERT INTO login_name (canonical, account_id, kind, typed, skeleton)
      SELECT canonical, id, 'email', typed, NULL FROM row
       UNION ALL SELECT username_canonical, id, 'username', username, skeleton FROM row WHERE username IS NOT NULL
    )
    INSERT INTO password (account_id, realm, hash, set_at)
    SELECT id, 'portal', hash, ${now} FROM row WHERE hash IS NOT NULL`.execute(tx);
}

const asRow = ({ id, emailId, email, username, phone, ...account }: AccountToAdd) => ({
  id,
  email_id: emailId,
  typed: email.typed,
  canonical: email.canonical,
  username: username?.typed,
  username_canonical: username?.canonical,
  skeleton: username?.skeleton,
  full_name: account.fullName,
  phone: phone?.typed,
  phone_dialled: dialledNumber(phone),
  language: account.language,
  state: account.state,
  was_active: account.state === 'active' || account.passwordHash !== undefined,
  hash: account.passwordHash,
});
