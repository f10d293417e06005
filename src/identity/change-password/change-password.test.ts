import { expect, test } from 'vitest';
import { loggedIn } from '../../../tests/support/email-changes.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';
import { minutes } from '../../kernel/duration.ts';

const address = '/account/details/password';
const password = 'Six-loud-herons-66';

async function opened() {
  const the = await portal({ profile: 'clinic' });
  const amara = await the.addPerson();
  const [owner, elsewhere] = [await loggedIn(the, amara), await loggedIn(the, amara)];
  await owner.get(address);
  return { the, amara, owner, elsewhere };
}

test('[C10] a logged-in person chooses a new password, stays logged in, and everybody else is logged out', async () => {
  const { the, amara, owner, elsewhere } = await opened();
  const token = owner.cookies.get('gatehouse-3000-session');
  const done = await owner.follow(await owner.post(address, { password }));
  expect(done.text).toContain('Your password is changed. Everybody else was logged out.');
  expect(done.text).toContain('Last changed on 2 March 2026');
  expect(owner.cookies.get('gatehouse-3000-session')).not.toBe(token);
  expect((await elsewhere.get('/account')).status).toBe(303);
  const old = await the.browser().post('/log-in', { identifier: amara.email, password: amara.password });
  expect(old.status).toBe(422);
  expect((await logIn(the.browser(), { email: amara.email, password })).text).toContain('Your account');
  expect((await the.inbox(amara.email)).map(({ subject }) => subject)).toContain('Your password was changed');
});

test('a password that is too weak, or the same as before, is refused with words', async () => {
  const { amara, owner } = await opened();
  expect((await owner.post(address, { password: 'short' })).text).toContain('Password must be 12 characters');
  const same = await owner.post(address, { password: amara.password });
  expect([same.status, same.text]).toEqual([422, expect.stringContaining('the password you have already')]);
});

test('the present password is asked for first when it was given long ago', async () => {
  const { the, owner } = await opened();
  the.clock.advance(minutes(11));
  for (const answer of [await owner.get(address), await owner.post(address, { password })])
    expect(answer.location).toContain('/account/confirm?next=');
});

test('the browser it was changed in is still known; the others are strangers again', async () => {
  const { the, owner } = await opened();
  await owner.post(address, { password });
  const devices = await the.needs.database.selectFrom('device').select('revoked_at').execute();
  expect(devices.filter((device) => device.revoked_at === null)).toHaveLength(1);
  expect(devices).toHaveLength(2);
});

test('session swap: the session from before the change opens nothing, wherever its cookie was copied to', async () => {
  const { the, owner } = await opened();
  const thief = the.browser();
  for (const [name, value] of owner.cookies) thief.cookies.set(name, value);
  await owner.post(address, { password });
  expect((await thief.get('/account')).status).toBe(303);
  expect((await owner.get('/account')).status).toBe(200);
});
