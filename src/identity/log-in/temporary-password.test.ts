import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { hours, minutes } from '../../kernel/duration.ts';

const newPassword = 'Quiet-amber-lantern-7';

async function locumNetwork() {
  const gate = await portal({ profile: 'locum-network' });
  const amara = await gate.addPerson({ username: 'amara.o' });
  return { gate, amara };
}

/** Asks for a reset, and gives the message that came. */
async function askedFor(gate: Portal, email: string) {
  await gate.browser().post('/forgotten-details', { email, realm: 'portal' });
  const [mail] = await gate.inbox(email);
  return { mail, temporary: mail?.codes[0] ?? '' };
}

const enter = (gate: Portal, identifier: string, password: string) =>
  gate.browser().post('/log-in', { identifier, password });

/** Enters the temporary password and chooses a new one; gives the last page. */
async function chooseWith(gate: Portal, identifier: string, temporary: string, password: string) {
  const visitor = gate.browser();
  const entered = await visitor.post('/log-in', { identifier, password: temporary });
  const form = await visitor.follow(entered);
  const link = new URL(entered.location ?? '', 'http://localhost').searchParams.get('link') ?? '';
  return { form, done: await visitor.post('/reset-password', { link, password }) };
}

test('[L9] a reset sends the username and a temporary password to the address of the account, and to no other', async () => {
  const { gate, amara } = await locumNetwork();
  const { mail, temporary } = await askedFor(gate, amara.email);
  expect(await gate.inbox()).toHaveLength(1);
  expect(mail).toMatchObject({ to: amara.email, subject: 'Your temporary password for Locum Network' });
  expect(mail?.text).toContain('Your username is amara.o.');
  expect(mail?.text).toContain('works for 24 hours');
  expect(temporary).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
  expect(mail?.links.filter((link) => link.includes('link='))).toEqual([]);
  expect(mail?.links).toContain('http://localhost:3000/log-in');
});

test('[L9 L11] a temporary password only leads to choosing a new one; the old one works until then', async () => {
  const { gate, amara } = await locumNetwork();
  const { temporary } = await askedFor(gate, amara.email);
  const visitor = gate.browser();
  const form = await visitor.follow(
    await visitor.post('/log-in', { identifier: 'amara.o', password: temporary }),
  );
  expect(form.text).toContain('Choose a new password');
  expect(form.text).toContain('Your old password works until you have chosen a new one');
  expect((await visitor.get('/account')).status).toBe(303);
  expect((await enter(gate, amara.email, amara.password)).location).toBe('/account');
  const { done } = await chooseWith(gate, 'amara.o', temporary, newPassword);
  expect(done.text).toContain('Your password is changed');
  expect((await enter(gate, 'amara.o', newPassword)).location).toBe('/account');
  expect((await enter(gate, 'amara.o', amara.password)).status).toBe(422);
});

test.each([
  ['small letters', (text: string) => text.toLowerCase()],
  ['spaces for dashes', (text: string) => ` ${text.replaceAll('-', ' ')} `],
  ['no dashes', (text: string) => text.replaceAll('-', '')],
  ['long dashes', (text: string) => text.replaceAll('-', '–')],
])('a temporary password may be typed with %s', async (_how, typed) => {
  const { gate, amara } = await locumNetwork();
  const { temporary } = await askedFor(gate, amara.email);
  const answer = await enter(gate, amara.email, typed(temporary));
  expect(answer.location).toContain('/reset-password?link=');
});

test('[L11] after several resets only the newest works, and an older, an expired and a used one say so', async () => {
  const { gate, amara } = await locumNetwork();
  const first = await askedFor(gate, amara.email);
  gate.clock.advance(minutes(1));
  const second = await askedFor(gate, amara.email);
  const older = await enter(gate, amara.email, first.temporary);
  expect(older.status).toBe(422);
  expect(older.text).toContain('Only the newest works');
  expect(older.html).toContain('href="/forgotten-details"');
  expect((await chooseWith(gate, amara.email, second.temporary, newPassword)).done.status).toBe(200);
  const used = await enter(gate, amara.email, second.temporary);
  expect(used.text).toContain('This temporary password has been used');
  gate.clock.advance(minutes(1));
  const third = await askedFor(gate, amara.email);
  gate.clock.advance(hours(24));
  expect((await enter(gate, amara.email, third.temporary)).text).toContain('has expired');
});

test('a closed tab loses nothing: the temporary password can be typed again until a new one is chosen', async () => {
  const { gate, amara } = await locumNetwork();
  const { temporary } = await askedFor(gate, amara.email);
  expect((await enter(gate, amara.email, temporary)).status).toBe(303);
  gate.clock.advance(hours(23));
  const { done } = await chooseWith(gate, amara.email, temporary, newPassword);
  expect(done.text).toContain('Your password is changed');
});

test('what was sent by e-mail cannot be chosen as the new password', async () => {
  const { gate, amara } = await locumNetwork();
  const { temporary } = await askedFor(gate, amara.email);
  const { done } = await chooseWith(gate, amara.email, temporary, temporary.toLowerCase());
  expect(done.status).toBe(422);
  expect(done.text).toContain('Choose another password than the temporary one');
});

test('a temporary password works while password entry is closed, and choosing a new one opens it', async () => {
  const { gate, amara } = await locumNetwork();
  await closeEntry(gate, amara);
  const { temporary } = await askedFor(gate, amara.email);
  expect((await chooseWith(gate, amara.email, temporary, newPassword)).done.status).toBe(200);
  expect((await enter(gate, amara.email, newPassword)).location).toBe('/account');
});

async function closeEntry(gate: Portal, { email }: AddedPerson) {
  for (let tries = 0; tries < 5; tries += 1) await enter(gate, email, 'not-the-password');
  expect((await enter(gate, email, 'not-the-password')).status).toBe(429);
}

test('[L7] with usernames the field is named for both, and wrong details speak of both', async () => {
  const { gate, amara } = await locumNetwork();
  const page = await gate.browser().get('/log-in');
  expect(page.text).toContain('Username or email address');
  expect((await enter(gate, amara.email, 'wrong')).text).toContain('The username, email address or password');
  expect((await enter(gate, 'AMARA.O', amara.password)).location).toBe('/account');
  expect((await gate.browser().get('/log-in/staff')).text).not.toContain('Username');
});

test('staff are sent a link, whatever is sent to others', async () => {
  const { gate } = await locumNetwork();
  const gwen = await gate.addPerson({ name: 'Gwen Parry', staff: 'agent' });
  await gate.browser().post('/forgotten-details', { email: gwen.email, realm: 'support' });
  const [mail] = await gate.inbox(gwen.email);
  expect(mail?.subject).toBe('Choose a new password');
});

test('[L10] after asking: look in spam, the provider may block it, and how long it can take', async () => {
  const { gate, amara } = await locumNetwork();
  const visitor = gate.browser();
  const sent = await visitor.follow(await visitor.post('/forgotten-details', { email: amara.email }));
  expect(sent.text).toContain('spam or junk');
  expect(sent.text).toMatch(/provider .* may hold back or block/);
  expect(sent.text).toContain('can take up to 30 minutes');
});
