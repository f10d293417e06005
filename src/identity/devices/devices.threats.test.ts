import { expect, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';

async function two() {
  const the = await portal();
  const enter = async (name: string) => {
    const person = await the.addPerson({ name });
    const browser = the.browser();
    await browser.get('/log-in');
    await browser.follow(
      await browser.post('/log-in', { identifier: person.email, password: person.password }),
    );
    return { id: person.id, browser };
  };
  const [{ id, browser: amara }, { browser: stranger }] = [
    await enter('Amara Osei'),
    await enter('Nils Berg'),
  ];
  const { database } = the.needs;
  const session = await database
    .selectFrom('session')
    .select(['id', 'device_id'])
    .where('account_id', '=', id)
    .executeTakeFirstOrThrow();
  return { the, amara, stranger, session };
}

test('another person’s session or device cannot be ended, and is answered as one that is not there', async () => {
  const { amara, stranger, session } = await two();
  const none = '019d0000-0000-7000-8000-000000000000';
  for (const id of [session.id, none, 'x', '%00'])
    expect((await stranger.post(`/account/devices/sessions/${id}/end`)).status).toBe(404);
  for (const id of [session.device_id, none, 'x'])
    expect((await stranger.post(`/account/devices/${id}/forget`)).status).toBe(404);
  expect((await amara.get('/account')).status).toBe(200);
});

test('the page shows nobody else’s browsers and gives no secret away', async () => {
  const { stranger, session } = await two();
  const page = await stranger.get('/account/devices');
  expect(page.html).not.toContain(session.id);
  expect(page.html).not.toContain(session.device_id);
});

test('looking changes nothing, and what is ended stays ended however often it is sent', async () => {
  const { the, amara } = await two();
  const person = await the.needs.database.selectFrom('session').selectAll().execute();
  await amara.get('/account/devices');
  await amara.get('/account/devices/others');
  await amara.head('/account/devices');
  expect(await the.needs.database.selectFrom('session').selectAll().execute()).toEqual(person);
  const answers = await Promise.all([1, 2, 3].map(() => amara.post('/account/devices/others')));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
});

test('a session ended on our side is dead however its cookie is kept', async () => {
  const { the, amara, session } = await two();
  await amara.get('/account/devices');
  const kept = new Map(amara.cookies);
  const ended = await amara.post(`/account/devices/sessions/${session.id}/end`);
  expect(ended.location).toBe('/log-in');
  const thief = the.browser();
  for (const [name, value] of kept) thief.cookies.set(name, value);
  expect((await thief.get('/account')).location).toMatch(/^\/log-in/);
});
