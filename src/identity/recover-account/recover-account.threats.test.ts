import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { hours, minutes, seconds } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { inviteAccount } from '../index.ts';

const newPassword = 'Quiet-amber-lantern-7';
const secretOf = (link: string) => new URL(link).searchParams.get('link') ?? '';

async function resetLink(gate: Portal, email: string) {
  await gate.browser().post('/forgotten-details', { email, realm: 'portal' });
  const [mail] = await gate.inbox(email);
  return {
    link: mail?.links.find((link) => link.includes('/reset-password')) ?? '',
    code: mail?.codes[0] ?? '',
  };
}

test('enumeration: known and unknown addresses get the same page, status and statements', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const seen = [];
  for (const email of [amara.email, 'nobody@practice.example']) {
    const visitor = gate.browser();
    await visitor.get('/forgotten-details');
    gate.workDone();
    const answer = await visitor.post('/forgotten-details', { email, realm: 'portal' });
    const location = answer.location?.replace(/asked=[\w-]+$/, 'asked=SEALED');
    seen.push({ status: answer.status, location, ...gate.workDone() });
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.hashes).toBe(0);
});

test('race: a link used 50 times at once sets one password', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { link } = await resetLink(gate, amara.email);
  const visitor = gate.browser();
  await visitor.get(link);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      visitor.post('/reset-password', { link: secretOf(link), password: `${newPassword}-${at}` }),
    ),
  );
  const winners = answers.flatMap((answer, at) =>
    answer.text.includes('Your password is changed') ? [at] : [],
  );
  expect(winners).toHaveLength(1);
  const password = `${newPassword}-${winners[0]}`;
  expect((await gate.browser().post('/log-in', { identifier: amara.email, password })).status).toBe(303);
});

test('race: a code typed 50 times at once is exchanged once', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { code } = await resetLink(gate, amara.email);
  const visitor = gate.browser();
  await visitor.get('/reset-password');
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => visitor.post('/reset-password/code', { email: amara.email, code })),
  );
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
});

test('mail scanners: GET and HEAD of the link, many times, use nothing up', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { link } = await resetLink(gate, amara.email);
  const events = () => gate.needs.database.selectFrom('audit_event').select('id').execute();
  const before = (await events()).length;
  for (let visit = 0; visit < 5; visit += 1) {
    expect((await gate.browser().head(link)).status).toBe(200);
    expect((await gate.browser().get(link)).status).toBe(200);
  }
  expect(await events()).toHaveLength(before);
  const visitor = gate.browser();
  await visitor.get(link);
  const done = await visitor.post('/reset-password', { link: secretOf(link), password: newPassword });
  expect(done.text).toContain('Your password is changed');
});

test('guessing: a code has five tries, also when they arrive at once, and the right one is then refused', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { code } = await resetLink(gate, amara.email);
  const visitor = gate.browser();
  await visitor.get('/reset-password');
  const wrongCode = code === '00000000' ? '00000001' : '00000000';
  await Promise.all(
    Array.from({ length: 5 }, () =>
      visitor.post('/reset-password/code', { email: amara.email, code: wrongCode }),
    ),
  );
  const right = await visitor.post('/reset-password/code', { email: amara.email, code });
  expect(right.status).toBe(422);
  expect(right.text).toContain('The code is not right, or has stopped working');
});

test('a stranger’s many requests: five an hour for an address, and past that the owner’s link stays good', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const ask = () => gate.browser().post('/forgotten-details', { email: amara.email, realm: 'portal' });
  for (let request = 0; request < 5; request += 1) await ask();
  const fifth = (await gate.inbox(amara.email))[0];
  expect(await gate.inbox(amara.email)).toHaveLength(5);
  for (let request = 0; request < 20; request += 1) expect((await ask()).status).toBe(303);
  expect(await gate.inbox(amara.email)).toHaveLength(5);
  const link = fifth?.links.find((address) => address.includes('/reset-password')) ?? '';
  const mails = await gate.inbox(amara.email);
  const states = await Promise.all(
    mails.map(async (mail) => (await gate.browser().get(mail.links[0] ?? '')).status),
  );
  expect(states.filter((status) => status === 200)).toHaveLength(1);
  expect(link).not.toBe('');
  gate.clock.advance(hours(1));
  await ask();
  expect(await gate.inbox(amara.email)).toHaveLength(6);
});

test('poisoning: links carry our own origin whatever Host is sent', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const evil = await gate.server.inject({ url: '/forgotten-details', headers: { host: 'evil.example' } });
  expect(evil.statusCode).toBe(421);
  const { link } = await resetLink(gate, amara.email);
  expect(link.startsWith('http://localhost:3000/reset-password?')).toBe(true);
});

test('header injection: an address with a line break is refused, and a name with one cannot reach a header', async () => {
  const gate = await portal();
  for (const email of [
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example%0ABcc:c@d.example',
    'a@b.example, c@d.example',
  ]) {
    const answer = await gate.browser().post('/forgotten-details', { email, realm: 'portal' });
    expect(answer.status).toBe(422);
  }
  const odd = await gate.addPerson({ name: 'Eve\r\nBcc: all@x.example', email: 'eve@practice.example' });
  await resetLink(gate, odd.email);
  const [mail] = await gate.inbox(odd.email);
  expect(mail?.subject).toBe('Choose a new password');
});

test('a link of one purpose does not serve another', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { link } = await resetLink(gate, amara.email);
  const visitor = gate.browser();
  const answer = await visitor.get(`/activate?link=${secretOf(link)}`);
  expect(answer.status).toBe(410);
  const posted = await visitor.post('/activate', {
    link: secretOf(link),
    name: 'Eve',
    password: newPassword,
  });
  expect(posted.status).toBe(410);
});

test('the link’s secret and the code are nowhere in the database, and the outbox forgets what it sent', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { link, code } = await resetLink(gate, amara.email);
  const { database } = gate.needs;
  const [links, outbox, events] = await Promise.all([
    database.selectFrom('access_link').selectAll().execute(),
    database.selectFrom('outbox').selectAll().execute(),
    database.selectFrom('audit_event').selectAll().execute(),
  ]);
  const stored = JSON.stringify([links, outbox, events]);
  expect(stored).not.toContain(secretOf(link));
  expect(stored).not.toContain(code);
  expect(outbox.every((message) => message.content === null)).toBe(true);
});

test('guessing: one network tries sixty codes an hour, known and unknown addresses alike, and others go on', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { code } = await resetLink(gate, amara.email);
  const attacker = gate.browser({ address: '203.0.113.9' });
  const enter = (email: string) => attacker.post('/reset-password/code', { email, code: '00000000' });
  for (let name = 0; name < 60; name += 1)
    expect((await enter(`person${name}@practice.example`)).status).toBe(422);
  expect((await enter('nobody@practice.example')).status).toBe(429);
  expect((await enter(amara.email)).status).toBe(429);
  expect((await attacker.post('/activate/code', { email: amara.email, code })).status).toBe(429);
  const owner = await gate.browser().post('/reset-password/code', { email: amara.email, code });
  expect(owner.location).toContain('/reset-password?link=');
});

test('enumeration: “Send it again” is the same work for known and unknown addresses', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const seen = [];
  for (const email of [amara.email, 'nobody@practice.example']) {
    const visitor = gate.browser();
    const sent = await visitor.follow(await visitor.post('/forgotten-details', { email }));
    const asked = /name="asked" value="([^"]+)"/.exec(sent.html)?.[1] ?? '';
    gate.clock.advance(minutes(1));
    gate.workDone();
    const again = await visitor.post('/forgotten-details/again', { asked });
    seen.push({ status: again.status, ...gate.workDone() });
  }
  expect(seen[0]).toEqual(seen[1]);
});

test('mail bombing: temporary passwords too are five an hour for an address, by whichever button, and the last stays good', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const amara = await gate.addPerson();
  const visitor = gate.browser({ address: '203.0.113.9' });
  const sent = await visitor.follow(await visitor.post('/forgotten-details', { email: amara.email }));
  const asked = /name="asked" value="([^"]+)"/.exec(sent.html)?.[1] ?? '';
  gate.clock.advance(minutes(1));
  for (let request = 0; request < 20; request += 1) {
    await gate.runDue();
    gate.clock.advance(seconds(1));
    const again = await visitor.post('/forgotten-details/again', { asked });
    expect(again.status).toBe(303);
  }
  const mails = await gate.inbox(amara.email);
  expect(mails).toHaveLength(5);
  const password = mails[0]?.codes[0] ?? '';
  const entered = await gate.browser().post('/log-in', { identifier: amara.email, password });
  expect(entered.location).toContain('/reset-password?link=');
});

test('mail bombing: one network asks for sixty addresses an hour', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const attacker = gate.browser({ address: '203.0.113.9' });
  const ask = (name: number) =>
    attacker.post('/forgotten-details', { email: `person${name}@practice.example` });
  for (let name = 0; name < 60; name += 1) expect((await ask(name)).status).toBe(303);
  expect((await ask(60)).status).toBe(429);
});

const poison = {
  'x-forwarded-host': 'evil.example',
  'x-original-host': 'evil.example',
  forwarded: 'host=evil.example',
  referer: 'https://evil.example/',
};

test.each(['recommended', 'locum-network'])(
  'poisoning: in %s no header and no field moves a link, or where recovery leads, to another host',
  async (profile) => {
    const gate = await portal({ profile });
    const amara = await gate.addPerson();
    const headers = { host: 'localhost:3000', ...poison };
    const proxied = await gate.server.inject({ url: '/forgotten-details', headers });
    expect(proxied.statusCode).toBe(421);
    // Nobody's proxy: what it forwards is not read at all.
    const remoteAddress = '198.51.100.7';
    const page = await gate.server.inject({ url: '/forgotten-details', headers, remoteAddress });
    const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const evil = 'https://evil.example/';
    const asked = await gate.server.inject({
      method: 'POST',
      url: `/forgotten-details?next=${evil}`,
      remoteAddress,
      headers: { ...headers, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf, email: amara.email, next: evil, origin: evil }).toString(),
    });
    expect(asked.headers.location).toMatch(/^\/forgotten-details\/sent\?asked=[\w-]+$/);
    const [mail] = await gate.inbox(amara.email);
    expect(mail?.links.length).toBeGreaterThan(0);
    for (const link of mail?.links ?? []) expect(new URL(link).origin).toBe('http://localhost:3000');
    expect(`${mail?.text}${mail?.html}`).not.toContain('evil.example');
  },
);

test('a request sealed for one purpose or altered is worth nothing', async () => {
  const gate = await portal();
  const visitor = gate.browser();
  const sent = await visitor.follow(
    await visitor.post('/forgotten-details', { email: 'nobody@practice.example' }),
  );
  const asked = /name="asked" value="([^"]+)"/.exec(sent.html)?.[1] ?? '';
  const bytes = Buffer.from(asked, 'base64url');
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  const address = { typed: 'a@b.example', canonical: 'a@b.example' };
  const request = { ...address, realm: 'portal', askedAt: 0, again: false };
  const elsewhere = gate.needs.keyRing.seal('form-state', JSON.stringify(request), 'register');
  for (const forged of [bytes, elsewhere]) {
    const answer = await visitor.post('/forgotten-details/again', { asked: forged.toString('base64url') });
    expect(answer.location).toBe('/forgotten-details');
  }
});

test.each(['\n', '\r\nx-evil: 1', '…', ' ', '&realm=support'])(
  'header injection: a sealed request with more behind it (%j) is worth nothing and no error of ours',
  async (more) => {
    const gate = await portal();
    const visitor = gate.browser();
    const asked = await sealedFor(visitor, 'nobody@practice.example');
    for (const isFresh of [true, false]) {
      if (!isFresh) visitor.forgetToken();
      const answer = await visitor.post('/forgotten-details/again', { asked: asked + more });
      expect([answer.status, answer.location]).toEqual([303, '/forgotten-details']);
    }
  },
);

test('an hour later the page in somebody’s history neither says an address nor sends anything', async () => {
  const gate = await portal();
  const visitor = gate.browser();
  const asked = await sealedFor(visitor, 'amara.osei@practice.example');
  gate.clock.advance(minutes(62));
  const page = await visitor.get(`/forgotten-details/sent?asked=${asked}`);
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('amara.osei');
  const again = await visitor.post('/forgotten-details/again', { asked });
  expect(again.location).toBe('/forgotten-details');
  expect(await gate.inbox()).toHaveLength(1);
});

const sealedFor = async (visitor: Browser, email: string) =>
  new URL(
    (await visitor.post('/forgotten-details', { email })).location ?? '',
    'http://x.example',
  ).searchParams.get('asked') ?? '';

test('a stranger who created an account gets no password of the staff’s by asking for one at their log in', async () => {
  const gate = await portal({ profile: 'clinic' });
  const mallory = 'mallory@evil.example';
  const visitor = gate.browser();
  await visitor.post('/create-account', { fullName: 'Mallory Finch', email: mallory, before: 'no' });
  await gate.runDue();
  gate.clock.advance(minutes(1));
  await visitor.post('/forgotten-details', { email: mallory, realm: 'support' });
  const [newest, first] = await gate.inbox(mallory);
  expect(newest?.subject).toBe('No account for this address');
  expect(newest?.links.join()).not.toContain('link=');
  const link = first?.links.find((address) => address.includes('/activate?')) ?? '';
  await visitor.post('/activate', { link: secretOf(link), name: 'Mallory Finch', password: newPassword });
  const entered = { identifier: mallory, password: newPassword };
  expect((await gate.browser().post('/log-in/staff', entered)).status).toBe(422);
  expect((await gate.browser().post('/log-in', entered)).status).toBe(303);
});

test('staff who were invited and have no password yet are still sent their invitation again', async () => {
  const gate = await portal();
  const email = readEmailAddress('gwen.parry@operator.example');
  if (!email) throw new Error('not an address');
  await inTransaction(gate.needs.database, (tx) =>
    inviteAccount(gate.needs, tx, {
      by: 'system',
      email,
      fullName: 'Gwen Parry',
      realm: 'support',
      language: 'en',
    }),
  );
  await gate.browser().post('/forgotten-details', { email: email.typed, realm: 'support' });
  const mails = await gate.inbox(email.typed);
  expect(mails).toHaveLength(2);
  expect(mails[0]?.links.join()).toContain('/activate?link=');
});

test('mail bombing: asking by address and by an old link are five an hour together', async () => {
  const gate = await portal({ profile: 'clinic' });
  const email = 'priya.nair@practice.example';
  const visitor = gate.browser();
  for (let asked = 0; asked < 5; asked += 1) {
    await visitor.post('/create-account', { fullName: 'Priya Nair', email, before: 'no' });
    await gate.runDue();
    gate.clock.advance(seconds(1));
  }
  const [mail] = await gate.inbox(email);
  const link = mail?.links.find((address) => address.includes('/activate?')) ?? '';
  for (let asked = 0; asked < 5; asked += 1) {
    await visitor.post('/activate/new-link', { link: secretOf(link) });
    await gate.runDue();
  }
  expect(await gate.inbox(email)).toHaveLength(5);
  expect((await visitor.get(link)).status).toBe(200);
});
