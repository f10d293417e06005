import { expect, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';

const wrong = 'not-the-password';

test('[P2] anyone set up reaches their account from the log in page', async () => {
  const { browser, addPerson } = await portal({ profile: 'primary-care' });
  const amara = await addPerson({ mainContactOf: 'Z90002' });
  const visitor = browser();
  const answer = await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  expect(answer).toMatchObject({ status: 303, location: '/account' });
  const account = await visitor.get('/account');
  expect(account.text).toContain('Amara Osei');
  expect(account.text).toContain('Practice Z90002');
});

test('the address may be typed in any case, with spaces around it', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const identifier = `  ${amara.email.toUpperCase()} `;
  const answer = await browser().post('/log-in', { identifier, password: amara.password });
  expect(answer.status).toBe(303);
});

test('log in leads on to the page that asked for it', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  const turnedAway = await visitor.get('/account');
  expect(turnedAway.location).toBe('/log-in?next=%2Faccount');
  const answer = await visitor.post('/log-in', {
    identifier: amara.email,
    password: amara.password,
    next: '/cookies',
  });
  expect(answer.location).toBe('/cookies');
});

test('[P5] up to four wrong passwords: the page says how many tries are left and advises a reset', async () => {
  const { browser, addPerson } = await portal({ profile: 'primary-care' });
  const amara = await addPerson();
  const visitor = browser();
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
    const answer = await visitor.post('/log-in', { identifier: amara.email, password: wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`You have ${left} left`);
    expect(answer.text).toContain('Choose a new password');
    expect(answer.html).toContain(`value="${amara.email}"`);
    expect(answer.html).not.toContain(wrong);
  }
  const right = await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  expect(right.status).toBe(303);
});

test('[P6] the fifth wrong password closes password entry until support opens it, and the page says how', async () => {
  const { browser, addPerson, clock, inbox } = await portal({ profile: 'primary-care' });
  const amara = await addPerson();
  const visitor = browser();
  for (let tries = 0; tries < 4; tries += 1)
    await visitor.post('/log-in', { identifier: amara.email, password: wrong });
  const fifth = await visitor.post('/log-in', { identifier: amara.email, password: wrong });
  expect(fifth.status).toBe(429);
  expect(fifth.text).toContain('Only support can open it again');
  expect(fifth.text).toContain('020 7946 0123');
  expect(fifth.text).toContain('Monday to Friday, 8am to 6pm');

  clock.advance(days(400));
  const later = await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  expect(later.status).toBe(429);
  const [notice] = await inbox(amara.email);
  expect(notice?.subject).toBe('Password entry is closed for your account');
  expect(notice?.text).toContain('020 7946 0123');
});

test('with recommended settings it opens by itself: after 15 minutes, then 1 hour, then 2 hours', async () => {
  const { browser, addPerson, clock } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  const tryWrong = () => visitor.post('/log-in', { identifier: amara.email, password: wrong });
  for (const closedFor of [minutes(15), hours(1), hours(2), hours(2)]) {
    for (let tries = 0; tries < 4; tries += 1) expect((await tryWrong()).status).toBe(422);
    expect((await tryWrong()).status).toBe(429);
    clock.advance(closedFor - minutes(1));
    expect((await tryWrong()).status).toBe(429);
    clock.advance(minutes(1));
  }
  const right = await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  expect(right.status).toBe(303);
});

test('a right password, or a day without wrong ones, forgets earlier tries', async () => {
  const { browser, addPerson, clock } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  const tries = async (password: string) =>
    (await visitor.post('/log-in', { identifier: amara.email, password })).text;
  for (let count = 0; count < 3; count += 1) await tries(wrong);
  clock.advance(days(1) + minutes(1));
  expect(await tries(wrong)).toContain('You have 4 tries left');
});

test('the owner is told of a closure once, on one e-mail, and an unknown name sends none', async () => {
  const { browser, addPerson, clock, inbox } = await portal();
  const amara = await addPerson();
  for (const identifier of [amara.email, 'nobody@practice.example'])
    for (let tries = 0; tries < 7; tries += 1)
      await browser().post('/log-in', { identifier, password: wrong });
  clock.advance(minutes(1));
  expect(await inbox()).toHaveLength(1);
  clock.advance(minutes(5));
  expect(await inbox()).toHaveLength(1);
});

test('a deactivated account is told so only after the right password', async () => {
  const { browser, addPerson, needs } = await portal();
  const amara = await addPerson();
  await needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', amara.id)
    .execute();
  const guess = await browser().post('/log-in', { identifier: amara.email, password: wrong });
  expect(guess.text).not.toContain('not active');
  const owner = await browser().post('/log-in', { identifier: amara.email, password: amara.password });
  expect(owner.status).toBe(403);
  expect(owner.text).toContain('Your account is not active');
});

test('a closed account says after the right password that it is closed, and how it is opened again', async () => {
  const { browser, addPerson, needs } = await portal();
  const amara = await addPerson();
  await needs.database.updateTable('account').set({ state: 'closed' }).where('id', '=', amara.id).execute();
  const guess = await browser().post('/log-in', { identifier: amara.email, password: wrong });
  expect(guess.text).not.toContain('closed');
  const owner = await browser().post('/log-in', { identifier: amara.email, password: amara.password });
  expect(owner.status).toBe(403);
  expect(owner.text).toContain('use the link in the email we sent when it was closed');
});

test('a session ends after 30 minutes without use, and after 12 hours of use', async () => {
  const { browser, addPerson, clock } = await portal();
  const amara = await addPerson();
  const visitor = browser();
  const enter = async () => {
    await visitor.get('/log-in');
    return visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  };
  await enter();
  clock.advance(minutes(29));
  expect((await visitor.get('/account')).status).toBe(200);
  clock.advance(minutes(31));
  expect((await visitor.get('/account')).status).toBe(303);
  await enter();
  for (let quarter = 0; quarter < 47; quarter += 1) {
    clock.advance(minutes(15));
    expect((await visitor.get('/account')).status).toBe(200);
  }
  clock.advance(minutes(15));
  expect((await visitor.get('/account')).status).toBe(303);
});

test('log out ends the session on our side too', async () => {
  const { browser, addPerson } = await portal();
  const amara = await addPerson();
  const [owner, thief] = [browser(), browser()];
  await owner.post('/log-in', { identifier: amara.email, password: amara.password });
  for (const [name, value] of owner.cookies) thief.cookies.set(name, value);
  expect((await thief.get('/account')).status).toBe(200);
  await owner.get('/account');
  expect((await owner.post('/log-out')).status).toBe(303);
  expect((await thief.get('/account')).status).toBe(303);
});

test('an empty form names each field, and the title says so', async () => {
  const { browser } = await portal();
  const answer = await browser().post('/log-in', { identifier: '', password: '' });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('<title>Error: Log in');
  expect(answer.text).toContain('Enter your email address');
  expect(answer.text).toContain('Enter your password');
});

test('staff are told of a closure with the way back to the staff log in', async () => {
  const { browser, addPerson, clock, inbox } = await portal();
  const gwen = await addPerson({ name: 'Gwen Parry', staff: 'agent' });
  for (let tries = 0; tries < 5; tries += 1)
    await browser().post('/log-in/staff', { identifier: gwen.email, password: wrong });
  clock.advance(minutes(1));
  const [notice] = await inbox(gwen.email);
  expect(notice?.links).toContain('http://localhost:3000/forgotten-details?realm=support');
});
