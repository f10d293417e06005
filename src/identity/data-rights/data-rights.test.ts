import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { days, minutes } from '../../kernel/duration.ts';
import { createKeyRing } from '../../kernel/key-ring.ts';
import { reseal } from '../../platform/database/reseal.ts';
import { sealedExports } from './data-export.store.ts';
import type { DataCopy } from './data-export.ts';

async function loggedIn(options: Parameters<typeof portal>[0] = {}) {
  const the = await portal(options);
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, browser };
}

async function askForCopy(the: Portal, browser: Browser) {
  await browser.get('/account/data');
  const asked = await browser.post('/account/data/copy');
  await the.runDue();
  return asked;
}

const fileOf = async (browser: Browser): Promise<DataCopy> =>
  JSON.parse((await browser.get('/account/data/copy.json')).html);

describe('a copy of one’s own data', () => {
  test('is asked for, prepared, announced by email, and fetched while logged in', async () => {
    const { the, amara, browser } = await loggedIn();
    const page = await browser.get('/account/data');
    expect(page.text).toContain('Ask for a copy');
    const asked = await browser.post('/account/data/copy');
    expect([asked.status, asked.location]).toEqual([303, '/account/data']);
    expect((await browser.follow(asked)).text).toContain('We are preparing your copy.');
    const [message] = await the.inbox(amara.email);
    expect(message?.subject).toBe('The copy of your data is ready');
    expect(message?.text).toContain('until 9 March 2026 at 9am');
    for (const hidden of ['A81001', 'Firefox']) expect(message?.text).not.toContain(hidden);
    const ready = await browser.get('/account/data');
    expect(ready.text).toContain('Your copy is ready.');
    expect(ready.html).toContain('href="/account/data/copy.json"');
  });

  test('the file holds the account, its addresses, organisations, sessions, devices, messages and activity', async () => {
    const { the, amara, browser } = await loggedIn();
    await askForCopy(the, browser);
    const answer = await browser.get('/account/data/copy.json');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="personal-data-2026-03-02.json"',
    );
    const { format, version, service, sections } = JSON.parse(answer.html) as DataCopy;
    expect([format, version, service]).toEqual(['gatehouse-personal-data', 1, the.settings.service.name]);
    expect(Object.keys(sections)).toEqual([
      'registrations',
      'memberships',
      'handovers',
      'reviews',
      'accessRequests',
      'mainContactRequests',
      'leavers',
      'peopleFiles',
      'messages',
      'tasks',
      'supportRecords',
      'tickets',
      'ticketMessages',
      'ticketFiles',
      'ticketVisits',
      'activity',
      'account',
      'addresses',
      'emailChanges',
      'names',
      'waysIn',
      'factors',
      'factorRequests',
      'access',
      'sessions',
      'devices',
      'links',
    ]);
    expect(sections.account).toEqual([expect.objectContaining({ id: amara.id, fullName: 'Amara Osei' })]);
    expect(sections.addresses).toEqual([expect.objectContaining({ address: amara.email, state: 'current' })]);
    expect(sections.access).toEqual([expect.objectContaining({ code: 'A81001', role: 'main-contact' })]);
    expect(sections.sessions).toEqual([expect.objectContaining({ device: 'Firefox on Windows' })]);
    expect(sections.devices).toEqual([expect.objectContaining({ description: 'Firefox on Windows' })]);
    expect(sections.activity?.map(({ action }) => action)).toContain('logged-in');
  });

  test('details of what happened are opened, and the reason that staff gave is told', async () => {
    const { the, amara, browser } = await loggedIn();
    const gwen = await atTheDesk(the);
    const detail = { fact: 'Something only Amara may read' };
    await the.needs.database
      .transaction()
      .execute((tx) =>
        the.needs.audit.record(tx, { action: 'logged-out', actor: 'owner', subject: amara.id, detail }),
      );
    await gwen.desk.get(`/desk/people/${amara.id}/log-out`);
    await gwen.desk.post(`/desk/people/${amara.id}/log-out`, { reason: 'Lost her telephone.' });
    await logIn(browser, amara);
    await askForCopy(the, browser);
    const { activity } = (await fileOf(browser)).sections;
    expect(activity).toContainEqual(expect.objectContaining({ by: 'you', detail }));
    expect(activity).toContainEqual(expect.objectContaining({ by: 'staff', reason: 'Lost her telephone.' }));
    expect(JSON.stringify(activity)).not.toContain('Gwen');
  });

  test('is read as a page in plain words, with times as people say them', async () => {
    const { the, browser } = await loggedIn();
    await askForCopy(the, browser);
    const { text } = await browser.get('/account/data/copy');
    expect(text).toContain('What we hold about you As it was on 2 March 2026 at 9am.');
    for (const said of ['Your account', 'Name Amara Osei', 'Your organisations', 'Main contact', 'Logged in'])
      expect(text).toContain(said);
    expect(text).not.toContain('2026-03-02T');
  });

  test('a new one replaces the one before; while one is being prepared asking again changes nothing', async () => {
    const { the, browser } = await loggedIn();
    await browser.get('/account/data');
    await browser.post('/account/data/copy');
    await browser.get('/account/data');
    await browser.post('/account/data/copy');
    await the.runDue();
    const first = await fileOf(browser);
    the.clock.advance(minutes(5));
    await askForCopy(the, browser);
    expect((await fileOf(browser)).preparedAt > first.preparedAt).toBe(true);
    expect(await the.needs.database.selectFrom('data_export').select('id').execute()).toHaveLength(1);
    const sent = (await the.inbox()).filter(({ subject }) => subject.includes('copy of your data'));
    expect(sent).toHaveLength(2);
  });

  test('waits 7 days to be fetched, and not one more', async () => {
    const { the, amara, browser } = await loggedIn();
    await askForCopy(the, browser);
    the.clock.advance(days(7) - minutes(1));
    await the.runDue();
    await logIn(browser, amara);
    expect((await browser.get('/account/data')).text).toContain('Your copy is ready.');
    the.clock.advance(minutes(1));
    expect((await browser.get('/account/data/copy.json')).location).toBe('/account/data');
    await the.runDue();
    expect(await the.needs.database.selectFrom('data_export').select('id').execute()).toEqual([]);
  });
});

test('a copy that waits is resealed when the root key is changed, and opens under the new one alone', async () => {
  const { the, browser } = await loggedIn();
  await askForCopy(the, browser);
  const [old, fresh] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  const both = createKeyRing(
    new Map([
      [1, old],
      [2, fresh],
    ]),
  );
  expect(await reseal(the.needs.database, sealedExports(both))).toBe(1);
  expect(await reseal(the.needs.database, sealedExports(both))).toBe(0);
  const row = await the.needs.database
    .selectFrom('data_export')
    .select(['id', 'sealed_content'])
    .executeTakeFirstOrThrow();
  const opened = createKeyRing(new Map([[2, fresh]])).open(
    'data-rights',
    row.sealed_content ?? Buffer.alloc(0),
    row.id,
  );
  expect(opened.toString()).toContain('gatehouse-personal-data');
});
