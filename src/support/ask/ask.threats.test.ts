import { expect, test } from 'vitest';
import { type Portal, type PortalOptions, portal } from '../../../tests/support/portal.ts';
import type { Answer } from '../../../tests/support/portal-browser.ts';
import { postFiles } from '../../../tests/support/post-files.ts';
import { secretIn } from '../../../tests/support/ticket-visitors.ts';
import { seconds } from '../../kernel/duration.ts';

const stranger = { fullName: 'Priya Shah', email: 'priya.shah@alderbrook.example' };
const other = {
  ...stranger,
  'q-title': 'Buy cheap watches at http://evil.example',
  'q-what-happened': 'Click http://evil.example/now and send money to Priya.',
};

const tickets = (gate: Portal) => gate.needs.database.selectFrom('ticket').selectAll().execute();

async function asked(options: PortalOptions = {}, fields: Record<string, string> = other) {
  const gate = await portal(options);
  await gate.browser().post('/tickets/new/other', fields);
  const [mail] = await gate.inbox(fields.email);
  const link = mail?.links.find((each) => each.includes('/tickets/confirm')) ?? '';
  return { gate, mail, link, code: mail?.codes[0] ?? '' };
}

test('enumeration: every address gets the same page, status and statements, whatever account has it', async () => {
  const gate = await portal();
  await gate.addPerson({ name: 'Amara Osei', email: 'amara@practice.example' });
  for (const state of ['deactivated', 'closed'] as const) {
    const { id } = await gate.addPerson({ name: `Is ${state}`, email: `${state}@practice.example` });
    await gate.needs.database.updateTable('account').set({ state }).where('id', '=', id).execute();
  }
  await gate.browser({ address: '198.51.100.9' }).post('/tickets/new/other', {
    ...other,
    email: 'asked.before@practice.example',
  });
  const seen = [];
  for (const name of ['nobody', 'amara', 'deactivated', 'closed', 'asked.before']) {
    const visitor = gate.browser();
    await visitor.get('/tickets/new/other');
    gate.workDone();
    const email = `${name}@practice.example`;
    const answer = await visitor.post('/tickets/new/other', { ...other, email, 'q-title': `For ${name}` });
    const work = gate.workDone();
    const page = await visitor.follow(answer);
    const text = page.text.replace(email, 'EMAIL').replace(/GH-\w{4}-\w{4}/, 'REFERENCE');
    seen.push({ status: answer.status, text, ...work });
  }
  for (const each of seen) expect(each).toEqual(seen[0]);
  expect(seen[0]?.hashes).toBe(0);
});

test('spam by relay: nothing of a stranger’s words, not even a name, is in any mail to the address', async () => {
  const { gate, mail } = await asked();
  expect(await gate.inbox()).toHaveLength(1);
  for (const words of ['Priya', 'Shah', 'evil.example', 'watches', 'money'])
    expect(`${mail?.subject} ${mail?.html} ${mail?.text}`).not.toContain(words);
});

test('spam by relay: the confirmation page shows its reader nothing of a stranger’s words either', async () => {
  const { gate, link } = await asked();
  const page = await gate.browser().get(link);
  expect(page.status).toBe(200);
  for (const words of ['Priya', 'evil.example', 'watches', 'money']) expect(page.text).not.toContain(words);
});

test('mail scanners: GET and HEAD of the link, many times, confirm nothing and use nothing up', async () => {
  const { gate, link } = await asked();
  for (let visit = 0; visit < 5; visit += 1) {
    expect((await gate.browser().head(link)).status).toBe(200);
    expect((await gate.browser().get(link)).status).toBe(200);
  }
  expect((await tickets(gate)).map(({ state }) => state)).toEqual(['held']);
});

test('race: the same words sent 20 times at once are one ticket and one mail', async () => {
  const gate = await portal();
  const visitor = gate.browser();
  await visitor.get('/tickets/new/other');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => visitor.post('/tickets/new/other', other)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(await tickets(gate)).toHaveLength(1);
  expect(await gate.inbox(other.email)).toHaveLength(1);
  const elsewhere = gate.browser({ address: '198.51.100.99' });
  await elsewhere.post('/tickets/new/other', { ...other, 'q-what-happened': 'Other words.' });
  expect(await tickets(gate)).toHaveLength(2);
});

test('race: a link pressed 20 times at once confirms one ticket once', async () => {
  const { gate, link } = await asked();
  const visitor = gate.browser();
  await visitor.get(link);
  gate.clock.advance(seconds(1));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      visitor.post('/tickets/confirm', { link: secretIn(link), answer: at % 2 ? 'yes' : 'no' }),
    ),
  );
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(19);
  const events = await gate.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('action', 'in', ['ticket-new', 'ticket-closed'])
    .execute();
  expect(events).toHaveLength(1);
});

test('guessing: a code has five tries, also when they arrive at once, and the right one is then refused', async () => {
  const { gate, code } = await asked();
  const visitor = gate.browser();
  await visitor.get('/tickets/confirm');
  const wrong = code === '00000000' ? '00000001' : '00000000';
  await Promise.all(
    Array.from({ length: 5 }, () =>
      visitor.post('/tickets/confirm/code', { email: other.email, code: wrong }),
    ),
  );
  const right = await visitor.post('/tickets/confirm/code', { email: other.email, code });
  expect(right.status).toBe(422);
  expect((await tickets(gate)).map(({ state }) => state)).toEqual(['held']);
});

test('swapping: the code of one ticket confirms no other of the same address', async () => {
  const { gate, code } = await asked();
  const attacker = gate.browser();
  const second = await attacker.post('/tickets/new/other', { ...other, 'q-what-happened': 'In your name.' });
  const sealed = new URL(second.location ?? '', 'http://x').searchParams.get('asked') ?? '';
  const page = await attacker.post('/tickets/confirm/code', { asked: sealed, code });
  expect(page.status).toBe(422);
  expect((await tickets(gate)).map(({ state }) => state)).toEqual(['held', 'held']);
});

test('flood of an address: past the limit nothing is sent, and the page is the same', async () => {
  const gate = await portal();
  const pages = new Set<string>();
  for (let time = 0; time < 12; time += 1) {
    const visitor = gate.browser({ address: `198.51.100.${time}` });
    const answer = await visitor.post('/tickets/new/other', { ...other, 'q-title': `Number ${time}` });
    const page = await visitor.follow(answer);
    pages.add(page.text.replace(/GH-\w{4}-\w{4}/, 'REFERENCE'));
  }
  expect(pages.size).toBe(1);
  expect(await gate.inbox(other.email)).toHaveLength(gate.settings.tickets.perAddressPerHour);
});

test('flood from a network: past the limit the form says when and how else, and keeps what was typed', async () => {
  const gate = await portal({ settings: { tickets: { perNetworkPerHour: 3 } } });
  const visitor = gate.browser();
  await visitor.get('/tickets/new/other');
  const answers = [];
  for (let time = 0; time < 4; time += 1)
    answers.push(
      await visitor.post('/tickets/new/other', {
        ...other,
        email: `person${time}@alderbrook.example`,
        'q-title': `Number ${time}`,
      }),
    );
  const [first, , , last] = answers as [Answer, Answer, Answer, Answer];
  expect(last.status).toBe(429);
  expect(last.text).toContain(`call us on ${gate.settings.support.phone}`);
  expect(last.html).toContain('value="Number 3"');
  expect(await tickets(gate)).toHaveLength(3);
  gate.clock.advance(seconds(120));
  const sealed = new URL(first.location ?? '', 'http://x').searchParams.get('asked') ?? '';
  const again = await visitor.post('/tickets/sent/again', { asked: sealed });
  expect([again.status, again.text]).toEqual([429, expect.stringContaining('Have it sent again in')]);
  expect(again.text).not.toContain('What you typed');
});

test('header injection: line breaks in a name, an address or a title reach no header', async () => {
  const gate = await portal();
  for (const email of ['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example']) {
    expect((await gate.browser().post('/tickets/new/other', { ...other, email })).status).toBe(422);
  }
  const odd = { ...other, fullName: 'Eve\r\nBcc: all', 'q-title': 'One\r\nSubject: two' };
  await gate.browser().post('/tickets/new/other', odd);
  expect((await tickets(gate)).map(({ title }) => title)).toEqual(['One Subject: two']);
  const mails = await gate.inbox();
  expect(mails.map(({ subject }) => subject)).toEqual(['Confirm that you asked us for help']);
});

test('bad input: 100 kB in one line, null bytes, halves of characters and fields nobody asked for', async () => {
  const gate = await portal();
  const visitor = gate.browser();
  const long = await postFiles(gate.server, visitor, '/tickets/new/other', {
    fields: { ...other, 'q-title': 'a'.repeat(100_000), 'q-what-happened': 'b'.repeat(100_000) },
  });
  expect(long.status).toBe(422);
  expect(long.html).toContain('must be 200 characters or fewer');
  expect(long.html).toContain('must be 10,000 characters or fewer');
  const odd = await visitor.post('/tickets/new/other', {
    ...other,
    'q-title': 'Null \u0000 and \ud800 half',
    'q-nobody-asked': 'extra',
    __proto__: 'x',
    notice: 'not-an-id',
    state: 'new',
    priority: '1',
  });
  expect(odd.status).toBe(303);
  const [ticket] = await tickets(gate);
  expect(ticket).toMatchObject({ state: 'held', priority: 3, notice_id: null });
  expect(Object.keys(ticket?.answers as object).sort()).toEqual(['title', 'what-happened']);
  const unseen = await visitor.post('/tickets/new/other', { ...other, 'q-what-happened': '\u0001\u0007' });
  expect([unseen.status, unseen.text]).toEqual([422, expect.stringContaining('Answer the question')]);
  expect(await tickets(gate)).toHaveLength(1);
});

test('forged choices are no answers', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const page = await gate.browser().post('/tickets/new/register', {
    ...stranger,
    'q-organisation-code': 'Z90001',
    'q-organisation-name': 'Alderbrook',
    'q-job': 'Manager',
    'q-urgent-supplies': 'Yes, send gold',
  });
  expect(page.status).toBe(422);
  expect(await tickets(gate)).toEqual([]);
});

test('forgery: a form from elsewhere changes nothing', async () => {
  const { gate, link } = await asked();
  const visitor = gate.browser();
  await visitor.get(link);
  visitor.forgetToken();
  expect((await visitor.post('/tickets/confirm', { link: secretIn(link), answer: 'yes' })).status).toBe(422);
  visitor.forgetToken();
  expect((await visitor.post('/tickets/new/other', other)).status).toBe(422);
  expect((await tickets(gate)).map(({ state }) => state)).toEqual(['held']);
});

test('a sealed page that was altered or is old leads back to the beginning', async () => {
  const gate = await portal();
  const visitor = gate.browser();
  const answer = await visitor.post('/tickets/new/other', other);
  const address = answer.location ?? '';
  expect((await visitor.get(`${address.slice(0, -3)}AAA`)).location).toBe('/tickets/new');
  gate.clock.advance(seconds(3 * 3600));
  expect((await visitor.get(address)).location).toBe('/tickets/new');
});
