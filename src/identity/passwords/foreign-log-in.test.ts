import { pbkdf2Sync } from 'node:crypto';
import { hash as argon2 } from '@node-rs/argon2';
import { hash as bcrypt } from '@node-rs/bcrypt';
import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, goodPassword } from '../../../tests/support/portal-people.ts';
import { seconds } from '../../kernel/duration.ts';
import { Overloaded } from '../../kernel/endings.ts';
import { createPasswordHasher } from './password-hashing.ts';

const todays = '$argon2id$v=19$m=19456,t=2,p=1$';
const pbkdf2 = (password: string) =>
  `$pbkdf2-sha256$i=1000$c2FsdA$${pbkdf2Sync(password, 'salt', 1000, 32, 'sha256').toString('base64').replace(/=+$/, '')}`;

async function keeping(gate: Portal, hash: string, person?: AddedPerson) {
  const amara = person ?? (await gate.addPerson());
  await gate.needs.database
    .updateTable('password')
    .set({ hash })
    .where('account_id', '=', amara.id)
    .execute();
  return amara;
}
const kept = async (gate: Portal) =>
  (await gate.needs.database.selectFrom('password').select(['hash', 'set_at']).executeTakeFirstOrThrow()) ??
  '';
const logIn = (gate: Portal, identifier: string, password: string) =>
  gate.browser().post('/log-in', { identifier, password });

test.each([
  ['bcrypt', (password: string) => bcrypt(password, 5)],
  ['pbkdf2', async (password: string) => pbkdf2(password)],
  [
    'weaker argon2id',
    (password: string) => argon2(password, { algorithm: 2, memoryCost: 7168, timeCost: 2, parallelism: 1 }),
  ],
])('[P2] a password kept with %s logs in, and from then on is kept as every other', async (_name, make) => {
  const gate = await portal();
  const amara = await keeping(gate, await make(goodPassword));
  const before = await kept(gate);
  expect((await logIn(gate, amara.email, 'Wrong-password-1')).status).toBe(422);
  expect((await kept(gate)).hash).toBe(before.hash);
  expect((await logIn(gate, amara.email, goodPassword)).status).toBe(303);
  const after = await kept(gate);
  expect(after.hash.startsWith(todays)).toBe(true);
  expect(after.set_at).toEqual(before.set_at);
  expect((await logIn(gate, amara.email, goodPassword)).status).toBe(303);
  expect((await kept(gate)).hash).toBe(after.hash);
  const actions = await gate.needs.database.selectFrom('audit_event').select('action').execute();
  expect(actions.filter(({ action }) => action === 'password-hash-renewed')).toHaveLength(1);
});

test('a bcrypt password of more than 72 bytes is cut as it was there for one log in, and whole from then on', async () => {
  const gate = await portal();
  const long = 'Windmills turn slowly over the long and quiet river, and nobody counts them at night';
  const amara = await keeping(gate, await bcrypt(Buffer.from(long).subarray(0, 72), 5));
  expect((await logIn(gate, amara.email, long)).status).toBe(303);
  expect((await logIn(gate, amara.email, long.slice(0, 75))).status).toBe(422);
  expect((await logIn(gate, amara.email, long)).status).toBe(303);
});

test('a password that was typed unnormalised where it was made still logs in here', async () => {
  const gate = await portal();
  const typed = 'ﬁnest-Ångström-caf\u0065\u0301-7';
  const amara = await keeping(gate, pbkdf2(typed));
  expect((await logIn(gate, amara.email, typed)).status).toBe(303);
  expect((await logIn(gate, amara.email, typed.normalize('NFKC'))).status).toBe(303);
});

test('enumeration: a wrong password takes the same statements and one turn, whoever made the hash', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const workFor = async (identifier: string) => {
    const visitor = gate.browser({ address: '198.51.100.7' });
    await visitor.get('/log-in');
    gate.workDone();
    const answer = await visitor.post('/log-in', { identifier, password: 'Wrong-password-1' });
    return { status: answer.status, ...gate.workDone() };
  };
  const ours = await workFor(amara.email);
  await keeping(gate, pbkdf2(goodPassword), amara);
  expect(await workFor(amara.email)).toEqual(ours);
  expect(ours.hashes).toBe(1);
});

test('overload: who would wait too long behind hashes of other products is turned away with a time', async () => {
  const limits = { atOnce: 1, longestWait: seconds(0.05) };
  const hasher = createPasswordHasher(() => performance.now(), limits);
  const hash = await bcrypt(goodPassword, 10);
  const tries = await Promise.allSettled(Array.from({ length: 60 }, () => hasher.check(hash, goodPassword)));
  const accepted = tries.filter((done) => done.status === 'fulfilled');
  const busy = tries.flatMap((done) => (done.status === 'rejected' ? [done.reason] : []));
  expect(accepted.map(({ value }) => value.isRight)).not.toContain(false);
  expect(busy.length).toBeGreaterThan(30);
  for (const reason of busy) {
    expect(reason).toBeInstanceOf(Overloaded);
    expect(reason.retryAfterSeconds).toBeGreaterThan(0);
  }
}, 30_000);

test('race: four log ins at once with a password that is to be renewed all succeed', async () => {
  const gate = await portal();
  const amara = await keeping(gate, pbkdf2(goodPassword));
  const answers = await Promise.all(Array.from({ length: 4 }, () => logIn(gate, amara.email, goodPassword)));
  expect(answers.map(({ status }) => status)).toEqual(Array(4).fill(303));
  expect((await kept(gate)).hash.startsWith(todays)).toBe(true);
});

test('[P3] a password of 256 emoji, of combining letters and of spaces is kept whole', async () => {
  const gate = await portal();
  const emoji = Array.from({ length: 256 }, (_, at) => String.fromCodePoint(0x1f400 + ((at * 7) % 150))).join(
    '',
  );
  const combining = Array.from({ length: 256 }, (_, at) => `${'aeiou'[at % 5]}\u0302\u0301`).join('');
  // Four UTF-16 units that normalise to one: no character takes more.
  const longest = 'ᾂ'.repeat(256).normalize('NFD');
  expect(longest.length).toBe(1024);
  for (const [at, password] of [emoji, combining, longest, 'a b  c   d    e'].entries()) {
    const person = await gate.addPerson({ email: `person${at}@practice.example`, password });
    expect((await logIn(gate, person.email, password)).status).toBe(303);
    expect((await logIn(gate, person.email, password.normalize('NFD'))).status).toBe(303);
    expect((await logIn(gate, person.email, [...password].slice(0, -1).join(''))).status).toBe(422);
  }
});
