import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../../tests/support/portal-people.ts';
import { inviteAccount } from '../../../identity/index.ts';
import { minutes } from '../../../kernel/duration.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import { inTransaction } from '../../../platform/database/database.ts';

const reason = 'Called from the practice number, identity checked';

async function lockOut({ browser }: Portal, person: AddedPerson) {
  const stranger = browser({ address: '203.0.113.9' });
  for (let tries = 0; tries < 5; tries += 1)
    await stranger.post('/log-in', { identifier: person.email, password: 'not-the-password' });
}

/** Somebody invited to the portal who has not set up the account yet. */
async function invited({ needs }: Portal, typed: string) {
  const email = readEmailAddress(typed);
  if (!email) throw new Error(`${typed} is no address`);
  const invitation = { by: 'system', email, fullName: 'Nia Bevan', realm: 'portal', language: 'en' } as const;
  return inTransaction(needs.database, (tx) => inviteAccount(needs, tx, invitation));
}

const detailsOf = (person: AddedPerson) => ({ identifier: person.email, password: person.password });

test('[P6] support sees a locked account, unlocks it, and the person is told and can log in', async () => {
  const it = await portal({ profile: 'primary-care' });
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  await lockOut(it, amara);
  const visitor = it.browser();
  expect((await visitor.post('/log-in', detailsOf(amara))).status).toBe(429);

  const { desk } = await atTheDesk(it);
  expect((await desk.get(`/desk/people/${amara.id}`)).text).toContain('Closed until support opens it');
  const done = await desk.follow(await desk.post(`/desk/people/${amara.id}/unlock`, { reason }));
  expect(done.text).toContain('Password entry is open. The person has been told by email.');
  expect(done.text).toContain(`Password entry opened Reason: ${reason}`);
  expect(done.text).toContain('Gwen Parry, support');

  const [message] = await it.inbox(amara.email);
  expect(message?.subject).toBe('You can enter your password again');
  expect((await visitor.post('/log-in', detailsOf(amara))).location).toBe('/account');
});

test('[P6] unlocking an account that is open says so, and tells and records nothing', async () => {
  const it = await portal({ profile: 'primary-care' });
  const amara = await it.addPerson();
  const { desk } = await atTheDesk(it);
  const done = await desk.follow(await desk.post(`/desk/people/${amara.id}/unlock`, { reason }));
  expect(done.text).toContain('Password entry was open already. Nothing was changed.');
  expect(done.text).not.toContain('Password entry opened');
  expect(await it.inbox(amara.email)).toEqual([]);
});

test('with timed closures the page says until when, and unlocking ends the wait', async () => {
  const it = await portal({ profile: 'recommended', at: '2026-03-02T09:00:00Z' });
  const amara = await it.addPerson();
  await lockOut(it, amara);
  const { desk } = await atTheDesk(it);
  const page = await desk.get(`/desk/people/${amara.id}`);
  expect(page.text).toContain('Closed until 2 March 2026 at 9:15am');
  await desk.post(`/desk/people/${amara.id}/unlock`, { reason });
  expect((await it.browser().post('/log-in', detailsOf(amara))).location).toBe('/account');
});

test('[P7] a deactivated person is out at once, is told privately whom to contact, and support activates it', async () => {
  const it = await portal({ profile: 'primary-care' });
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  const hers = it.browser();
  await hers.post('/log-in', detailsOf(amara));
  expect((await hers.get('/account')).status).toBe(200);

  const { desk } = await atTheDesk(it);
  const stopped = await desk.follow(await desk.post(`/desk/people/${amara.id}/deactivate`, { reason }));
  expect(stopped.text).toContain('The account is deactivated.');
  expect(stopped.text).toContain(`Deactivated on 2 March 2026 at 9am. Reason: ${reason}`);
  expect((await hers.get('/account')).status).toBe(303);
  expect((await it.inbox(amara.email))[0]?.subject).toBe('Your account has been deactivated');

  it.clock.advance(minutes(1));
  await it.browser().post('/forgotten-details', { email: amara.email });
  const [answer] = await it.inbox(amara.email);
  expect(answer?.subject).toBe('Your account is not active');
  expect(answer?.text).toContain('contact support: call 020 7946 0123');

  it.clock.advance(minutes(1));
  const active = await desk.follow(await desk.post(`/desk/people/${amara.id}/activate`, { reason }));
  expect(active.text).toContain('The account is active again.');
  expect((await it.inbox(amara.email))[0]?.subject).toBe('Your account is active again');
  expect((await it.browser().post('/log-in', detailsOf(amara))).location).toBe('/account');
});

test('staff log a person out everywhere, in every browser known so far, and the person is told', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const browsers = [it.browser(), it.browser()];
  for (const each of browsers) await each.post('/log-in', detailsOf(amara));
  const { desk } = await atTheDesk(it);
  const done = await desk.follow(await desk.post(`/desk/people/${amara.id}/log-out`, { reason }));
  expect(done.text).toContain('The person is logged out everywhere, and has been told by email.');
  for (const each of browsers) expect((await each.get('/account')).status).toBe(303);
  expect((await it.inbox(amara.email))[0]?.subject).toBe('You have been logged out everywhere');
  const devices = await it.needs.database
    .selectFrom('device')
    .select('revoked_at')
    .where('account_id', '=', amara.id)
    .execute();
  expect(devices.map((device) => device.revoked_at !== null)).toEqual([true, true]);
  const again = await desk.follow(await desk.post(`/desk/people/${amara.id}/log-out`, { reason }));
  expect(again.text).toContain('The person was logged in nowhere. Nothing was changed.');
});

test('deactivating makes links that were sent worthless, also after the account is active again', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  await it.browser().post('/forgotten-details', { email: amara.email });
  const [message] = await it.inbox(amara.email);
  const { desk } = await atTheDesk(it);
  await desk.post(`/desk/people/${amara.id}/deactivate`, { reason });
  await desk.post(`/desk/people/${amara.id}/activate`, { reason });
  const link = message?.links.find((address) => address.includes('link=')) ?? '';
  expect((await it.browser().get(link)).status).toBe(410);
});

test('an account that was never set up waits for its owner again, with a new link', async () => {
  const it = await portal();
  const { accountId } = await invited(it, 'nia.bevan@practice.example');
  const [first] = await it.inbox('nia.bevan@practice.example');
  it.clock.advance(minutes(1));
  const { desk } = await atTheDesk(it);
  await desk.post(`/desk/people/${accountId}/deactivate`, { reason });
  it.clock.advance(minutes(1));
  const done = await desk.follow(await desk.post(`/desk/people/${accountId}/activate`, { reason }));
  expect(done.text).toContain('The account waits to be set up. A new link has been sent.');
  expect(done.text).toContain('Not set up yet');
  const [newest] = await it.inbox('nia.bevan@practice.example');
  expect((await it.browser().get(first?.links[0] ?? '')).status).toBe(410);
  expect((await it.browser().get(newest?.links[0] ?? '')).text).toContain('Set up your account');
});

test('support sends whoever has not set up the account its link, and everybody else a reset link', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const { accountId } = await invited(it, 'nia.bevan@practice.example');
  const { desk } = await atTheDesk(it);
  expect((await desk.get(`/desk/people/${accountId}`)).text).toContain('Send the activation link');
  it.clock.advance(minutes(1));
  await desk.post(`/desk/people/${accountId}/send-link`, { reason });
  await desk.post(`/desk/people/${amara.id}/send-link`, { reason });
  expect((await it.inbox('nia.bevan@practice.example'))[0]?.subject).toMatch(/^Set up your .* account$/);
  expect((await it.inbox(amara.email))[0]?.subject).toBe('Choose a new password');
});

test('staff who are let in again are led to the staff log in', async () => {
  const it = await portal();
  const gwen = await atTheDesk(it, 'agent');
  const { desk } = await atTheDesk(it, 'administrator');
  await desk.post(`/desk/people/${gwen.id}/deactivate`, { reason });
  it.clock.advance(minutes(1));
  await desk.post(`/desk/people/${gwen.id}/activate`, { reason });
  const [message] = await it.inbox(gwen.email);
  expect(message?.links).toContain('http://localhost:3000/log-in/staff');
});

test('no link goes to an account that is not active', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const { desk } = await atTheDesk(it);
  await desk.post(`/desk/people/${amara.id}/deactivate`, { reason });
  const before = (await it.inbox(amara.email)).length;
  const done = await desk.follow(await desk.post(`/desk/people/${amara.id}/send-link`, { reason }));
  expect(done.text).toContain('The account is not active, so no link was sent.');
  expect(await it.inbox(amara.email)).toHaveLength(before);
});

test('every action asks for a reason of 3 to 500 characters, and keeps what was typed', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const { desk } = await atTheDesk(it);
  for (const action of ['unlock', 'send-link', 'deactivate']) {
    const answers = await Promise.all(
      ['', 'no', 'x'.repeat(501)].map((typed) =>
        desk.post(`/desk/people/${amara.id}/${action}`, { reason: typed }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(answers[0]?.text).toContain('There is a problem Enter a reason');
    expect(answers[1]?.html).toContain('>no</textarea>');
    expect(answers[2]?.text).toContain('Reason must be 500 characters or fewer');
  }
  expect(await it.inbox(amara.email)).toEqual([]);
  expect((await desk.get(`/desk/people/${amara.id}`)).text).toContain('Active since');
});

test('the page shows roles, messages with what became of them, and what happened, and no secret', async () => {
  const it = await portal({ profile: 'primary-care' });
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  await it.browser().post('/log-in', detailsOf(amara));
  await it.browser().post('/forgotten-details', { email: amara.email });
  const [message] = await it.inbox(amara.email);
  const { desk } = await atTheDesk(it);
  const page = await desk.get(`/desk/people/${amara.id}`);
  expect(page.text).toContain('Practice Z90002 Z90002');
  expect(page.text).toContain('Main contact');
  expect(page.text).toContain('Last logged in 2 March 2026 at 9am');
  expect(page.text).toContain('In 1 browser');
  expect(page.text).toContain('Link to choose a new password');
  expect(page.text).toContain('Reset link sent');
  expect(page.text).toContain('Somebody on a public page');
  const secret = new URL(message?.links[0] ?? '').searchParams.get('link') ?? '';
  expect(secret).toHaveLength(43);
  for (const hidden of [secret, message?.codes[0] ?? '', '$argon2', amara.password])
    expect(page.html).not.toContain(hidden);
});

test('[C4] staff see what became of each text: taken, on its way, delivered, refused, not reached', async () => {
  const it = await portal({ config: { textCallbackToken: 'a-token-of-twenty-signs' } });
  const amara = await it.addPerson();
  const { database, sendText } = it.needs;
  const text = { kind: 'log-in-code', to: '+447700900123', text: '482917', accountId: amara.id };
  const expiresAt = new Date('2026-03-02T09:10:00Z');
  const reference = await inTransaction(database, (tx) => sendText(tx, { ...text, expiresAt }));
  const { desk } = await atTheDesk(it);
  const shown = async () => (await desk.get(`/desk/people/${amara.id}`)).text;
  expect(await shown()).toContain('Text message: Waiting to be sent');
  await it.runDue();
  expect(await shown()).toContain('Text message: Sent');
  for (const [status, words] of [
    ['sending', 'on its way to the phone'],
    ['permanent-failure', 'refused by their phone provider'],
  ] as const) {
    await it.server.inject({
      method: 'POST',
      url: '/notifications/text-status',
      headers: { authorization: 'Bearer a-token-of-twenty-signs', 'content-type': 'application/json' },
      payload: JSON.stringify({ id: 'x', reference, status }),
    });
    expect(await shown()).toMatch(new RegExp(`Text message: ${words}[^.]* 2 March 2026 at 9am`));
  }
  expect(await shown()).not.toContain('482917');
});
