import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { askForEmail, changeEmail, loggedIn } from '../../../tests/support/email-changes.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type PortalOptions, portal } from '../../../tests/support/portal.ts';
import { minutes } from '../../kernel/duration.ts';

async function opened(options: PortalOptions = { profile: 'clinic' }) {
  const the = await portal(options);
  const amara = await the.addPerson();
  return { the, amara, owner: await loggedIn(the, amara) };
}

const field = (name: string) => `/account/profile/${name}`;

test('[C14] a person changes their name and phone number, and is told of each', async () => {
  const { the, amara, owner } = await opened();
  const named = await owner.follow(await owner.post(field('name'), { fullName: ' Amara  Grace Osei ' }));
  expect(named.text).toContain('Your profile has been changed.');
  expect(named.text).toContain('Amara Grace Osei');
  const phoned = await owner.follow(await owner.post(field('phone'), { phone: '07700 900 123' }));
  expect(phoned.text).toContain('07700 900 123');
  const row = await the.needs.database
    .selectFrom('account')
    .select(['phone', 'phone_dialled'])
    .executeTakeFirst();
  expect(row).toEqual({ phone: '07700 900 123', phone_dialled: '+447700900123' });
  const subjects = (await the.inbox(amara.email)).map(({ subject }) => subject);
  expect(subjects).toEqual(
    expect.arrayContaining(['Your name was changed', 'Your phone number was changed']),
  );
});

test('[P14] who has no mobile says so with 07111111111, which is kept as typed and never contacted', async () => {
  const { the, amara, owner } = await opened();
  const saved = await owner.follow(await owner.post(field('phone'), { phone: '07111 111 111' }));
  expect(saved.text).toContain('07111 111 111 Kept as “no mobile”');
  const numbers = () => the.needs.database.selectFrom('account').select(['phone', 'phone_dialled']).execute();
  expect(await numbers()).toEqual([{ phone: '07111 111 111', phone_dialled: null }]);
  const { desk } = await atTheDesk(the);
  expect((await desk.get(`/desk/people/${amara.id}`)).text).toContain('No mobile (07111 111 111');
  const landline = await owner.follow(await owner.post(field('phone'), { phone: '01632 960 001' }));
  expect(landline.text).toContain('01632 960 001 For calls only');
  const none = await owner.follow(await owner.post(field('phone'), { phone: '' }));
  expect(none.text).toContain('Phone number Not given');
});

test('[C14] each change of the profile stands in the owner’s activity in words', async () => {
  const { owner } = await opened();
  await owner.post(field('name'), { fullName: 'Amara Grace Osei' });
  await owner.post(field('phone'), { phone: '07700 900 123' });
  await owner.post(field('contact'), { needs: 'large-print' });
  const address = { line1: '1 High Street', town: 'Alderbrook', postcode: 'SW1A 2AA' };
  await owner.post(field('address'), address);
  const { text } = await owner.get('/account/activity');
  expect(text).toContain('Your name was changed');
  expect(text).toContain('Your phone number was changed');
  expect(text).toContain('How you want to be contacted was changed');
  expect(text).toContain('Your postal address was changed');
});

test('a postal address is kept in lines, its postcode in the usual form; leaving all empty removes it', async () => {
  const { owner } = await opened();
  const typed = { line1: '1 High Street', line2: '', town: 'Alderbrook', postcode: 'sw1a2aa' };
  const saved = await owner.follow(await owner.post(field('address'), typed));
  expect(saved.text).toContain('1 High Street Alderbrook SW1A 2AA');
  const half = await owner.post(field('address'), { ...typed, town: '', postcode: '' });
  expect(half.status).toBe(422);
  expect(half.text).toContain('Enter a town or city');
  expect(half.html).toContain('value="1 High Street"');
  const gone = await owner.follow(await owner.post(field('address'), {}));
  expect(gone.text).not.toContain('High Street');
});

test('how to be contacted is shown to support, with the language of the interpreter', async () => {
  const { the, amara, owner } = await opened();
  const lacks = await owner.post(field('contact'), { needs: 'interpreter' });
  expect(lacks.text).toContain('Enter the language of the interpreter');
  await owner.post(field('contact'), { needs: 'interpreter', interpreterLanguage: 'Polish' });
  await owner.post(field('phone'), { phone: '01632 960 001' });
  expect((await owner.get('/account/profile')).text).toContain('An interpreter: Polish');
  const { desk } = await atTheDesk(the);
  const page = await desk.get(`/desk/people/${amara.id}`);
  expect(page.text).toContain('An interpreter: Polish');
  expect(page.text).toContain('01632 960 001');
});

test('what the portal does not ask has no page: no address, no username', async () => {
  const { owner } = await opened({ profile: 'recommended' });
  for (const name of ['address', 'username', 'language'])
    expect((await owner.get(field(name))).status).toBe(404);
  expect((await owner.get('/account/profile')).text).not.toContain('Postal address');
});

test('[L7] a username is chosen and changed; the old one logs nobody in, and nobody gets it again', async () => {
  const { the, amara, owner } = await opened({ profile: 'locum-network' });
  const choose = (username: string) => owner.post(field('username'), { username });
  expect((await choose('amara.osei')).status).toBe(303);
  expect((await choose('Amara.Osei')).status).toBe(303);
  expect((await choose('osei-amara')).status).toBe(303);
  expect((await choose('amara.osei')).text).toContain('is taken');
  expect((await owner.get('/account/profile')).text).toContain('osei-amara');
  const old = await the.browser().post('/log-in', { identifier: 'amara.osei', password: amara.password });
  expect(old.status).toBe(422);
  expect((await logIn(the.browser(), { email: 'osei-amara', password: amara.password })).text).toContain(
    'Your account',
  );
  const ben = await loggedIn(the, await the.addPerson({ name: 'Ben Tull' }));
  expect((await ben.post(field('username'), { username: 'amara_osei' })).text).toContain('is taken');
});

test('pages are in the language that was chosen, from the next one on', async () => {
  const it = await portal({ settings: { service: { language: 'pseudo' } } });
  const amara = await it.addPerson();
  const browser = it.browser();
  await browser.post('/log-in', { identifier: amara.email, password: amara.password });
  expect((await browser.get('/account/profile')).text).toContain('⟦My profile⟧');
  expect((await browser.post('/account/profile/language', { language: 'en' })).status).toBe(303);
  expect((await browser.get('/account/profile')).text).not.toContain('⟦My profile⟧');
  expect((await it.browser().get('/log-in')).text).toContain('⟦Log in⟧');
});

test('saving what is there already changes nothing, and writes to nobody', async () => {
  const { the, amara, owner } = await opened();
  const before = (await the.inbox(amara.email)).length;
  expect((await owner.post(field('name'), { fullName: amara.name })).status).toBe(303);
  expect(await the.inbox(amara.email)).toHaveLength(before);
});

test('name, phone and address ask for the password again when it was given long ago; contact needs do not', async () => {
  const { the, owner } = await opened();
  the.clock.advance(minutes(11));
  for (const name of ['name', 'phone', 'address'])
    expect((await owner.get(field(name))).location).toContain('/account/confirm?next=');
  expect((await owner.get(field('contact'))).status).toBe(200);
});

test('support sees an email change that waits, and one that can be stopped, with its day', async () => {
  const { the, amara, owner } = await opened();
  const { desk } = await atTheDesk(the);
  await askForEmail(owner, 'amara@elsewhere.example');
  expect((await desk.get(`/desk/people/${amara.id}`)).text).toContain(
    'A change to amara@elsewhere.example waits',
  );
  await changeEmail(the, owner, 'amara@elsewhere.example');
  const changed = await desk.get(`/desk/people/${amara.id}`);
  expect(changed.text).toContain(`until 5 March 2026 at 9am the old address, ${amara.email}, can stop`);
});
