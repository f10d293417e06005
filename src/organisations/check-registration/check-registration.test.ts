import { expect, test } from 'vitest';
import { type Portal, type PortalOptions, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { minutes } from '../../kernel/duration.ts';
import { fillSandboxRegister } from '../import-register/fill-sandbox-register.ts';

const priya = { fullName: 'Priya Shah', email: 'priya.shah@alderbrook.example', phone: '07700 900123' };
const mailbox = 'reception@alderbrook.example';

async function sendRegistration(run: Portal, you = priya, code = 'Z90001'): Promise<string> {
  const person = run.browser();
  const at = (step: string) => `/register-organisation/${code}/${step}`;
  await person.get(at('you'));
  await person.post(at('you'), you);
  await person.post(at('mailbox'), { mailbox });
  await person.post(at('check'));
  const newest = await run.needs.database
    .selectFrom('registration')
    .select('id')
    .where('email_typed', '=', you.email)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return newest.id;
}

async function staffBrowser(run: Portal, name: string): Promise<Browser> {
  const person = await run.addPerson({ name, staff: 'agent' });
  const browser = run.browser();
  await browser.get('/log-in/staff');
  await browser.post('/log-in/staff', { identifier: person.email, password: person.password });
  await browser.get('/desk/registrations');
  return browser;
}

/** A registration that waits, and a member of staff who looks at it. */
async function waiting(options: PortalOptions = {}) {
  const run = await portal({ profile: 'primary-care', ...options });
  await fillSandboxRegister(run.needs);
  const staff = await staffBrowser(run, 'Gwen Parry');
  const id = await sendRegistration(run);
  return { run, staff, id, at: deskOf(id) };
}

const deskOf = (id: string) => (step?: string) =>
  step ? `/desk/registrations/${id}/${step}` : `/desk/registrations/${id}`;

const called = { how: 'call-back', code: '', note: 'Called 01632 960101 and spoke to the practice manager.' };

const stateOf = async (run: Portal, id: string) =>
  run.needs.database.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const practiceOf = (run: Portal) =>
  run.needs.database
    .selectFrom('organisation')
    .selectAll()
    .where('code', '=', 'Z90001')
    .executeTakeFirstOrThrow();

const mainContacts = (run: Portal) =>
  run.needs.database
    .selectFrom('membership')
    .innerJoin('account_email', 'account_email.account_id', 'membership.account_id')
    .select(['account_email.typed as email', 'membership.role'])
    .where('service', '=', 'portal')
    .execute();

test('[P11] staff see what was typed beside the phone and address of the register', async () => {
  const { staff, at } = await waiting();
  const list = await staff.get('/desk/registrations');
  expect(list.text).toContain('THE ALDERBROOK SURGERY');
  const page = await staff.get(at());
  for (const shown of ['01632 960101', '1 ALDER LANE', priya.fullName, priya.email, priya.phone, mailbox])
    expect(page.text).toContain(shown);
});

test('[P11 P15] approval is refused until a check is recorded', async () => {
  const { run, staff, id, at } = await waiting();
  const page = await staff.post(at('approve'));
  expect(page.status).toBe(422);
  expect(page.text).toContain('Record how you checked');
  expect(await stateOf(run, id)).toMatchObject({ state: 'waiting' });
  expect(await practiceOf(run)).toMatchObject({ registered_at: null, mailbox: null });
});

test('[P11 P15] checked and approved: the practice is registered and the person is its main contact, told by e-mail', async () => {
  const { run, staff, id, at } = await waiting();
  await staff.post(at('check'), called);
  const page = await staff.follow(await staff.post(at('approve')));
  expect(page.text).toContain('Approved by Gwen Parry');
  expect(page.text).toContain('Called back on the number in the register');
  expect(await practiceOf(run)).toMatchObject({ mailbox, mailbox_proven_how: 'call-back' });
  expect((await practiceOf(run)).registered_at).toEqual(run.clock.now());
  expect(await mainContacts(run)).toEqual([{ email: priya.email, role: 'main-contact' }]);
  const tasks = await run.needs.database.selectFrom('staff_task').select('done_at').execute();
  expect(tasks).toEqual([{ done_at: run.clock.now() }]);
  const subjects = (await run.inbox(priya.email)).map((message) => message.subject).join('\n');
  expect(subjects).toContain('THE ALDERBROOK SURGERY is registered');
  expect(subjects).toContain('Set up your');
  expect((await run.inbox(mailbox))[0]?.text).toContain('Its main contact is Priya Shah');
  const events = await run.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('record_id', '=', id)
    .orderBy('position')
    .execute();
  expect(events.map((event) => event.action)).toEqual([
    'registration-sent',
    'registration-checked',
    'registration-approved',
  ]);
});

test('[P11 P16] somebody who has an account gains the practice on it, with no second account', async () => {
  const { run, staff, at } = await waiting();
  await run.addPerson({ name: 'Priya Shah', email: 'PRIYA.SHAH@alderbrook.example' });
  await staff.post(at('check'), called);
  await staff.post(at('approve'));
  expect(await mainContacts(run)).toEqual([{ email: 'PRIYA.SHAH@alderbrook.example', role: 'main-contact' }]);
  const messages = await run.inbox(priya.email);
  expect(messages.some((message) => message.text.includes('the password you already have'))).toBe(true);
});

test('[P15 P16] another practice is registered the same way, and the same person gains it on the same account', async () => {
  const { run, staff, id } = await waiting();
  run.clock.advance(minutes(1));
  const other = await sendRegistration(run, priya, 'Z90003');
  for (const each of [id, other]) {
    await staff.post(deskOf(each)('check'), called);
    expect((await staff.post(deskOf(each)('approve'))).status).toBe(303);
  }
  expect((await mainContacts(run)).map(({ email }) => email)).toEqual([priya.email, priya.email]);
  const accounts = await run.needs.database
    .selectFrom('account_email')
    .select('account_id')
    .where('typed', '=', priya.email)
    .execute();
  expect(accounts.length).toBe(1);
});

test('an account that was deactivated does not come back this way', async () => {
  const { run, staff, id, at } = await waiting();
  const known = await run.addPerson({ name: 'Priya Shah', email: priya.email });
  await run.needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', known.id)
    .execute();
  await staff.post(at('check'), called);
  const page = await staff.post(at('approve'));
  expect(page.text).toContain('belongs to an account that was deactivated');
  expect(await stateOf(run, id)).toMatchObject({ state: 'waiting' });
  expect(await practiceOf(run)).toMatchObject({ registered_at: null });
});

test('[P11] refused: the person is told the reason by e-mail, and may register again', async () => {
  const { run, staff, id, at } = await waiting();
  expect((await staff.post(at('refuse'), { reason: ' ' })).text).toContain('Enter a reason');
  await staff.post(at('refuse'), { reason: 'The practice does not know you.' });
  expect(await stateOf(run, id)).toMatchObject({
    state: 'refused',
    decision_reason: 'The practice does not know you.',
  });
  const messages = await run.inbox(priya.email);
  expect(messages.some((message) => message.text.includes('The practice does not know you.'))).toBe(true);
  expect(await mainContacts(run)).toEqual([]);
  run.clock.advance(minutes(1));
  expect(await sendRegistration(run)).not.toBe(id);
});

test('two staff decide at once: one wins, the other is told', async () => {
  const { run, staff, id, at } = await waiting();
  const colleague = await staffBrowser(run, 'Tomasz Lis');
  await staff.post(at('check'), called);
  await colleague.get(at());
  const answers = await Promise.all([
    staff.post(at('approve')),
    colleague.post(at('refuse'), { reason: 'Not known.' }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
  const loser = answers.find((answer) => answer.status === 422);
  expect(loser?.text).toContain('A colleague decided this registration just now');
  const { state } = await stateOf(run, id);
  expect((await mainContacts(run)).length).toBe(state === 'approved' ? 1 : 0);
});

test('[P11] of two registrations of one practice only one can be approved', async () => {
  const { run, staff, id } = await waiting();
  const other = await sendRegistration(run, { ...priya, email: 'mallory@elsewhere.example' });
  expect((await staff.get(deskOf(id)())).text).toContain('Another registration of this practice is waiting');
  for (const each of [id, other]) await staff.post(deskOf(each)('check'), called);
  const answers = await Promise.all([id, other].map((each) => staff.post(deskOf(each)('approve'))));
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
  expect(answers.find((answer) => answer.status === 422)?.text).toContain('was registered in the meantime');
  expect((await mainContacts(run)).length).toBe(1);
});

test('a letter’s code proves the check once it is typed, and only the newest letter’s', async () => {
  const { run, staff, id, at } = await waiting();
  expect((await staff.post(at('check'), { ...called, how: 'letter-code', code: '12345678' })).text).toContain(
    'No letter has been made',
  );
  const codeOf = (page: { text: string }) =>
    /\b(\d{4}) (\d{4})\b(?! ?\d)/.exec(page.text.split('this code:')[1] ?? '')?.[0] ?? '';
  const old = codeOf(await staff.post(at('letter')));
  const letter = await staff.post(at('letter'));
  expect(letter.text).toContain('1 ALDER LANE');
  const stored = (await stateOf(run, id)).letter_code_mac ?? '';
  expect(stored).not.toContain(codeOf(letter).replace(' ', ''));
  const wrong = await staff.post(at('check'), { how: 'letter-code', code: old, note: 'Read out.' });
  expect(wrong.text).toContain('not the one in the newest letter');
  expect(wrong.html).toContain('Read out.');
  await staff.post(at('check'), { how: 'letter-code', code: codeOf(letter), note: 'Read out.' });
  expect(await stateOf(run, id)).toMatchObject({ checked_how: 'letter-code', state: 'waiting' });
});

test('a letter’s code cannot be tried for ever', async () => {
  const { staff, at } = await waiting();
  await staff.post(at('letter'));
  const guess = () => staff.post(at('check'), { how: 'letter-code', code: '00000000', note: 'Guess.' });
  for (let time = 0; time < 5; time += 1) await guess();
  expect((await guess()).text).toContain('Too many codes');
});

test('a practice that closed meanwhile is not registered', async () => {
  const { run, staff, at } = await waiting();
  await staff.post(at('check'), called);
  await run.needs.database
    .updateTable('organisation')
    .set({ status: 'closed' })
    .where('code', '=', 'Z90001')
    .execute();
  expect((await staff.post(at('approve'))).text).toContain('no longer shows this practice as open');
});

test('only staff reach the desk’s pages: a visitor is asked to log in, a main contact too', async () => {
  const { run, at } = await waiting();
  const mainContact = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const person = run.browser();
  await person.get('/log-in');
  await person.post('/log-in', { identifier: mainContact.email, password: mainContact.password });
  for (const browser of [run.browser(), person]) {
    expect((await browser.get(at())).location).toContain('/log-in/staff');
    for (const step of ['letter', 'check', 'approve', 'refuse'])
      expect((await browser.post(at(step), { ...called, reason: 'x' })).location).toContain('/log-in/staff');
  }
  expect(await practiceOf(run)).toMatchObject({ registered_at: null });
});

test('an address that names no registration is not found', async () => {
  const { staff } = await waiting();
  for (const id of ['nonsense', '01a2004e-41f9-7c43-9002-54a1d4840a4f'])
    expect((await staff.get(`/desk/registrations/${id}`)).status).toBe(404);
});
