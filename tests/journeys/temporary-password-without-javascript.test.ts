import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { journeys } from '../support/journeys.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';

const visit = journeys(false);
const newPassword = 'Four-brisk-geese-4';

async function enter(visitor: Visitor, name: string, password: string) {
  await visitor.fill({ 'Username or email address': name, Password: password });
  await visitor.press('Log in');
}

test('[L5 L6 L7 L8 L9 L10 L11] without JavaScript log in and recovery are pages, and lead to the same end', async () => {
  const the = await runningPortal({ profile: 'locum-network' });
  const amara = await the.addPerson({ username: 'amara.o' });
  const visitor = await visit(the);
  await visitor.open('/');
  await visitor.go(() => visitor.page.getByRole('banner').getByRole('link', { name: 'Log in' }).click());
  await enter(visitor, 'amara.o', 'not-the-password');
  expect(await visitor.text()).toContain('The username, email address or password is not right');
  await visitor.follow('Forgotten password');
  await visitor.fill({ 'Email address': amara.email });
  await visitor.press('Send a temporary password');
  expect(await visitor.heading()).toBe('Check your email');
  for (const advice of ['spam or junk', 'may hold back or block', 'up to 30 minutes'])
    expect(await visitor.text()).toContain(advice);
  await visitor.press('Send it again');
  expect(await visitor.text()).toContain('It is too early to send it again. Wait 1 minute');
  const older = (await the.inbox(amara.email))[0]?.codes[0] ?? '';
  the.clock.advance(minutes(1));
  await visitor.press('Send it again');
  expect(await visitor.text()).toContain(`We have written to ${amara.email} again.`);
  const newest = (await the.inbox(amara.email))[0];
  expect(newest?.text).toContain('Your username is amara.o.');
  await visitor.follow('Log in with the temporary password');
  await enter(visitor, 'amara.o', older);
  expect(await visitor.text()).toContain('Only the newest works');
  await enter(visitor, amara.email, newest?.codes[0] ?? '');
  expect(await visitor.heading()).toBe('Choose a new password');
  expect(await visitor.text()).toContain('Your old password works until you have chosen a new one');
  await visitor.fill({ 'New password': newPassword });
  await visitor.press('Save the new password');
  expect(await visitor.heading()).toBe('Your password is changed');
  await visitor.follow('Log in');
  await enter(visitor, 'amara.o', newPassword);
  expect(await visitor.heading()).toBe('Your account');
});
