import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { changeEmail, loggedIn } from '../../../../tests/support/email-changes.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { goodPassword } from '../../../../tests/support/portal-people.ts';
import { hours, minutes } from '../../../kernel/duration.ts';

const reason = 'Left the team';
const forms = {
  role: { role: 'agent' },
  end: { reason },
  resend: { reason },
};

const steps = Object.entries(forms);

const staffOf = async ({ needs }: Portal) =>
  needs.database
    .selectFrom('membership')
    .select(['account_id', 'role'])
    .where('service', '=', 'support')
    .where('ended_at', 'is', null)
    .orderBy('account_id')
    .execute();

test('only administrators reach the staff pages, for themselves or for others', async () => {
  const it = await portal();
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  const contact = it.browser();
  await contact.follow(await contact.post('/log-in', { identifier: amara.email, password: amara.password }));
  const gwen = await atTheDesk(it, 'agent');
  const tomasz = await atTheDesk(it, 'administrator');
  const before = await staffOf(it);
  const addresses = ['/desk/staff', '/desk/staff/add'];
  for (const { id } of [gwen, tomasz]) addresses.push(...steps.map(([step]) => `/desk/staff/${id}/${step}`));
  for (const address of addresses) {
    for (const browser of [it.browser(), contact])
      expect((await browser.get(address)).location).toMatch(/^\/log-in\/staff/);
    expect((await gwen.desk.get(address)).status).toBe(403);
    const posted = { ...forms.role, ...forms.end, name: 'Eve', email: 'eve@support.example' };
    if (address === '/desk/staff') continue;
    for (const browser of [it.browser(), contact])
      expect((await browser.post(address, posted)).location).toMatch(/^\/log-in\/staff/);
    expect((await gwen.desk.post(address, posted)).status).toBe(403);
  }
  expect(await staffOf(it)).toEqual(before);
});

test.each(steps)('nobody does "%s" to themselves', async (step, fields) => {
  const it = await portal();
  const tomasz = await atTheDesk(it, 'administrator');
  await atTheDesk(it, 'administrator', 'Ines Duarte');
  expect((await tomasz.desk.get(`/desk/staff/${tomasz.id}/${step}`)).status).toBe(403);
  expect((await tomasz.desk.post(`/desk/staff/${tomasz.id}/${step}`, fields)).status).toBe(403);
  expect((await tomasz.desk.get('/desk/staff')).status).toBe(200);
});

test.each([
  ['end each other’s access', 'end', { reason }],
  ['make each other agents', 'role', { role: 'agent' }],
])('two administrators who %s at once leave one of them', async (_what, step, fields) => {
  const it = await portal();
  const tomasz = await atTheDesk(it, 'administrator');
  const ines = await atTheDesk(it, 'administrator', 'Ines Duarte');
  await Promise.all([
    tomasz.desk.post(`/desk/staff/${ines.id}/${step}`, fields),
    ines.desk.post(`/desk/staff/${tomasz.id}/${step}`, fields),
  ]);
  const left = (await staffOf(it)).filter(({ role }) => role === 'administrator');
  expect(left).toHaveLength(1);
});

test('adding the same person twice at once makes one member of staff', async () => {
  const it = await portal();
  const { desk } = await atTheDesk(it, 'administrator');
  const typed = { name: 'Rhys Morgan', email: 'rhys.morgan@support.example', role: 'agent' };
  const answers = await Promise.all([1, 2, 3].map(() => desk.post('/desk/staff/add', typed)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  expect(await it.inbox('rhys.morgan@support.example')).toHaveLength(1);
});

test('somebody who is not staff, or nobody, is not found among the staff', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const { desk } = await atTheDesk(it, 'administrator');
  for (const id of [amara.id, '01890000-0000-7000-8000-000000000000', 'x']) {
    for (const [step, fields] of steps) {
      expect((await desk.get(`/desk/staff/${id}/${step}`)).status).toBe(404);
      expect((await desk.post(`/desk/staff/${id}/${step}`, fields)).status).toBe(404);
    }
  }
});

test('an invitation whose access ended opens no desk, and no new link is sent in its place', async () => {
  const it = await portal();
  const { desk } = await atTheDesk(it, 'administrator');
  const email = 'rhys.morgan@support.example';
  await desk.post('/desk/staff/add', { name: 'Rhys Morgan', email, role: 'administrator' });
  const sent = secretIn((await it.inbox(email))[0]?.links);
  const { account_id: id } = await it.needs.database
    .selectFrom('account_email')
    .select('account_id')
    .where('canonical', '=', email)
    .executeTakeFirstOrThrow();
  await desk.post(`/desk/staff/${id}/end`, { reason });
  const visitor = it.browser();
  expect((await visitor.get(`/activate?link=${sent}`)).status).toBe(410);

  it.clock.advance(minutes(1));
  await visitor.post('/activate/new-link', { link: sent });
  const links = (await it.inbox(email)).map((message) => secretIn(message.links));
  expect(links.filter((link) => link !== '')).toEqual([sent]);
  const link = sent;
  expect((await visitor.post('/activate', { link, name: 'Rhys', password: goodPassword })).status).toBe(410);
  await visitor.post('/log-in/staff', { identifier: email, password: goodPassword });
  expect((await visitor.get('/desk')).status).toBe(303);
});

const secretIn = (links: string[] = []): string =>
  new URL(links.find((link) => link.includes('link=')) ?? 'http://none.test').searchParams.get('link') ?? '';

test('an address that gave its account away lately brings whoever has that account now into nothing', async () => {
  const the = await portal({ profile: 'clinic' });
  const { desk } = await atTheDesk(the, 'administrator');
  const amara = await the.addPerson();
  await changeEmail(the, await loggedIn(the, amara), 'elsewhere@leaver.example');
  const invited = await desk.post('/desk/staff/add', { name: 'Ben Tull', email: amara.email, role: 'agent' });
  expect([invited.status, invited.text]).toEqual([
    422,
    expect.stringContaining('was changed to another one lately'),
  ]);
  const roles = the.needs.database.selectFrom('membership').select('role');
  expect(await roles.where('account_id', '=', amara.id).execute()).toEqual([]);
  the.clock.advance(hours(73));
  await the.runDue();
  const { desk: later } = await atTheDesk(the, 'administrator', 'Gwen Parry');
  const answer = await later.post('/desk/staff/add', { name: 'Ben Tull', email: amara.email, role: 'agent' });
  expect(answer.status).toBe(303);
  expect(await roles.where('account_id', '=', amara.id).execute()).toEqual([]);
});
