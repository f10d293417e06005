import { expect, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';
import { minutes } from '../../kernel/duration.ts';
import { Overloaded } from '../../kernel/endings.ts';
import { createPasswordHasher, type PasswordHasher } from '../passwords/password-hashing.ts';
import { resetPassword } from '../recover-account/reset-password.ts';
import { logIn } from './log-in.ts';

const wrong = 'not-the-password';

test('enumeration: known and unknown names get the same words, status and work, until and after closing', async () => {
  const { browser, addPerson, workDone } = await portal();
  const amara = await addPerson();
  const seen = [];
  for (const identifier of [amara.email, 'nobody@practice.example']) {
    const visitor = browser();
    await visitor.get('/log-in');
    workDone();
    const answers = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const answer = await visitor.post('/log-in', { identifier, password: wrong });
      const { statements, hashes } = workDone();
      answers.push({ status: answer.status, text: sameFor(answer.text), statements, hashes });
    }
    seen.push(answers);
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.map((answer) => answer.hashes)).toEqual([1, 1, 1, 1, 1, 0, 0]);
});

const sameFor = (text: string): string =>
  text.replace(/\S+@practice\.example/g, 'NAME').replace(/[0-9a-f-]{36}/g, 'ID');

test('race: 100 wrong passwords at once never give more than the allowed tries', async () => {
  const { browser, addPerson, workDone } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  await visitor.get('/log-in');
  workDone();
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => visitor.post('/log-in', { identifier: amara.email, password: wrong })),
  );
  expect(workDone().hashes).toBe(5);
  expect(answers.filter((answer) => answer.status === 422)).toHaveLength(4);
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(96);
});

test('race: the right password among 99 wrong ones gets in only when it holds one of the tries', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  await visitor.get('/log-in');
  const passwords = Array.from({ length: 100 }, (_, at) => (at === 60 ? amara.password : wrong));
  const answers = await Promise.all(
    passwords.map((password) => visitor.post('/log-in', { identifier: amara.email, password })),
  );
  expect(answers.filter((answer) => answer.status === 303).length).toBeLessThanOrEqual(1);
  expect(answers.filter((answer) => answer.status === 422).length).toBeLessThanOrEqual(9);
});

test('victim lock-out: a stranger’s wrong passwords do not keep the owner’s known browser out', async () => {
  const { browser, addPerson, clock } = await portal();
  const amara = await addPerson();
  const own = browser();
  const enter = (password: string) => own.post('/log-in', { identifier: amara.email, password });
  await enter(amara.password);
  await own.get('/account');
  await own.post('/log-out');
  for (let tries = 0; tries < 20; tries += 1)
    await browser({ address: '203.0.113.9' }).post('/log-in', { identifier: amara.email, password: wrong });
  clock.advance(minutes(1));
  await own.get('/log-in');
  expect((await enter(amara.password)).status).toBe(303);
  const elsewhere = await browser().post('/log-in', { identifier: amara.email, password: amara.password });
  expect(elsewhere.status).toBe(429);
});

test('a known browser has five tries of its own, then counts as unknown', async () => {
  const { browser, addPerson, workDone } = await portal();
  const amara = await addPerson();
  const own = browser();
  const enter = (password: string) => own.post('/log-in', { identifier: amara.email, password });
  await enter(amara.password);
  await own.get('/account');
  await own.post('/log-out');
  await own.get('/log-in');
  workDone();
  for (let tries = 0; tries < 20; tries += 1) await enter(wrong);
  expect(workDone().hashes).toBe(10);
});

test('a known browser of one person opens no lane for another', async () => {
  const { browser, addPerson } = await portal();
  const [amara, ben] = [await addPerson(), await addPerson({ name: 'Ben Tull' })];
  const shared = browser();
  await shared.post('/log-in', { identifier: ben.email, password: ben.password });
  await shared.get('/account');
  await shared.post('/log-out');
  await shared.get('/log-in');
  for (let tries = 0; tries < 5; tries += 1)
    await browser().post('/log-in', { identifier: amara.email, password: wrong });
  const answer = await shared.post('/log-in', { identifier: amara.email, password: amara.password });
  expect(answer.status).toBe(429);
});

test('many names from one network: after 100 wrong passwords the network waits, and others do not', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const attacker = browser({ address: '203.0.113.9' });
  for (let name = 0; name < 100; name += 1)
    await attacker.post('/log-in', { identifier: `person${name}@practice.example`, password: wrong });
  const stopped = await attacker.post('/log-in', { identifier: amara.email, password: amara.password });
  expect(stopped.status).toBe(429);
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
  const elsewhere = await browser().post('/log-in', { identifier: amara.email, password: amara.password });
  expect(elsewhere.status).toBe(303);
});

test('session fixation: whatever the browser carried before, log in gives a token of our own making', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  const name = 'gatehouse-3000-session';
  visitor.cookies.set(name, 'chosen-by-the-attacker');
  await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  const first = visitor.cookies.get(name);
  expect(first).toMatch(/^[\w-]{43}$/);
  const planted = browser();
  planted.cookies.set(name, 'chosen-by-the-attacker');
  expect((await planted.get('/account')).status).toBe(303);
});

test('forgery: a post without this browser’s token changes nothing, and shows the form again with what was typed', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  await visitor.get('/log-in');
  visitor.forgetToken();
  const answer = await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('The page was open for too long');
  expect(answer.html).toContain(`value="${amara.email}"`);
  expect(visitor.cookies.has('gatehouse-3000-session')).toBe(false);
});

test('open redirect: log in leads only to our own paths', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const places = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
  ];
  for (const next of places) {
    const answer = await browser().post('/log-in', {
      identifier: amara.email,
      password: amara.password,
      next,
    });
    expect(answer.location).toMatch(/^\/(?!\/)[^\\]*$/);
    expect(new URL(answer.location ?? '', 'http://localhost:3000').host).toBe('localhost:3000');
  }
});

test('a portal password opens nothing at the staff log in, and a portal session no desk', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  const staff = await visitor.post('/log-in/staff', { identifier: amara.email, password: amara.password });
  expect(staff.status).toBe(422);
  await visitor.get('/log-in');
  await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  expect((await visitor.get('/desk')).location).toContain('/log-in/staff');
});

test('hostile input: huge, empty, null bytes and broken Unicode are wrong details, never an error of ours', async () => {
  const { browser } = await portal();
  const odd = [
    '\u0000',
    'a\u0000b@x.example',
    '\uD800',
    'ﷺ'.repeat(300),
    '%00',
    "' OR 1=1 --",
    'a'.repeat(5000),
  ];
  for (const text of odd)
    for (const fields of [
      { identifier: text, password: 'x' },
      { identifier: 'x@y.example', password: text },
    ])
      expect([422, 413, 429]).toContain((await browser().post('/log-in', fields)).status);
});

const fromElsewhere = { deviceSecret: undefined, deviceDescription: '', clientNetwork: '203.0.113.9' };

test('race: a password that was reset while it was being checked opens nothing any more', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  await gate.browser().post('/forgotten-details', { email: amara.email });
  const link = (await gate.inbox(amara.email))[0]?.links.find((found) => found.includes('/reset-password'));
  const secret = new URL(link ?? '').searchParams.get('link') ?? '';
  const { hasher } = gate.needs;
  const check = async (stored: string | undefined, password: string) => {
    const checked = await hasher.check(stored, password);
    await resetPassword(gate.needs, { secret, password: 'Quiet-amber-lantern-7' });
    return checked;
  };
  const needs = { ...gate.needs, hasher: { ...hasher, check } };
  const { email: identifier, password } = amara;
  const result = await logIn(needs, { realm: 'portal', identifier, password, ...fromElsewhere });
  expect(result.outcome).toBe('wrong-details');
});

test.each(['recommended', 'primary-care'])(
  'overload: in %s, tries that nobody looked at close nothing, and give no more than the allowed ones',
  async (profile) => {
    const gate = await portal({ profile });
    const amara = await gate.addPerson();
    const busy = createPasswordHasher(performance.now.bind(performance), { atOnce: 1, longestWait: -1 });
    const under = (hasher: typeof busy, password: string) =>
      logIn(
        { ...gate.needs, hasher },
        { realm: 'portal', identifier: amara.email, password, ...fromElsewhere },
      );
    const working = keepBusy(busy);
    for (let tries = 0; tries < 12; tries += 1)
      await expect(under(busy, amara.password)).rejects.toBeInstanceOf(Overloaded);
    for (let tries = 0; tries < 4; tries += 1)
      expect((await under(gate.needs.hasher, wrong)).outcome).toBe('wrong-details');
    await expect(under(busy, amara.password)).rejects.toBeInstanceOf(Overloaded);
    await working.stop();
    expect(await under(gate.needs.hasher, wrong)).toMatchObject({ outcome: 'closed', justNow: true });
    expect(await under(gate.needs.hasher, amara.password)).toMatchObject({ outcome: 'closed' });
  },
);

test('overload: whoever is turned away is so at once, before the database is asked anything', async () => {
  const { needs, workDone } = await portal();
  const busy = createPasswordHasher(performance.now.bind(performance), { atOnce: 1, longestWait: -1 });
  const working = keepBusy(busy);
  workDone();
  const details = { realm: 'portal', identifier: 'a@b.example', password: wrong, ...fromElsewhere } as const;
  await expect(logIn({ ...needs, hasher: busy }, details)).rejects.toBeInstanceOf(Overloaded);
  expect(workDone().statements).toEqual([]);
  await working.stop();
});

test('stuffing: a machine too busy for strangers still lets people in on browsers they used before', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const known = it.browser();
  await known.post('/log-in', { identifier: amara.email, password: amara.password });
  await known.post('/log-out');
  const deviceSecret = [...known.cookies].find(([name]) => name.includes('device'))?.[1];
  const hasher = createPasswordHasher(performance.now.bind(performance), { atOnce: 1, longestWait: 40 });
  const details = {
    realm: 'portal',
    identifier: amara.email,
    password: amara.password,
    ...fromElsewhere,
  } as const;
  const strangers = Array.from({ length: 30 }, (_, number) =>
    logIn({ ...it.needs, hasher }, { ...details, identifier: `stranger${number}@x.example` }),
  );
  const owner = logIn({ ...it.needs, hasher }, { ...details, deviceSecret });
  const answers = await Promise.allSettled(strangers);
  expect((await owner).outcome).toBe('logged-in');
  const turnedAway = answers.filter((answer) => answer.status === 'rejected');
  expect(turnedAway.length).toBeGreaterThan(10);
  for (const { reason } of turnedAway) expect(reason).toBeInstanceOf(Overloaded);
});

test('a made-up device secret goes in turn, for known and unknown names alike', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const busy = createPasswordHasher(performance.now.bind(performance), { atOnce: 1, longestWait: -1 });
  const working = keepBusy(busy);
  const asked: string[][] = [];
  for (const identifier of [amara.email, 'nobody@practice.example']) {
    it.workDone();
    const details = {
      ...fromElsewhere,
      realm: 'portal',
      identifier,
      password: wrong,
      deviceSecret: 'x'.repeat(43),
    } as const;
    await expect(logIn({ ...it.needs, hasher: busy }, details)).rejects.toBeInstanceOf(Overloaded);
    asked.push(it.workDone().statements);
  }
  await working.stop();
  expect(asked[0]).toEqual(asked[1]);
});

/** Hashes one after another, with no moment in between at which another could begin. */
function keepBusy(hasher: PasswordHasher) {
  let isOver = false;
  const work = (async () => {
    while (!isOver) await hasher.hash('something');
  })();
  return {
    stop: () => {
      isOver = true;
      return work;
    },
  };
}
