import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { seconds } from '../../../kernel/duration.ts';
import { fillSandboxRegister } from '../../../organisations/index.ts';

const manager = { fullName: 'Priya Shah', email: 'priya.shah@alderbrook.example' };

async function askedToRegister(gate: Portal) {
  await gate.browser().post('/tickets/new/register', {
    ...manager,
    'q-organisation-code': 'Z90001',
    'q-organisation-name': 'Alderbrook Surgery',
    'q-job': 'Practice manager',
    'q-phone': '01632 960 001',
    'q-urgent-supplies': 'No',
  });
  gate.clock.advance(seconds(1));
  const { reference } = await gate.needs.database
    .selectFrom('ticket')
    .select('reference')
    .executeTakeFirstOrThrow();
  return `/desk/tickets/${reference}/registration`;
}

const typed = {
  code: 'Z90001',
  ...manager,
  phone: '01632 960 001',
  mailbox: 'reception@alderbrook.example',
};

test('[P10] “Register for the portal” becomes a registration that staff complete, and its applicant hears of it', async () => {
  const gate = await portal({ profile: 'primary-care' });
  await fillSandboxRegister(gate.needs);
  const page = await askedToRegister(gate);
  const { desk } = await atTheDesk(gate);
  const ticket = await desk.get(page.replace('/registration', ''));
  expect(ticket.html).toContain(`href="${page}"`);
  const form = await desk.get(page);
  for (const kept of [
    'value="Z90001"',
    'value="Priya Shah"',
    `value="${manager.email}"`,
    'value="01632 960 001"',
  ])
    expect(form.html).toContain(kept);
  expect(form.text).toContain('The address of this ticket is not confirmed yet');
  const missing = await desk.post(page, { ...typed, mailbox: '' });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('Enter the email address of the organisation itself');
  const own = await desk.post(page, { ...typed, mailbox: manager.email });
  expect(own.text).toContain('different from the person’s own');
  const done = await desk.post(page, typed);
  expect(done.text).toContain('Registration completed');
  const registered = await gate.needs.database
    .selectFrom('registration')
    .selectAll()
    .executeTakeFirstOrThrow();
  const became = `registration ${registered.reference} of`;
  for (const again of [
    await desk.get(page),
    await desk.post(page, { ...typed, fullName: 'Somebody Else' }),
  ]) {
    expect(again.text).toMatch(
      new RegExp(`This was completed already .*It became ${became} .*waits to be checked`),
    );
    expect(again.html).toContain(`href="/desk/registrations/${registered.id}"`);
  }
  const after = await desk.get(page.replace('/registration', ''));
  expect(after.html).not.toContain(`href="${page}"`);
  expect(after.text).toContain(`Decide ${became}`);
  expect(after.text.match(/Completed as registration/g)).toHaveLength(1);
  const registrations = await gate.needs.database.selectFrom('registration').selectAll().execute();
  expect(registrations).toHaveLength(1);
  expect(done.text).toContain(registrations[0]?.reference);
  expect((await gate.inbox(manager.email))[0]?.subject).toContain('We have your registration');
  const checked = await desk.get(`/desk/registrations/${registrations[0]?.id}`);
  expect(checked.text).toContain('Priya Shah');
});

test('[P10] an organisation that cannot be registered is said to be so, and nothing is lost', async () => {
  const gate = await portal({ profile: 'primary-care' });
  await fillSandboxRegister(gate.needs);
  const page = await askedToRegister(gate);
  const { desk } = await atTheDesk(gate);
  await desk.get(page);
  const answer = await desk.post(page, { ...typed, code: 'Z99999' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('No organisation with this unique ID can be registered');
  expect(answer.html).toContain('value="reception@alderbrook.example"');
});

test('nobody but the staff who help people completes a registration, and no other ticket becomes one', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const page = await askedToRegister(gate);
  expect((await gate.browser().get(page)).status).toBe(303);
  const { desk } = await atTheDesk(gate);
  await gate.browser().post('/tickets/new/other', {
    ...manager,
    'q-title': 'Hello',
    'q-what-happened': 'Something',
  });
  const other = await gate.needs.database
    .selectFrom('ticket')
    .select('reference')
    .where('subject_key', '=', 'other')
    .executeTakeFirstOrThrow();
  expect((await desk.get(`/desk/tickets/${other.reference}/registration`)).status).toBe(404);
  expect((await desk.get('/desk/tickets/GH-AAAA-AAAA/registration')).status).toBe(404);
});
