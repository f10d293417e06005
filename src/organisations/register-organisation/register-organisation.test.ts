import { expect, test } from 'vitest';
import { type Portal, type PortalOptions, portal } from '../../../tests/support/portal.ts';
import { hours, minutes } from '../../kernel/duration.ts';
import { fillSandboxRegister } from '../import-register/fill-sandbox-register.ts';

const you = { fullName: 'Priya Shah', email: 'Priya.Shah@alderbrook.example', phone: '07700 900123' };
const mailbox = 'reception@alderbrook.example';

async function practices(options: PortalOptions = {}): Promise<Portal> {
  const run = await portal({ profile: 'primary-care', ...options });
  await fillSandboxRegister(run.needs);
  return run;
}

/** Answers everything up to the last page, which is not sent yet. */
async function answerAll(run: Portal, answers: Partial<typeof you> = {}, code = 'Z90001') {
  const person = run.browser();
  const at = (step: string) => `/register-organisation/${code}/${step}`;
  await person.get(at('you'));
  await person.post(at('you'), { ...you, ...answers });
  await person.post(at('mailbox'), { mailbox });
  return { person, check: at('check'), at };
}

const registrations = ({ needs }: Portal) =>
  needs.database.selectFrom('registration').selectAll().orderBy('created_at').execute();

const referenceIn = (text: string) => /GH-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];

test('[P11 P15] a practice is registered: about you, its mailbox, check, sent, with a task for staff and an e-mail', async () => {
  const run = await practices();
  const { person, check } = await answerAll(run);
  const page = await person.get(check);
  for (const shown of ['THE ALDERBROOK SURGERY', you.fullName, you.email, you.phone, mailbox])
    expect(page.text).toContain(shown);
  const sent = await person.follow(await person.post(check));
  expect(sent.text).toContain('Registration sent');

  const [row] = await registrations(run);
  expect(row).toMatchObject({ state: 'waiting', full_name: 'Priya Shah', email_typed: you.email, mailbox });
  expect(row?.email_canonical).toBe('priya.shah@alderbrook.example');
  expect(referenceIn(sent.text)).toBe(row?.reference);
  const tasks = await run.needs.database.selectFrom('staff_task').selectAll().execute();
  expect(tasks).toMatchObject([{ kind: 'check-registration', record_id: row?.id, done_at: null }]);
  const [message] = await run.inbox(you.email);
  expect(message?.text).toContain(row?.reference);
  expect(message?.text).not.toContain('Priya');
});

test('a practice that waits is not registered, and nobody has access yet', async () => {
  const run = await practices();
  const { person, check } = await answerAll(run);
  await person.post(check);
  const practice = await run.needs.database
    .selectFrom('organisation')
    .selectAll()
    .where('code', '=', 'Z90001')
    .executeTakeFirstOrThrow();
  expect(practice).toMatchObject({ registered_at: null, mailbox: null, mailbox_proven_at: null });
  expect(await run.needs.database.selectFrom('account').selectAll().execute()).toEqual([]);
});

test('sending twice, at once or afterwards, makes one registration', async () => {
  const run = await practices();
  const { person, check } = await answerAll(run);
  await person.get(check);
  const both = await Promise.all([person.post(check), person.post(check)]);
  const pages = await Promise.all([...both, await person.post(check)].map((answer) => person.follow(answer)));
  const references = new Set(pages.map((page) => referenceIn(page.text)));
  const rows = await registrations(run);
  expect(rows.length).toBe(1);
  expect([...references]).toEqual([rows[0]?.reference]);
  expect((await run.inbox(you.email)).length).toBe(1);
});

test('a known and an unknown address get the same page, and the same work is done', async () => {
  const run = await practices();
  await run.addPerson({ name: 'Amara Osei', email: 'amara.osei@known.example' });
  const seen = [];
  for (const email of ['amara.osei@known.example', 'nobody@unknown.example']) {
    const { person, check } = await answerAll(run, { email });
    await person.get(check);
    run.workDone();
    const posted = await person.post(check);
    const { statements } = run.workDone();
    const page = await person.follow(posted);
    seen.push({
      statements,
      status: posted.status,
      location: posted.location,
      text: page.text.replace(/GH-\w{4}-\w{4}/, 'REFERENCE'),
    });
  }
  expect(seen[0]).toEqual(seen[1]);
});

test('nothing personal stands in an address, in the browser’s cookie or in the log', async () => {
  const run = await practices();
  const { person, check } = await answerAll(run);
  const sent = await person.post(check);
  const places = [sent.location, ...person.cookies.values(), ...run.logLines].join('\n');
  const decoded = [...person.cookies.values()].map((value) =>
    Buffer.from(value, 'base64url').toString('latin1'),
  );
  for (const secret of ['Priya', 'alderbrook', '900123', 'reception'])
    expect(places + decoded.join('\n')).not.toContain(secret);
});

test('missing and odd answers get words, and nothing typed is lost', async () => {
  const run = await practices();
  const person = run.browser();
  await person.get('/register-organisation/Z90001/you');
  const page = await person.post('/register-organisation/Z90001/you', {
    fullName: 'Visit https://evil.example',
    email: 'priya.shah@',
    phone: '12',
  });
  expect(page.status).toBe(422);
  for (const words of [
    'must not include an email or web address',
    'Enter an email address',
    'Enter a phone number',
  ])
    expect(page.text).toContain(words);
  expect(page.html).toContain('value="priya.shah@"');
});

test('the practice’s mailbox must not be the person’s own address', async () => {
  const run = await practices();
  const { person, at, check } = await answerAll(run);
  const own = await person.post(at('mailbox'), { mailbox: 'PRIYA.SHAH@alderbrook.example' });
  expect(own.status).toBe(422);
  expect(own.text).toContain('different from your own work email address');
  await person.post(at('you'), { ...you, email: mailbox });
  expect((await person.get(check)).location).toBe('/register-organisation/Z90001');
});

test('steps cannot be skipped, and answers for one practice are not sent for another', async () => {
  const run = await practices();
  expect((await run.browser().get('/register-organisation/Z90001/check')).location).toBe(
    '/register-organisation/Z90001',
  );
  const { person } = await answerAll(run);
  await person.post('/register-organisation/Z90003/check');
  expect(await registrations(run)).toEqual([]);
});

test('closed, dormant, registered and unknown practices cannot be posted to either', async () => {
  const run = await practices();
  for (const code of ['Z90009', 'Z90010', 'Z90011', 'Z90001001', 'Z99999']) {
    const { person, check } = await answerAll(run, {}, code);
    await person.post(check);
  }
  expect(await registrations(run)).toEqual([]);
});

test('a stale form is shown again with what was typed, and sends nothing', async () => {
  const run = await practices();
  const { person, check, at } = await answerAll(run);
  person.forgetToken();
  const page = await person.post(at('you'), { ...you, csrf: 'stale' });
  expect(page.status).toBe(422);
  expect(page.html).toContain('value="Priya Shah"');
  await person.post(check, { csrf: 'stale' });
  expect(await registrations(run)).toEqual([]);
});

test('answers are forgotten after two hours, and an altered cookie is no answer', async () => {
  const run = await practices();
  const { person, check } = await answerAll(run);
  run.clock.advance(hours(2) + minutes(1));
  await person.post(check);
  const other = await answerAll(run);
  for (const [name, value] of other.person.cookies)
    if (name.endsWith('registration')) other.person.cookies.set(name, `${value.slice(0, -4)}AAAA`);
  await other.person.post(other.check);
  expect(await registrations(run)).toEqual([]);
});

test('one address is written to three times a day at most, and nobody sees the difference', async () => {
  const run = await practices();
  for (let time = 0; time < 5; time += 1) {
    const { person, check } = await answerAll(run);
    expect((await person.follow(await person.post(check))).text).toContain('Registration sent');
  }
  expect((await run.inbox(you.email)).length).toBe(3);
});

test('one network sends twenty registrations an hour at most', async () => {
  const run = await practices();
  let last = 0;
  for (let time = 0; time < 21; time += 1) {
    const { person, check } = await answerAll(run, { email: `person${time}@alderbrook.example` });
    last = (await person.post(check)).status;
  }
  expect(last).toBe(429);
  expect((await registrations(run)).length).toBe(20);
});
