import { expect, test } from 'vitest';
import {
  askForEmail,
  changeEmail,
  loggedIn,
  newestLink,
  subjectsOf,
  useLink,
} from '../../../tests/support/email-changes.ts';
import { logIn, resetPassword } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';
import { hours, minutes } from '../../kernel/duration.ts';

const newEmail = 'amara@elsewhere.example';

async function opened() {
  const the = await portal({ profile: 'clinic' });
  const amara = await the.addPerson();
  return { the, amara, owner: await loggedIn(the, amara) };
}

test('[C14] the new address confirms by its link, and is what one logs in with from then on', async () => {
  const { the, amara, owner } = await opened();
  const asked = await askForEmail(owner, newEmail);
  expect(asked.text).toContain('Confirm your new email address');
  expect(asked.text).toContain(newEmail);
  expect((await owner.get('/account/details')).text).toContain(`A change to ${newEmail} waits`);
  const link = await newestLink(the, newEmail, '/confirm-email');
  const page = await the.browser().get(link ?? '');
  expect(page.text).toContain(amara.name);
  expect((await useLink(the.browser(), link)).text).toContain('Your email address is changed');
  expect((await owner.get('/account')).text).toContain(newEmail);
  const again = await logIn(the.browser(), { ...amara, email: newEmail });
  expect(again.text).toContain('Your account');
});

test('[C14] who cannot follow the link enters the code of the same email on the page', async () => {
  const { the, owner } = await opened();
  await askForEmail(owner, newEmail);
  const [message] = await the.inbox(newEmail);
  const wrong = await owner.post('/account/details/email/code', { code: '0000 0000' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('The code is not right')]);
  const done = await owner.post('/account/details/email/code', { code: message?.codes[0] ?? '' });
  expect(done.text).toContain(`From now on you log in with ${newEmail}`);
});

test('the old address is told at once that a change was asked, and told again when it is made', async () => {
  const { the, amara, owner } = await opened();
  await askForEmail(owner, newEmail);
  expect(subjectsOf(await the.inbox(amara.email))).toContain('Somebody asked to change your email address');
  await useLink(the.browser(), await newestLink(the, newEmail, '/confirm-email'));
  expect(subjectsOf(await the.inbox(amara.email))).toContain('Your email address was changed');
  expect(subjectsOf(await the.inbox(newEmail))).toContain('You now log in with this email address');
});

test('asking again replaces the request before; cancelling ends it; each link says so', async () => {
  const { the, owner } = await opened();
  await askForEmail(owner, newEmail);
  const first = await newestLink(the, newEmail, '/confirm-email');
  await askForEmail(owner, 'amara@third.example');
  const second = await newestLink(the, 'amara@third.example', '/confirm-email');
  expect((await the.browser().get(first ?? '')).text).toContain('This link has stopped working');
  expect((await owner.get('/account/details/email')).text).toContain('amara@third.example');
  expect((await owner.post('/account/details/email/cancel')).status).toBe(303);
  expect((await useLink(the.browser(), second)).status).toBe(410);
  expect((await owner.get('/account/details')).text).not.toContain('waits to be confirmed');
});

test('a request that nobody confirms in 24 hours ends', async () => {
  const { the, amara, owner } = await opened();
  await askForEmail(owner, newEmail);
  const link = await newestLink(the, newEmail, '/confirm-email');
  the.clock.advance(hours(24));
  expect((await the.browser().get(link ?? '')).text).toContain('It was not used in time');
  await the.runDue();
  expect((await useLink(the.browser(), link)).text).toContain('It was not used in time');
  expect((await logIn(the.browser(), amara)).text).not.toContain('Confirm your new email address');
});

test('the present address, and one that can still take the change back, are refused with words', async () => {
  const { the, amara, owner } = await opened();
  expect((await askForEmail(owner, amara.email.toUpperCase())).text).toContain(
    'the email address you have already',
  );
  await changeEmail(the, owner, newEmail);
  expect((await askForEmail(owner, amara.email)).text).toContain('the address you had before');
});

test('the sixth request within an hour is refused with words', async () => {
  const { owner } = await opened();
  for (let asked = 0; asked < 5; asked += 1) await askForEmail(owner, `amara${asked}@elsewhere.example`);
  expect((await askForEmail(owner, newEmail)).text).toContain('You have asked for this too often');
});

test('the password is asked for again when it was given long ago, and what was typed is kept', async () => {
  const { the, amara, owner } = await opened();
  await owner.get('/account/details/email');
  the.clock.advance(minutes(11));
  const away = await owner.post('/account/details/email', { email: newEmail });
  expect(away.location).toContain('/account/confirm?next=');
  await owner.get(away.location ?? '');
  const next = new URL(away.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
  const confirmed = await owner.post('/account/confirm', { password: amara.password, next });
  const back = await owner.follow(confirmed);
  expect(back.html).toContain(`value="${newEmail}"`);
});

test('stopped from the old address without a log in: it is the account’s again, and the other can do nothing', async () => {
  const { the, amara, owner } = await opened();
  await changeEmail(the, owner, newEmail);
  const stop = await newestLink(the, amara.email, '/stop-email-change');
  const visitor = the.browser();
  expect((await visitor.get(stop ?? '')).text).toContain('You can take that back until 5 March 2026 at 9am');
  expect((await useLink(visitor, stop)).text).toContain('The change is stopped');
  expect((await owner.get('/account')).status).toBe(303);
  for (const identifier of [newEmail, amara.email]) {
    const tried = await the.browser().post('/log-in', { identifier, password: amara.password });
    expect([identifier, tried.status]).toEqual([identifier, 422]);
  }
  expect(subjectsOf(await the.inbox(newEmail))).toContain('This address no longer opens an account');
  const subjects = subjectsOf(await the.inbox(amara.email));
  expect(subjects).toContain('The change of your email address was stopped');
  expect(subjects).toContain('Choose a new password');
  await useNewPassword(the, amara.email);
  const tasks = await the.needs.database.selectFrom('staff_task').select(['kind', 'record_id']).execute();
  expect(tasks).toEqual([{ kind: 'email-change-stopped', record_id: amara.id }]);
});

async function useNewPassword(the: Awaited<ReturnType<typeof portal>>, email: string) {
  const password = 'Four-brisk-geese-4';
  const link = await newestLink(the, email, '/reset-password');
  const visitor = the.browser();
  await visitor.get(link ?? '');
  await visitor.post('/reset-password', {
    link: new URL(link ?? '').searchParams.get('link') ?? '',
    password,
  });
  expect((await logIn(the.browser(), { email, password })).text).toContain('Your account');
}

test('a change that was only asked for can be stopped too, with the same care', async () => {
  const { the, amara, owner } = await opened();
  await askForEmail(owner, newEmail);
  const confirm = await newestLink(the, newEmail, '/confirm-email');
  const stopped = await useLink(the.browser(), await newestLink(the, amara.email, '/stop-email-change'));
  expect(stopped.text).toContain('The change is stopped');
  expect((await owner.get('/account')).status).toBe(303);
  expect((await useLink(the.browser(), confirm)).status).toBe(410);
  await useNewPassword(the, amara.email);
});

test('the link of the first email still stops the change after it was made, and a second click changes nothing', async () => {
  const { the, amara, owner } = await opened();
  await askForEmail(owner, newEmail);
  const first = await newestLink(the, amara.email, '/stop-email-change');
  await useLink(the.browser(), await newestLink(the, newEmail, '/confirm-email'));
  for (let click = 0; click < 2; click += 1)
    expect((await useLink(the.browser(), first)).text).toContain('The change is stopped');
  const events = await the.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('action', '=', 'email-change-stopped')
    .execute();
  expect(events).toHaveLength(1);
});

test('for 72 hours recovery of either address goes to the old one alone; afterwards to the new one', async () => {
  const { the, amara, owner } = await opened();
  await changeEmail(the, owner, newEmail);
  for (const email of [amara.email, newEmail]) {
    const visitor = the.browser();
    await visitor.get('/forgotten-details');
    await visitor.post('/forgotten-details', { email, realm: 'portal' });
  }
  const resetsTo = async (to: string) =>
    subjectsOf(await the.inbox(to)).filter((subject) => subject === 'Choose a new password').length;
  expect([await resetsTo(amara.email), await resetsTo(newEmail)]).toEqual([2, 0]);
  the.clock.advance(hours(72));
  await the.runDue();
  await resetPassword(the, the.browser(), newEmail, 'Five-quiet-owls-55');
  expect([await resetsTo(amara.email), await resetsTo(newEmail)]).toEqual([2, 1]);
});

test('after 72 hours the change is final: the old address opens nothing, stops nothing, and is free again', async () => {
  const { the, amara, owner } = await opened();
  await changeEmail(the, owner, newEmail);
  const stop = await newestLink(the, amara.email, '/stop-email-change');
  expect((await the.browser().get('/log-in')).status).toBe(200);
  the.clock.advance(hours(72));
  const late = await useLink(the.browser(), stop);
  expect([late.status, late.text]).toEqual([410, expect.stringContaining('can no longer be stopped')]);
  await the.runDue();
  expect((await useLink(the.browser(), stop)).text).toContain('can no longer be stopped');
  const old = await the.browser().post('/log-in', { identifier: amara.email, password: amara.password });
  expect(old.status).toBe(422);
  const successor = await the.addPerson({ name: 'Ben Tull', email: amara.email });
  expect((await logIn(the.browser(), successor)).text).toContain('Ben Tull');
});

test('while it can stop the change, the old address logs in too, and hears of what is changed', async () => {
  const { the, amara, owner } = await opened();
  await changeEmail(the, owner, newEmail);
  expect((await logIn(the.browser(), amara)).text).toContain(newEmail);
  await owner.post('/account/profile/name', { fullName: 'Amara Grace Osei' });
  for (const to of [amara.email, newEmail])
    expect(subjectsOf(await the.inbox(to))).toContain('Your name was changed');
});

test('after a second change the first address can still take everything back to itself', async () => {
  const { the, amara, owner } = await opened();
  await changeEmail(the, owner, newEmail);
  const stop = await newestLink(the, amara.email, '/stop-email-change');
  await changeEmail(the, owner, 'amara@third.example');
  expect(await newestLink(the, newEmail, '/stop-email-change')).toBeDefined();
  expect((await useLink(the.browser(), stop)).text).toContain('The change is stopped');
  const names = await the.needs.database.selectFrom('login_name').select('canonical').execute();
  expect(names.map(({ canonical }) => canonical)).toEqual([amara.email]);
  const addresses = await the.needs.database
    .selectFrom('account_email')
    .select(['canonical', 'state'])
    .execute();
  expect(addresses).toEqual([{ canonical: amara.email, state: 'current' }]);
});

test('the middle address takes back the second change only, and recovery still goes to the first', async () => {
  const { the, amara, owner } = await opened();
  await changeEmail(the, owner, newEmail);
  await changeEmail(the, owner, 'amara@third.example');
  await useLink(the.browser(), await newestLink(the, newEmail, '/stop-email-change'));
  expect(subjectsOf(await the.inbox(amara.email))).toContain('Choose a new password');
  expect(subjectsOf(await the.inbox(newEmail))).not.toContain('Choose a new password');
  await useNewPassword(the, amara.email);
});
