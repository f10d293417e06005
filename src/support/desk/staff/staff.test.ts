import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { goodPassword } from '../../../../tests/support/portal-people.ts';
import { minutes } from '../../../kernel/duration.ts';

const reason = 'Left the team on Friday';
const rhys = { name: 'Rhys Morgan', email: 'rhys.morgan@support.example', role: 'agent' };

const activationLink = async (it: Portal, email: string): Promise<string> => {
  const [message] = await it.inbox(email);
  return message?.links.find((link) => link.includes('/activate?link=')) ?? '';
};

/** Follows the link in the e-mail and sets a password, as the person would. */
async function activate(it: Portal, link: string, name = 'Rhys Morgan') {
  const visitor = it.browser();
  await visitor.get(link);
  const secret = new URL(link).searchParams.get('link') ?? '';
  return visitor.post('/activate', { link: secret, name, password: goodPassword });
}

async function logInAsStaff(it: Portal, email: string, password = goodPassword) {
  const desk = it.browser();
  await desk.follow(await desk.post('/log-in/staff', { identifier: email, password }));
  return desk;
}

test('an administrator adds somebody, who sets a password from the email and opens the desk', async () => {
  const it = await portal();
  const { desk } = await atTheDesk(it, 'administrator');
  const list = await desk.follow(await desk.post('/desk/staff/add', rhys));
  expect(list.text).toContain('The link to set their password has been sent.');
  expect(list.text).toContain(
    'Rhys Morgan Email address rhys.morgan@support.example Role Agent State Not set up yet',
  );
  const done = await activate(it, await activationLink(it, rhys.email));
  expect(done.html).toContain('href="/log-in/staff"');
  const hisDesk = await logInAsStaff(it, rhys.email);
  expect((await hisDesk.get('/desk')).status).toBe(200);
  expect((await hisDesk.get('/desk/staff')).status).toBe(403);
  expect((await desk.get('/desk/staff')).text).not.toContain('Not set up yet');
});

test('somebody with a portal account becomes staff with a password of its own, and stays who they are', async () => {
  const it = await portal();
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  const { desk } = await atTheDesk(it, 'administrator');
  await desk.post('/desk/staff/add', { name: 'Somebody Else', email: amara.email, role: 'agent' });
  const link = await activationLink(it, amara.email);
  const page = await it.browser().get(link);
  expect(page.text).toContain(`You will log in with ${amara.email}`);
  expect(page.text).not.toContain('Your full name');
  await activate(it, link, 'Yet Another');

  const listed = await desk.get('/desk/staff');
  expect(listed.text).toContain(
    'Amara Osei Email address amara.osei@practice.example Role Agent State Active',
  );
  expect(listed.text).not.toContain('Yet Another');
  const portalLogIn = { identifier: amara.email, password: amara.password };
  expect((await it.browser().post('/log-in', portalLogIn)).location).toBe('/account');
  expect((await (await logInAsStaff(it, amara.email)).get('/desk')).status).toBe(200);
});

test('until then the portal password opens no desk', async () => {
  const it = await portal();
  const amara = await it.addPerson({ password: 'Nine-green-lamps-3' });
  const { desk } = await atTheDesk(it, 'administrator');
  await desk.post('/desk/staff/add', { name: amara.name, email: amara.email, role: 'agent' });
  const hers = await logInAsStaff(it, amara.email, amara.password);
  expect((await hers.get('/desk')).location).toMatch(/^\/log-in\/staff/);
});

test('a lost invitation to the staff is asked for again from the expired link', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const { desk } = await atTheDesk(it, 'administrator');
  await desk.post('/desk/staff/add', { name: amara.name, email: amara.email, role: 'agent' });
  const first = await activationLink(it, amara.email);
  it.clock.advance(minutes(15 * 24 * 60));
  const visitor = it.browser();
  expect((await visitor.get(first)).status).toBe(410);
  await visitor.post('/activate/new-link', { link: new URL(first).searchParams.get('link') ?? '' });
  const second = await activationLink(it, amara.email);
  expect(second).not.toBe(first);
  await activate(it, second);
  expect((await (await logInAsStaff(it, amara.email)).get('/desk')).status).toBe(200);
});

test('whoever is staff already is not added twice, and what was typed stays', async () => {
  const it = await portal();
  const gwen = await atTheDesk(it, 'agent');
  const { desk } = await atTheDesk(it, 'administrator');
  const typed = { name: 'Gwen', email: gwen.email.toUpperCase(), role: 'administrator' };
  const answer = await desk.post('/desk/staff/add', typed);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('This person is support staff already');
  expect(answer.html).toContain(`value="${gwen.email.toUpperCase()}"`);
  expect((await gwen.desk.get('/desk/staff')).status).toBe(403);
});

test('each field of the form has words for what is wrong', async () => {
  const it = await portal();
  const { desk } = await atTheDesk(it, 'administrator');
  const answer = await desk.post('/desk/staff/add', { name: ' ', email: 'rhys', role: 'owner' });
  expect(answer.status).toBe(422);
  for (const words of ['Enter a full name', 'Enter an email address in the correct format', 'Choose a role'])
    expect(answer.text).toContain(words);
});

test('a change of role counts from the next request, and is told', async () => {
  const it = await portal();
  const gwen = await atTheDesk(it, 'agent');
  const { desk } = await atTheDesk(it, 'administrator');
  const address = `/desk/staff/${gwen.id}/role`;
  const done = await desk.follow(await desk.post(address, { role: 'administrator' }));
  expect(done.text).toContain('The role is changed.');
  expect((await gwen.desk.get('/desk/staff')).status).toBe(200);
  expect((await it.inbox(gwen.email))[0]?.text).toContain(
    'As an administrator you also decide who works at the desk',
  );
  const again = await desk.follow(await desk.post(address, { role: 'administrator' }));
  expect(again.text).toContain('The person has that role already. Nothing was changed.');
});

test('ending access takes the desk away at once, and leaves the portal', async () => {
  const it = await portal();
  const gwen = await atTheDesk(it, 'agent');
  const { desk } = await atTheDesk(it, 'administrator');
  const done = await desk.follow(await desk.post(`/desk/staff/${gwen.id}/end`, { reason }));
  expect(done.text).toContain('The access has ended.');
  expect(done.text).not.toContain(gwen.email);
  expect((await gwen.desk.get('/desk')).location).toMatch(/^\/log-in\/staff/);
  const person = await desk.get(`/desk/people/${gwen.id}`);
  expect(person.text).toContain(`Staff access ended Reason: ${reason}`);
  expect(person.text).toContain('Account Active');
  expect((await it.inbox(gwen.email))[0]?.subject).toBe('Your access to the support desk has ended');

  const back = await logInAsStaff(it, gwen.email, gwen.password);
  expect((await back.get('/desk')).status).toBe(403);
});

test('somebody who comes back has access at once with the staff password they had, and is told', async () => {
  const it = await portal();
  const gwen = await atTheDesk(it, 'agent');
  const { desk } = await atTheDesk(it, 'administrator');
  await desk.post(`/desk/staff/${gwen.id}/end`, { reason });
  it.clock.advance(minutes(1));
  const done = await desk.follow(
    await desk.post('/desk/staff/add', { name: gwen.name, email: gwen.email, role: 'agent' }),
  );
  expect(done.text).toContain('The person is staff now, and has been told by email.');
  expect((await it.inbox(gwen.email))[0]?.subject).toMatch(/^You are support staff of/);
  expect((await (await logInAsStaff(it, gwen.email, gwen.password)).get('/desk')).status).toBe(200);
});

test('a colleague is sent a link for staff log in: to set it up, or to choose a new password', async () => {
  const it = await portal();
  const gwen = await atTheDesk(it, 'agent');
  const { desk } = await atTheDesk(it, 'administrator');
  await desk.post('/desk/staff/add', rhys);
  const first = await activationLink(it, rhys.email);
  const newcomer = await it.needs.database
    .selectFrom('account_email')
    .select('account_id')
    .where('canonical', '=', rhys.email)
    .executeTakeFirstOrThrow();
  it.clock.advance(minutes(1));
  await desk.post(`/desk/staff/${newcomer.account_id}/resend`, { reason: 'The first did not arrive' });
  expect((await it.browser().get(first)).status).toBe(410);
  expect((await activate(it, await activationLink(it, rhys.email))).status).toBe(200);
  await desk.post(`/desk/staff/${gwen.id}/resend`, { reason: 'Forgot the password' });
  expect((await it.inbox(gwen.email))[0]?.subject).toBe('Choose a new password');
});
