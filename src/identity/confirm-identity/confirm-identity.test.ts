import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { portal } from '../../../tests/support/portal.ts';
import { hours, minutes } from '../../kernel/duration.ts';

test('[L7] a step that changes who gets in asks for the password again after 10 minutes, and goes on', async () => {
  const the = await portal();
  const chief = await atTheDesk(the, 'administrator');
  expect((await chief.desk.get('/desk/staff/add')).status).toBe(200);
  the.clock.advance(minutes(11));
  const away = await chief.desk.get('/desk/staff/add?from=list');
  expect(away.location).toBe('/desk/confirm?next=%2Fdesk%2Fstaff%2Fadd%3Ffrom%3Dlist');
  const page = await chief.desk.follow(away);
  expect(page.text).toContain('Enter your password to go on');
  const on = await chief.desk.post('/desk/confirm', {
    password: chief.password,
    next: '/desk/staff/add?from=list',
  });
  expect(on.location).toBe('/desk/staff/add?from=list');
  expect((await chief.desk.follow(on)).status).toBe(200);
});

test('what was typed waits on the form while the password is given, and is forgotten once sent', async () => {
  const the = await portal();
  const chief = await atTheDesk(the, 'administrator');
  await chief.desk.get('/desk/staff/add');
  the.clock.advance(minutes(11));
  const typed = { name: 'Ifeoma Bright', email: 'ifeoma.bright@support.example', role: 'agent' };
  const away = await chief.desk.post('/desk/staff/add', typed);
  const next = new URL(away.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
  expect(next).toMatch(/^\/desk\/staff\/add\?kept=/);
  expect((await chief.desk.follow(away)).text).toContain('What you typed is kept.');
  const form = await chief.desk.follow(
    await chief.desk.post('/desk/confirm', { password: chief.password, next }),
  );
  expect(form.html).toContain('value="Ifeoma Bright"');
  expect(form.html).toContain('value="ifeoma.bright@support.example"');
  const kept = /name="kept" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
  const done = await chief.desk.post('/desk/staff/add', { ...typed, kept });
  expect(done.location).toBe('/desk/staff?done=invited');
  expect(await the.needs.database.selectFrom('kept_form').selectAll().execute()).toEqual([]);
  expect((await chief.desk.get(next)).html).not.toContain('Ifeoma Bright');
});

test('a wrong password is said, and an empty one too', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  const browser = the.browser();
  await browser.post('/log-in', { identifier: amara.email, password: amara.password });
  const empty = await browser.post('/account/confirm', { password: '', next: '/account' });
  expect([empty.status, empty.text.includes('Enter your password')]).toEqual([422, true]);
  const wrong = await browser.post('/account/confirm', { password: 'not this one', next: '/account' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('You have 4 tries left');
});

test('a form sent after 30 minutes without use is kept across log in and shown filled in', async () => {
  const the = await portal();
  const chief = await atTheDesk(the, 'administrator');
  const amara = await the.addPerson();
  const address = `/desk/people/${amara.id}/deactivate`;
  await chief.desk.get(address);
  the.clock.advance(minutes(31));
  const away = await chief.desk.post(address, { reason: 'Left the practice in March.' });
  expect(away.location).toMatch(/^\/log-in\/staff\?next=.*&ended=kept$/);
  const logIn = await chief.desk.follow(away);
  expect(logIn.text).toContain('What you typed is kept');
  const next = /name="next" value="([^"]+)"/.exec(logIn.html)?.[1] ?? '';
  const form = await chief.desk.follow(
    await chief.desk.post('/log-in/staff', { identifier: chief.email, password: chief.password, next }),
  );
  expect(form.text).toContain('Left the practice in March.');
  const again = await chief.desk.get(next);
  expect(again.text).toContain('Left the practice in March.');
});

test('what is kept is gone after an hour, and the tables forget it', async () => {
  const the = await portal();
  const chief = await atTheDesk(the, 'administrator');
  const amara = await the.addPerson();
  const address = `/desk/people/${amara.id}/deactivate`;
  await chief.desk.get(address);
  the.clock.advance(minutes(31));
  const away = await chief.desk.post(address, { reason: 'Left the practice in March.' });
  const next = new URL(away.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
  the.clock.advance(hours(1));
  const form = await chief.desk.follow(
    await chief.desk.post('/log-in/staff', { identifier: chief.email, password: chief.password, next }),
  );
  expect(form.text).not.toContain('Left the practice');
  await the.runDue();
  expect(await the.needs.database.selectFrom('kept_form').selectAll().execute()).toEqual([]);
});
