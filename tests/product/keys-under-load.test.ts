import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { everythingSealed } from '../../src/cli/everything-sealed.ts';
import { beginAttempt } from '../../src/identity/log-in-attempts/begin-attempt.ts';
import { findLiveAttempt } from '../../src/identity/log-in-attempts/log-in-attempt.store.ts';
import { askerOfAttempt } from '../../src/identity/second-factors/asker.ts';
import { codeAt } from '../../src/identity/second-factors/authenticator.ts';
import { sealSecret } from '../../src/identity/second-factors/sealed-secret.ts';
import { beginSetUp, secretOf } from '../../src/identity/set-up-factor/begin-set-up.ts';
import { confirmSetUp } from '../../src/identity/set-up-factor/confirm-set-up.ts';
import type { AccountId } from '../../src/kernel/ids.ts';
import { createKeyRing } from '../../src/kernel/key-ring.ts';
import { hashOfSecret } from '../../src/kernel/secrets.ts';
import { createPool, inTransaction } from '../../src/platform/database/database.ts';
import { reseal, versionPrefix } from '../../src/platform/database/reseal.ts';
import { addAuthenticator, addNumber, addRecoveryCodes } from '../support/factors.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { AddedPerson } from '../support/portal-people.ts';

const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
const roots = {
  both: new Map([
    [1, first],
    [2, second],
  ]),
  newer: new Map([[2, second]]),
};

const settings = { secondFactor: { needed: 'everyone' } };

/** A node of the same installation, with connections of its own. */
async function node(one: Portal, rootKeys: Map<number, Buffer>): Promise<Portal> {
  const pool = createPool({ url: one.database.url, poolSize: 5, onIdleError: () => undefined });
  onTestFinished(() => pool.end());
  return portal({ settings, clock: one.clock, database: { ...one.database, pool }, config: { rootKeys } });
}

/** From the password to the account, with a code. */
async function logIn(
  at: Portal,
  { email, password }: AddedPerson,
  code: () => string | Promise<string>,
): Promise<string | undefined> {
  const browser = at.browser();
  await browser.get('/log-in');
  await browser.follow(await browser.post('/log-in', { identifier: email, password }));
  return (await browser.post('/log-in/code', { code: await code() })).location;
}

async function attemptOf({ needs }: Portal, accountId: AccountId) {
  const from = { accountId, realm: 'portal', device: undefined, description: 'Firefox' } as const;
  const { token } = await inTransaction(needs.database, (tx) => beginAttempt(needs, tx, from));
  const live = { tokenHash: hashOfSecret(token), realm: 'portal', now: needs.clock.now() } as const;
  const attempt = await findLiveAttempt(needs.database, live);
  if (!attempt) throw new Error('a log in ended at once');
  return askerOfAttempt(needs.database, attempt);
}

/** Begins to set up an app, which can be finished on any node. */
async function begin(at: Portal, account: AccountId) {
  const asker = await attemptOf(at, account);
  const begun = await beginSetUp(at.needs, asker, { kind: 'authenticator' });
  if (begun.outcome !== 'begun') throw new Error(begun.outcome);
  const secret = secretOf(at.needs, begun.setUp);
  const code = codeAt(secret, at.clock.now());
  return async ({ needs }: Portal) => {
    const typed = { kind: 'authenticator', setUp: begun.setUp.id, code, name: '' } as const;
    return (await confirmSetUp(needs, asker, { ...typed, clientNetwork: '192.0.2.1' })).outcome;
  };
}

/** Secrets of many others, so that a rotation takes a while. */
async function addMany({ needs }: Portal, account: AccountId, count: number): Promise<void> {
  const { ids, keyRing, secrets, clock, database } = needs;
  const now = clock.now();
  const row = {
    account_id: account,
    realm: 'portal',
    kind: 'authenticator',
    name: '',
    last_step: 0,
  } as const;
  const values = Array.from({ length: count }, () => {
    const id = ids.next();
    const sealed_secret = sealSecret(keyRing, id, secrets.bytes(20));
    return { ...row, id, sealed_secret, added_at: now, trusted_from: now };
  });
  await database.insertInto('factor').values(values).execute();
}

const leftUnderOlder = async ({ needs: { database } }: Portal): Promise<number> => {
  const newest = versionPrefix(2);
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (
      SELECT sealed_secret FROM factor UNION ALL SELECT sealed_secret FROM factor_setup) AS kept
     WHERE substring(sealed_secret FROM 1 FOR 4) <> ${newest}`.execute(database);
  return rows[0]?.count ?? 0;
};

test('a rotation while people log in and set up codes on two nodes: nothing fails, and the older key can go', async () => {
  const before = await portal({ settings });
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, at) => before.addPerson({ name: `Person ${'ABCDEFGH'[at]}` })),
  );
  const apps = await Promise.all(people.map(({ id }) => addAuthenticator(before.needs, { account: id })));
  const newcomers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => before.addPerson({ name: `Newcomer ${'ABCDEFGH'[at]}` })),
  );
  const begun = await Promise.all(newcomers.slice(0, 4).map(({ id }) => begin(before, id)));
  const printed = await addRecoveryCodes(before.needs, { account: people[0]?.id as AccountId });
  await addMany(before, (await before.addPerson({ name: 'Many Others' })).id, 1500);
  expect(await leftUnderOlder(before)).toBeGreaterThan(1500);

  const [one, other] = [await node(before, roots.both), await node(before, roots.both)];
  const nodeOf = (at: number) => (at % 2 === 0 ? one : other);
  const rotate = async () => {
    for (const sealed of everythingSealed(createKeyRing(roots.both)))
      await reseal(one.needs.database, sealed);
  };
  const [, logIns, finished, started] = await Promise.all([
    rotate(),
    Promise.all(people.map((person, at) => logIn(nodeOf(at), person, () => apps[at]?.code() ?? ''))),
    Promise.all(begun.map((finish, at) => finish(nodeOf(at)))),
    Promise.all(newcomers.slice(4).map(async ({ id }, at) => (await begin(nodeOf(at), id))(nodeOf(at + 1)))),
  ]);
  expect(logIns).toEqual(people.map(() => '/account'));
  expect(finished).toEqual(begun.map(() => 'added'));
  expect(started).toEqual(newcomers.slice(4).map(() => 'added'));
  expect(await leftUnderOlder(one)).toBe(0);

  const after = await node(before, roots.newer);
  before.clock.advance(60_000);
  for (const [at, person] of people.slice(1).entries())
    expect(await logIn(after, person, () => apps[at + 1]?.code() ?? '')).toBe('/account');
  await before.needs.database.deleteFrom('factor').where('kind', '=', 'authenticator').execute();
  expect(await logIn(after, people[0] as AddedPerson, () => printed.codes[3] ?? '')).toBe('/account');
});

test('a code that was sent before a rotation is still right after it, while both keys are there', async () => {
  const before = await portal({ settings: { secondFactor: { needed: 'everyone', textAlone: true } } });
  const amara = await before.addPerson();
  await addNumber(before.needs, { account: amara.id });
  const browser = before.browser();
  await browser.get('/log-in');
  await browser.follow(await browser.post('/log-in', { identifier: amara.email, password: amara.password }));
  const [message] = await before.inbox('+447700900123');
  const later = await node(before, roots.both);
  for (const sealed of everythingSealed(createKeyRing(roots.both)))
    await reseal(later.needs.database, sealed);
  const there = later.browser();
  for (const [name, value] of browser.cookies) there.cookies.set(name, value);
  await there.get('/log-in/code');
  const entered = await there.post('/log-in/code', { code: message?.codes[0] ?? '' });
  expect([entered.status, entered.location]).toEqual([
    303,
    expect.stringMatching(/^\/(account|log-in\/set-up)/),
  ]);
});
