import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';

const searchAs = async (it: Portal) => {
  const { desk } = await atTheDesk(it);
  return (find: string) => desk.get(`/desk/people?find=${encodeURIComponent(find)}`);
};

test.each([
  ['part of a name, in any case', 'SIOBH'],
  ['a name without its accent or apostrophe', 'siobhan oneil'],
  ['a name with another apostrophe, and spaces around it', '  O’Neil  '],
  ['words in another order, with a hyphen left out', 'wright siobhan'],
  ['part of an email address', 'neil.wright@prac'],
  ['an email address in capitals', 'SIOBHAN.ONEIL.WRIGHT@PRACTICE.EXAMPLE'],
  ['the code of the organisation, with a space', 'z90 002'],
  ['a name spelt nearly so', 'Shiobhan Oneill Wright'],
])('people are found by %s', async (_how, find) => {
  const it = await portal();
  await it.addPerson({
    name: 'Siobhán O’Neil-Wright',
    email: 'siobhan.oneil.wright@practice.example',
    mainContactOf: 'Z90002',
  });
  await it.addPerson({ name: 'Bryn Huws', email: 'bryn.huws@elsewhere.example' });
  const page = await (await searchAs(it))(find);
  expect(page.text).toContain('1 person found');
  expect(page.text).toContain('Siobhán O’Neil-Wright');
  expect(page.text).not.toContain('Bryn Huws');
});

test('a username is found too', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  await it.needs.database
    .insertInto('login_name')
    .values({
      canonical: 'amaralocum',
      account_id: amara.id,
      kind: 'username',
      typed: 'AmaraLocum',
      skeleton: 'arnaralocurn',
    })
    .execute();
  expect((await (await searchAs(it))('amaraloc')).text).toContain('Amara Osei');
});

test('the characters that mean anything to the database mean only themselves', async () => {
  const it = await portal();
  await it.addPerson();
  const search = await searchAs(it);
  for (const find of ['%%', '__', '\\\\', "'; DROP TABLE account; --"])
    expect((await search(find)).text).toContain('Nobody found');
  expect((await search('Amara')).text).toContain('1 person found');
});

test('too short a search says so, and finding nobody says what else to try', async () => {
  const it = await portal();
  const search = await searchAs(it);
  const short = await search('a');
  expect(short.status).toBe(422);
  expect(short.text).toContain('Error: People');
  expect(short.text).toContain('Enter at least 2 characters');
  expect((await search('Zebedee')).text).toContain('Check the spelling, or try the email address');
});

test('a long list is cut, and asks to be narrowed', async () => {
  const it = await portal();
  const numbers = Array.from({ length: 51 }, (_, at) => at);
  for (const number of numbers) await addQuickly(it, number);
  const search = await searchAs(it);
  const page = await search('Jones');
  expect(page.text).toContain('50 people found');
  expect(page.text).toContain('There are more than 50. Add more of the name or address to narrow it.');
  expect((await search('Jones 7')).text).not.toContain('There are more than 50');
});

async function addQuickly({ needs }: Portal, number: number) {
  const id = needs.ids.next<'account'>();
  const now = needs.clock.now();
  const email = `jones${number}@practice.example`;
  const { database } = needs;
  await database
    .insertInto('account')
    .values({
      id,
      state: 'active',
      full_name: `Alex Jones ${number}`,
      created_at: now,
      state_changed_at: now,
    })
    .execute();
  await database
    .insertInto('account_email')
    .values({
      id: needs.ids.next(),
      account_id: id,
      typed: email,
      canonical: email,
      state: 'current',
      created_at: now,
    })
    .execute();
}
