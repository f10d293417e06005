import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { days } from '../../kernel/duration.ts';
import { fillSandboxRegister } from '../import-register/fill-sandbox-register.ts';

const mailbox = 'reception@alderbrook.example';
const address = '/register-organisation/answer';

/** A registration sent where the operator lets the mailbox approve, and the link that the mailbox was sent. */
async function sent(settings: object = { organisations: { automaticApproval: true } }) {
  const run = await portal({ profile: 'primary-care', settings });
  await fillSandboxRegister(run.needs);
  const person = run.browser();
  const at = (step: string) => `/register-organisation/Z90001/${step}`;
  await person.get(at('you'));
  await person.post(at('you'), {
    fullName: 'Priya Shah',
    email: 'priya@alderbrook.example',
    phone: '07700 900123',
  });
  await person.post(at('mailbox'), { mailbox });
  await person.post(at('check'));
  const [message] = await run.inbox(mailbox);
  const link = message?.links.find((each) => each.includes(address)) ?? '';
  return { run, message, link, secret: link.split('link=')[1] ?? '' };
}

const practice = (run: Portal) =>
  run.needs.database
    .selectFrom('organisation')
    .selectAll()
    .where('code', '=', 'Z90001')
    .executeTakeFirstOrThrow();

test('automatic approval is off in every profile: the mailbox is sent nothing', async () => {
  const { run, message } = await sent({});
  expect(run.settings.organisations.automaticApproval).toBe(false);
  expect(message).toBeUndefined();
});

test('where the setting allows it, the mailbox’s answer approves', async () => {
  const { run, link, secret } = await sent();
  const reception = run.browser();
  expect((await reception.get(link)).text).toContain('Priya Shah asked to register');
  expect((await reception.post(address, { link: secret })).text).toContain('is registered');
  expect(await practice(run)).toMatchObject({ mailbox, mailbox_proven_how: 'mailbox-answer' });
  const members = await run.needs.database.selectFrom('membership').select('role').execute();
  expect(members).toEqual([{ role: 'main-contact' }]);
  const links = (await run.inbox('priya@alderbrook.example')).flatMap((each) => each.links);
  expect(links.some((each) => each.includes('/activate?link='))).toBe(true);
});

test('a mail scanner that opens the link changes nothing, and the link works once', async () => {
  const { run, link, secret } = await sent();
  const scanner = run.browser();
  await scanner.head(link);
  await scanner.get(link);
  expect((await practice(run)).registered_at).toBeNull();
  await scanner.post(address, { link: secret });
  expect((await scanner.post(address, { link: secret })).status).toBe(410);
  expect((await scanner.get(link)).status).toBe(410);
});

test('many answers at once make one main contact', async () => {
  const { run, link, secret } = await sent();
  const reception = run.browser();
  await reception.get(link);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => reception.post(address, { link: secret })),
  );
  expect(answers.filter((answer) => answer.status === 200).length).toBe(1);
  expect((await run.needs.database.selectFrom('membership').select('id').execute()).length).toBe(1);
});

test('a link that is old, guessed or missing is told so', async () => {
  const { run, link } = await sent();
  const reception = run.browser();
  for (const wrong of [address, `${address}?link=guess`, `${address}?link=${'x'.repeat(300)}`])
    expect((await reception.get(wrong)).status).toBe(410);
  run.clock.advance(days(15));
  expect((await reception.get(link)).text).toContain('no longer works');
});

test('an account that was deactivated is left to staff, with the answer on record', async () => {
  const { run, link, secret } = await sent();
  const known = await run.addPerson({ name: 'Priya Shah', email: 'priya@alderbrook.example' });
  await run.needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', known.id)
    .execute();
  const reception = run.browser();
  await reception.get(link);
  expect((await reception.post(address, { link: secret })).text).toContain('Support will look at');
  const registration = await run.needs.database
    .selectFrom('registration')
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(registration).toMatchObject({ state: 'waiting', checked_how: 'mailbox-answer' });
  expect((await practice(run)).registered_at).toBeNull();
});
