import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { postFiles } from '../../../tests/support/post-files.ts';
import { days, hours, minutes, seconds } from '../../kernel/duration.ts';
import { fillHelpCentre } from '../index.ts';

const stranger = { fullName: 'Priya Shah', email: 'priya.shah@alderbrook.example' };
const locked = {
  ...stranger,
  'q-what-you-see': 'My account is locked',
  'q-what-happened': 'I typed my password five times and the page says that I am locked out.',
};

const tickets = (gate: Portal) =>
  gate.needs.database.selectFrom('ticket').selectAll().orderBy('created_at').execute();

async function confirmBy(gate: Portal, browser: Browser, email = stranger.email) {
  const [mail] = await gate.inbox(email);
  gate.clock.advance(seconds(1));
  const link = mail?.links.find((each) => each.includes('/tickets/confirm')) ?? '';
  await browser.get(link);
  const secret = new URL(link).searchParams.get('link') ?? '';
  return browser.follow(await browser.post('/tickets/confirm', { link: secret, answer: 'yes' }));
}

test('[P9] contact says how to reach support, whether it is open and how long it takes, in every profile, without a cookie', async () => {
  for (const profile of ['recommended', 'primary-care', 'locum-network', 'patient-portal', 'clinic']) {
    const gate = await portal({ profile, at: '2026-03-02T20:00:00Z' });
    const browser = gate.browser();
    const page = await browser.get('/contact');
    expect(page.status, profile).toBe(200);
    expect(page.headers['set-cookie'], profile).toBeUndefined();
    expect(page.text).toContain(gate.settings.support.phone);
    expect(page.text).toMatch(/We are (open|closed) now\./);
    expect(page.text).toMatch(
      /How long it takes We (usually answer|answer day and night, usually) within \d/,
    );
    for (const { name } of gate.settings.tickets.subjects) expect(page.text).toContain(name);
    if (gate.settings.support.relayUk) expect(page.text).toContain('dial 18001');
    expect(page.text.includes('If you need medical help now')).toBe(gate.settings.service.usedByPatients);
  }
});

test('[L12] support that answers round the clock says so; other support says when it opens', async () => {
  const roundTheClock = await portal({ profile: 'locum-network', at: '2026-03-07T23:00:00Z' });
  const open = await roundTheClock.browser().get('/contact');
  expect(open.text).toContain('We are open now.');
  expect(open.text).toContain('We answer day and night, usually within');
  const office = await portal({ profile: 'patient-portal', at: '2026-03-07T12:00:00Z' });
  const closed = await office.browser().get('/contact');
  expect(closed.text).toContain('We are closed now. We open on 9 March 2026 at 8am.');
  expect(closed.text).toContain('We usually answer within 10 working hours.');
  const slow = await portal({
    settings: { tickets: { firstAnswerWithin: { normal: '24 hours', urgent: '90 minutes' } } },
  });
  const { text } = await slow.browser().get('/contact');
  expect(text).toContain('We usually answer within 24 working hours.');
  expect(text).toContain('usually within 90 working minutes.');
});

test('[L12] a stranger’s question is held until they confirm the address; then it is new, with a reference and a time', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const browser = gate.browser();
  const asked = await browser.post('/tickets/new/locked', locked);
  const page = await browser.follow(asked);
  expect(page.text).toContain('Check your email');
  expect((await tickets(gate)).map(({ state }) => state)).toEqual(['held']);
  const [mail] = await gate.inbox(stranger.email);
  expect(mail?.subject).toBe('Confirm that you asked us for help');
  const done = await confirmBy(gate, browser);
  expect(done.text).toContain('We have your question');
  const [ticket] = await tickets(gate);
  expect(ticket).toMatchObject({ state: 'new', priority: 2, account_id: null });
  expect(done.text).toContain(ticket?.reference);
  expect(done.text).toContain('Expect an answer by 2 March 2026');
  const [received] = await gate.inbox(stranger.email);
  expect(received?.subject).toBe(`We have your question ${ticket?.reference}`);
});

test('the code of the email confirms as its link does, on the page that asks for it and on its own', async () => {
  const gate = await portal();
  const browser = gate.browser();
  const asked = await browser.post('/tickets/new/locked', locked);
  await browser.follow(asked);
  const code = (await gate.inbox(stranger.email))[0]?.codes[0] ?? '';
  const sealed = new URL(asked.location ?? '', 'http://x').searchParams.get('asked') ?? '';
  const wrong = await browser.post('/tickets/confirm/code', { asked: sealed, code: '00000000' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('The code is not right');
  const right = await browser.post('/tickets/confirm/code', { asked: sealed, code });
  expect((await browser.follow(right)).text).toContain('We have your question');

  const other = gate.browser();
  await other.post('/tickets/new/locked', { ...locked, email: 'other@alderbrook.example' });
  const second = (await gate.inbox('other@alderbrook.example'))[0]?.codes[0] ?? '';
  await other.get('/tickets/confirm');
  const typed = await other.post('/tickets/confirm/code', {
    email: 'Other@Alderbrook.example',
    code: `${second.slice(0, 4)} ${second.slice(4)}`,
  });
  expect((await other.follow(typed)).text).toContain('We have your question');
});

test('whoever never asked throws away what was sent in their name', async () => {
  const gate = await portal();
  await gate.browser().post('/tickets/new/locked', locked);
  const link = (await gate.inbox(stranger.email))[0]?.links.find((each) => each.includes('confirm')) ?? '';
  const owner = gate.browser();
  await owner.get(link);
  const secret = new URL(link).searchParams.get('link') ?? '';
  const page = await owner.post('/tickets/confirm', { link: secret, answer: 'no' });
  expect(page.text).toContain('We have thrown away what was sent in your name');
  expect((await tickets(gate)).map(({ state }) => state)).toEqual(['closed']);
  expect((await owner.post('/tickets/confirm', { link: secret, answer: 'yes' })).status).toBe(410);
});

test('whoever is logged in is asked neither name nor address, and their question counts at once', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const browser = gate.browser();
  await logIn(browser, amara);
  const form = await browser.get('/tickets/new/locked');
  expect(form.text).toContain(`You ask as ${amara.name}. We answer to ${amara.email}.`);
  expect(form.html).not.toContain('name="email"');
  const { fullName, email, ...answers } = locked;
  const asked = await browser.post('/tickets/new/locked', { ...answers, email, fullName });
  expect((await browser.follow(asked)).text).toContain('We have your question');
  const [ticket] = await tickets(gate);
  expect(ticket).toMatchObject({ state: 'new', account_id: amara.id, account_proof: 'session' });
  expect((await gate.inbox(amara.email))[0]?.subject).toContain(ticket?.reference);
  expect(await gate.inbox(email)).toEqual([]);
});

test('[L12] an address that is confirmed shows whose portal account it is, so that staff see whether its messages arrived', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const browser = gate.browser();
  await browser.post('/tickets/new/locked', { ...locked, email: amara.email });
  await confirmBy(gate, browser, amara.email);
  expect((await tickets(gate))[0]).toMatchObject({ account_id: amara.id, account_proof: 'address' });
});

test('[P9] urgent supplies come first; the register option takes them too', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const supplies = {
    ...stranger,
    'q-organisation-code': 'z90001',
    'q-organisation-name': 'Alderbrook Surgery',
    'q-what-is-needed': 'Prescription forms by tomorrow',
    'q-phone': '01632 960 001',
  };
  const register = {
    ...stranger,
    'q-organisation-code': 'Z90001',
    'q-organisation-name': 'Alderbrook Surgery',
    'q-job': 'Practice manager',
  };
  const browser = gate.browser();
  expect((await browser.get('/tickets/new/urgent-supplies')).text).toContain('call 020 7946 0199');
  await browser.post('/tickets/new/urgent-supplies', supplies);
  await browser.post('/tickets/new/register', { ...register, 'q-urgent-supplies': 'No' });
  await browser.post('/tickets/new/register', {
    ...register,
    'q-urgent-supplies': 'Yes, we need supplies now',
  });
  const found = await tickets(gate);
  expect(found.map(({ subject_key, priority }) => [subject_key, priority])).toEqual([
    ['urgent-supplies', 1],
    ['register', 2],
    ['register', 1],
  ]);
  expect(found[0]?.answers).toMatchObject({ 'organisation-code': 'Z90001' });
});

test('a day is written out in what a ticket says', async () => {
  const gate = await portal({ profile: 'primary-care' });
  await gate.browser().post('/tickets/new/died', {
    ...stranger,
    'q-their-name': 'Mary Quinn',
    'q-relation': 'My aunt',
    'q-died-on-day': '3',
    'q-died-on-month': '2',
    'q-died-on-year': '2026',
  });
  const message = await gate.needs.database
    .selectFrom('ticket_message')
    .select('body')
    .executeTakeFirstOrThrow();
  expect(message.body).toContain('When did they die?\n3 February 2026');
});

test('staff read each answer once, as people write it, beside what was written or on its own', async () => {
  const gate = await portal({ profile: 'primary-care' });
  await gate.browser().post('/tickets/new/died', {
    ...stranger,
    'q-their-name': 'Mary Quinn',
    'q-relation': 'My aunt',
    'q-died-on-day': '3',
    'q-died-on-month': '2',
    'q-died-on-year': '2026',
    'q-anything-else': 'She was 93.\r\n\r\nShe liked the sea.',
  });
  const { reference } = await gate.needs.database
    .selectFrom('ticket')
    .select('reference')
    .executeTakeFirstOrThrow();
  const { desk } = await atTheDesk(gate, 'administrator');
  const shown = await desk.get(`/desk/tickets/${reference}`);
  const main = shown.html.slice(shown.html.indexOf('gh-beside'));
  for (const words of ['When did they die?', '3 February 2026', 'My aunt', 'She liked the sea.'])
    expect(main.split(words)).toHaveLength(2);
  const death = await desk.get(`/desk/tickets/${reference}/died`);
  for (const words of ['3 February 2026', 'She liked the sea.']) expect(death.text).toContain(words);
});

test('what is missing or wrong is said of its question, and everything typed is kept', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const browser = gate.browser();
  const page = await browser.post('/tickets/new/died', {
    fullName: '',
    email: 'nobody',
    'q-their-name': 'Mary Quinn',
    'q-their-email': 'not an address',
    'q-died-on-day': '31',
    'q-died-on-month': '2',
    'q-died-on-year': '2026',
    'q-anything-else': 'She was 93.',
  });
  expect(page.status).toBe(422);
  for (const words of [
    'Enter your full name',
    'Enter an email address in the correct format',
    '“Their email address, if you know it” must be an email address',
    'Answer the question “How did you know them?”',
    '“When did they die?” must be a real date',
  ])
    expect(page.text).toContain(words);
  for (const kept of ['value="Mary Quinn"', 'value="31"', 'She was 93.', 'value="not an address"'])
    expect(page.html).toContain(kept);
  expect(await tickets(gate)).toEqual([]);
});

test('a form that was open too long is shown again with what was typed', async () => {
  const gate = await portal();
  const browser = gate.browser();
  const page = await browser.post('/tickets/new/locked', { ...locked, csrf: 'stale' });
  expect(page.status).toBe(422);
  expect(page.html).toContain(locked['q-what-happened']);
  expect(await tickets(gate)).toEqual([]);
});

test('a subject is chosen without a cookie; choosing nothing says so', async () => {
  const gate = await portal();
  const browser = gate.browser();
  const none = await browser.get('/tickets/new?chosen=yes');
  expect(none.status).toBe(422);
  expect(none.text).toContain('Choose what you need help with');
  expect(none.headers['set-cookie']).toBeUndefined();
  expect((await browser.get('/tickets/new?chosen=yes&subject=locked')).location).toBe('/tickets/new/locked');
  expect((await browser.get('/tickets/new/no-such-subject')).status).toBe(404);
});

test('a data-protection complaint has 30 days from the day it was made, however late it is confirmed', async () => {
  const gate = await portal({ at: '2026-03-02T09:00:00Z' });
  const browser = gate.browser();
  await browser.post('/tickets/new/data-protection', {
    ...stranger,
    'q-what-happened': 'You sent my letter to somebody else.',
  });
  gate.clock.advance(hours(20));
  const done = await confirmBy(gate, browser);
  expect(done.text).toContain('You get our decision about your complaint by 1 April 2026 at the latest.');
  expect((await tickets(gate))[0]?.complaint_due_on).toBe('2026-04-01');
});

test('30 days end on their day, also where the clocks change among them and it was made just before midnight', async () => {
  const gate = await portal({ at: '2026-03-01T23:30:00Z' });
  await gate.browser().post('/tickets/new/data-protection', { ...stranger, 'q-what-happened': 'My letter.' });
  expect((await tickets(gate))[0]?.complaint_due_on).toBe('2026-03-31');
});

test('the email can be sent again after a wait, and only the newest works', async () => {
  const gate = await portal();
  const browser = gate.browser();
  const asked = await browser.post('/tickets/new/locked', locked);
  const sealed = new URL(asked.location ?? '', 'http://x').searchParams.get('asked') ?? '';
  await browser.follow(asked);
  const early = await browser.post('/tickets/sent/again', { asked: sealed });
  expect(early.status).toBe(429);
  gate.clock.advance(minutes(2));
  const again = await browser.follow(await browser.post('/tickets/sent/again', { asked: sealed }));
  expect(again.text).toContain('We have sent the email again.');
  const mails = await gate.inbox(stranger.email);
  const links = mails.map(({ links: all }) => all.find((each) => each.includes('confirm')) ?? '');
  expect(links).toHaveLength(2);
  expect((await gate.browser().get(links[1] ?? '')).status).toBe(410);
  expect((await gate.browser().get(links[0] ?? '')).status).toBe(200);
});

test('what nobody confirms lapses, and is erased later with whoever sent it', async () => {
  const gate = await portal();
  await gate.browser().post('/tickets/new/locked', locked);
  const link = (await gate.inbox(stranger.email))[0]?.links.find((each) => each.includes('confirm')) ?? '';
  gate.clock.advance(days(7) + minutes(1));
  await gate.runDue();
  expect((await tickets(gate)).map(({ state }) => state)).toEqual(['closed']);
  expect((await gate.browser().get(link)).status).toBe(410);
  gate.clock.advance(days(30) + minutes(1));
  await gate.runDue();
  expect(await tickets(gate)).toEqual([]);
  expect(await gate.needs.database.selectFrom('requester').select('id').execute()).toEqual([]);
});

test('files go with what is asked; one that is refused or taken out again loses nothing else', async () => {
  const gate = await portal();
  const browser = gate.browser();
  const at = '/tickets/new/locked';
  const post = (posting: object) => postFiles(gate.server, browser, at, { fields: locked, ...posting });
  const note = { name: 'what-i-see.txt', content: 'The page says that I am locked out.' };
  const refused = await post({ files: [note, { name: 'tool.exe', content: 'MZ\u0090\u0000 a program' }] });
  expect(refused.status).toBe(422);
  expect(refused.error).not.toBe('');
  expect(refused.html).toContain(locked['q-what-happened']);
  expect(refused.kept).toHaveLength(1);
  expect(await tickets(gate)).toEqual([]);
  const sent = await post({ kept: refused.kept });
  expect(sent.status).toBe(303);
  const files = await gate.needs.database.selectFrom('attachment').selectAll().execute();
  expect(files.map(({ name, ticket_id }) => [name, ticket_id])).toEqual([
    ['what-i-see.txt', (await tickets(gate))[0]?.id],
  ]);
});

test('[C3] articles that may help are offered beside the form and while writing; whoever finds the answer sends nothing', async () => {
  const gate = await portal();
  await fillHelpCentre(gate.needs, () => undefined);
  const browser = gate.browser();
  const form = await browser.get('/tickets/new/locked');
  const [slug = ''] = gate.settings.tickets.subjects.find(({ key }) => key === 'locked')?.articles ?? [];
  expect(form.html).toContain(slug);
  expect(form.text).toContain('Articles that may help');
  const text = 'My account is locked because I typed the wrong password too often';
  const offered = await browser.post('/tickets/offered', { text });
  const { articles } = JSON.parse(offered.html) as { articles: { title: string; href: string }[] };
  expect(articles.length).toBeGreaterThan(0);
  expect((await browser.get(articles[0]?.href ?? '')).status).toBe(200);
  const none = await browser.post('/tickets/offered', { text: 'short' });
  expect(JSON.parse(none.html)).toEqual({ articles: [] });
  const answered = await browser.post('/tickets/answered');
  expect(answered.text).toContain('We sent nothing.');
  await browser.post('/tickets/new/locked', locked);
  const counts = await gate.needs.database.selectFrom('help_count').select(['what', 'count']).execute();
  expect(counts).toContainEqual({ what: 'answered-while-asking', count: 1 });
  expect(counts).toContainEqual({ what: 'offered-while-asking', count: 2 });
});

test('whoever asks can say which known problem it is about, and who tells of a death is not asked', async () => {
  const gate = await portal({ profile: 'clinic' });
  const id = gate.needs.ids.next<'service-notice'>();
  await gate.needs.database
    .insertInto('service_notice')
    .values({
      id,
      title: 'We are having problems with text messages',
      on_log_in: false,
      on_help: false,
      on_contact: true,
      published_at: gate.clock.now(),
    })
    .execute();
  const browser = gate.browser();
  const form = await browser.get('/tickets/new/locked');
  expect(form.text).toContain('Is it about this problem, that we know of?');
  expect((await browser.get('/tickets/new/died')).text).not.toContain('text messages');
  await browser.post('/tickets/new/locked', { ...locked, notice: id });
  expect((await tickets(gate)).map(({ notice_id }) => notice_id)).toEqual([id]);
});
