import { expect, test } from 'vitest';
import { addAuthenticator, addEmailCodes, addNumber, addRecoveryCodes } from '../../tests/support/factors.ts';
import { type Portal, portal } from '../../tests/support/portal.ts';
import { after, days, hours, minutes } from '../kernel/duration.ts';
import type { AccountId } from '../kernel/ids.ts';
import { inTransaction } from '../platform/database/database.ts';
import { beginAttempt } from './log-in-attempts/begin-attempt.ts';
import { dataSubject, identityPersonalData } from './personal-data.ts';
import { sendCode } from './second-factors/send-code.ts';

const tables = [
  'factor',
  'recovery_code',
  'factor_setup',
  'sent_code',
  'spent_challenge',
  'log_in_attempt',
  'factor_reset_request',
  'factor_asked',
] as const;

const counts = async ({ needs: { database } }: Portal) =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [table, (await database.selectFrom(table).selectAll().execute()).length]),
    ),
  );

/** Something in every table about codes, as it is a moment after it was made. */
async function everythingOf(the: Portal, account: AccountId) {
  const { needs } = the;
  const { database, ids, clock } = needs;
  const [now, owner] = [clock.now(), { account_id: account, realm: 'portal' as const }];
  await addAuthenticator(needs, { account });
  await addRecoveryCodes(needs, { account });
  await addEmailCodes(needs, { account });
  const text = await addNumber(needs, { account });
  const to = { number: '+447700900123' };
  await sendCode(needs, {
    accountId: account,
    realm: 'portal',
    deviceId: null,
    boundTo: account,
    target: text.id,
    to,
  });
  await inTransaction(database, (tx) =>
    beginAttempt(needs, tx, {
      accountId: account,
      realm: 'portal',
      device: undefined,
      description: 'Firefox',
    }),
  );
  const [made, life] = [{ ...owner, created_at: now }, after(now, minutes(30))];
  const number = { phone: '07700 900456', phone_dialled: '+447700900456' };
  const setUp = { id: ids.next(), bound_to: ids.next(), kind: 'text' as const, expires_at: life };
  await database
    .insertInto('factor_setup')
    .values({ ...made, ...number, ...setUp })
    .execute();
  await database
    .insertInto('factor_reset_request')
    .values({ ...made, id: ids.next(), reference: ids.reference(), reason: 'other', state: 'waiting' })
    .execute();
  await database
    .insertInto('factor_asked')
    .values({ ...owner, first_asked_at: now })
    .execute();
  await database
    .insertInto('spent_challenge')
    .values({ challenge_hash: 'spent', expires_at: life })
    .execute();
  return text;
}

test('waiting log ins, codes sent, set-ups and answered challenges are gone after a day; what lets people in stays', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await everythingOf(the, amara.id);
  const all = await counts(the);
  expect(Object.values(all)).not.toContain(0);
  await the.runDue();
  expect(await counts(the)).toEqual(all);
  the.clock.advance(hours(26));
  await the.runDue();
  const gone = { factor_setup: 0, sent_code: 0, spent_challenge: 0, log_in_attempt: 0 };
  expect(await counts(the)).toEqual({ ...all, ...gone });
});

test('what was removed is kept 7 days, for “this was not me”, and then goes with its secret and its codes', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await everythingOf(the, amara.id);
  await the.needs.database
    .updateTable('factor')
    .set({ removed_at: the.clock.now() })
    .where('kind', 'in', ['recovery-codes', 'authenticator'])
    .execute();
  the.clock.advance(days(7));
  await the.runDue();
  expect(await counts(the)).toMatchObject({ factor: 4, recovery_code: 10 });
  the.clock.advance(hours(2));
  await the.runDue();
  expect(await counts(the)).toMatchObject({ factor: 2, recovery_code: 0 });
});

test('a request of somebody who could give no code goes 180 days after it ended, and never while it waits', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await everythingOf(the, amara.id);
  the.clock.advance(days(200));
  await the.runDue();
  expect(await counts(the)).toMatchObject({ factor_reset_request: 1 });
  const ended = { state: 'answered', ended_at: the.clock.now() };
  await the.needs.database.updateTable('factor_reset_request').set(ended).execute();
  the.clock.advance(days(179));
  await the.runDue();
  expect(await counts(the)).toMatchObject({ factor_reset_request: 1 });
  the.clock.advance(days(2));
  await the.runDue();
  expect(await counts(the)).toMatchObject({ factor_reset_request: 0 });
});

test('a copy of one’s data holds no secret, no hash and no key of a code', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await everythingOf(the, amara.id);
  const { database } = the.needs;
  const subject = await dataSubject(database, amara.id);
  const { factors = [], ...others } = await identityPersonalData(the.needs).collect(database, subject);
  expect(factors).toHaveLength(4);
  expect(factors).toContainEqual(expect.objectContaining({ kind: 'recovery-codes', codesLeft: 10 }));
  const text = JSON.stringify({ factors, others });
  const kept = await database.selectFrom('factor').select('sealed_secret').execute();
  for (const { sealed_secret } of kept) {
    if (!sealed_secret) continue;
    expect(text).not.toContain(sealed_secret.toString('hex'));
    expect(text).not.toContain(JSON.stringify(sealed_secret));
  }
  for (const { mac } of await database.selectFrom('recovery_code').select('mac').execute())
    expect(text).not.toContain(mac);
});

test('with the account goes everything about its codes, its counters of wrong ones too', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await everythingOf(the, amara.id);
  const { database } = the.needs;
  const closed = { subject: amara.id, realm: 'portal', step: 'code', wrong_tries: 2, closures: 0 } as const;
  await database
    .insertInto('entry_lane')
    .values({ ...closed, last_wrong_at: the.clock.now() })
    .execute();
  const subject = await dataSubject(database, amara.id);
  await inTransaction(database, (tx) => identityPersonalData(the.needs).erase(tx, subject));
  const none = Object.fromEntries(tables.map((table) => [table, table === 'spent_challenge' ? 1 : 0]));
  expect(await counts(the)).toEqual(none);
  expect(await database.selectFrom('entry_lane').selectAll().execute()).toEqual([]);
});
