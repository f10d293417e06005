import { expect, test } from 'vitest';
import { days, hours } from '../../src/kernel/duration.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { escapedWords, wordsOfServices } from '../support/escaped-words.ts';
import { logIn } from '../support/main-job.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';
import { addBranch } from '../support/portal-people.ts';

const clerk = 'supplies/order-clerk';
const pseudo = { settings: { service: { language: 'pseudo' } }, profile: 'primary-care' } as const;

/** Four people, two of them pointed out for every reason there is, on the day their first review began. */
async function reviewed() {
  const the = await portal({ ...pseudo, at: '2026-01-05T09:00Z' });
  const amara = await the.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  await addBranch(the, 'Z90002001', 'Z90002');
  await the.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const kim = await the.addPerson({
    name: 'Kim Lee',
    roles: { Z90002001: [clerk] },
    email: 'info@fern.example',
  });
  const max = await the.addPerson({ name: 'Max Bell', roles: { Z90002: [clerk], Z90003: [clerk] } });
  await the.addPerson({ name: 'Una Fry', mainContactOf: 'Z90003' });
  await the.addPerson({ name: 'Zoe Vale', roles: { Z90002: ['portal/deputy', 'payments/view-claims'] } });
  const { database } = the.needs;
  await database
    .updateTable('member')
    .set({ ends_on: '2026-07-10' })
    .where('account_id', '=', kim.id)
    .execute();
  the.clock.advance(days(182));
  await database
    .updateTable('member')
    .set({ ends_on: '2026-07-05', last_used_at: new Date('2026-02-01T09:00Z') })
    .where('account_id', '=', max.id)
    .execute();
  await the.runDue();
  return { the, amara };
}

async function dataIn(the: Portal): Promise<string[]> {
  const { database } = the.needs;
  const people = await database.selectFrom('account').select('full_name').execute();
  const addresses = await database.selectFrom('account_email').select('typed').execute();
  const places = await database.selectFrom('organisation').select(['name', 'code']).execute();
  const messages = await the.inbox();
  const { service, support } = the.settings;
  return [
    ...people.map(({ full_name }) => full_name),
    ...addresses.map(({ typed }) => typed),
    ...places.flatMap(({ name, code }) => [name, code ?? '']),
    ...messages.flatMap(({ links }) => links),
    ...wordsOfServices(the.settings),
    ...[service.name, service.operator, support.email, support.phone, the.config.origin, '@localhost'],
  ];
}

async function expectMarked(the: Portal, pages: readonly Answer[]): Promise<void> {
  const data = await dataIn(the);
  for (const [at, { html, headers }] of pages.entries())
    expect([at, escapedWords(html, [...data, String(headers['x-request-id'])])]).toEqual([at, []]);
  for (const { subject, html } of await the.inbox())
    expect([subject, escapedWords(html, data)]).toEqual([subject, []]);
}

test('every word of a review, and of the emails about it, comes from a catalogue', async () => {
  const { the, amara } = await reviewed();
  the.clock.advance(days(14));
  await the.runDue();
  the.clock.advance(days(14));
  await the.runDue();
  const main = the.browser();
  await logIn(main, amara);
  const review = '/organisations/Z90002/review';
  const pages = [await main.get(review), await main.post(review, { do: 'continue' })];
  const people = [...(pages[0]?.html ?? '').matchAll(/name="(person-[^"]+)"/g)].map(([, name]) => name ?? '');
  const answers = Object.fromEntries(
    [...new Set(people)].map((name, at) => [name, at === 0 ? 'remove' : 'keep']),
  );
  pages.push(await main.follow(await main.post(review, { ...answers, do: 'save' })));
  pages.push(await main.follow(await main.post(review, { ...answers, do: 'continue' })));
  pages.push(await main.follow(await main.post(`${review}/finish`)));
  pages.push(await main.get(review));
  expect(pages.map(({ status }) => status)).toEqual([200, 422, 200, 200, 200, 200]);
  await expectMarked(the, pages);
});

test('every word of a closure, of a moved branch and of moving people comes from a catalogue', async () => {
  const { the } = await reviewed();
  const { database } = the.needs;
  const set = (code: string, values: object) =>
    database
      .updateTable('organisation')
      .set(values)
      .where('code', '=', code)
      .returning('id')
      .executeTakeFirstOrThrow();
  await set('Z90002001', { status: 'closed' });
  await the.runDue();
  await set('Z90002001', { status: 'active' });
  the.clock.advance(hours(1));
  await the.runDue();
  const { id: successor } = await set('Z90003', { status: 'active' });
  await set('Z90002001', { parent_id: successor });
  await the.runDue();
  const { id } = await set('Z90002', { status: 'closed', closed_on: '2026-07-01' });
  await the.runDue();
  const { desk } = await atTheDesk(the);
  const page = `/desk/organisations/${id}`;
  const pages = [await desk.get(page), await desk.post(`${page}/successor`, { code: 'Z90002' })];
  pages.push(await desk.follow(await desk.post(`${page}/successor`, { code: 'Z90003' })));
  pages.push(await desk.get(`${page}/move`), await desk.post(`${page}/move`, {}));
  for (const [, people = ''] of (pages[3]?.html ?? '').matchAll(/name="people"[^>]*value="([^"]+)"/g)) {
    pages.push(await desk.post(`${page}/move`, { people }));
    pages.push(await desk.follow(await desk.post(`${page}/moved`, { people })));
  }
  pages.push(await desk.get(`/desk/organisations/${successor}`), await desk.get('/desk/tasks'));
  expect(pages.length).toBe(13);
  await expectMarked(the, pages);
});
