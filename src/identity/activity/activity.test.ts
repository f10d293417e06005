import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { recordedActions } from '../../../tests/support/recorded-actions.ts';
import { problemsOfHtml } from '../../../tests/support/valid-html.ts';
import { minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { ownEventsWords } from '../own-events.words.ts';

async function loggedIn(it: Portal, { email: identifier, password }: AddedPerson) {
  const browser = it.browser();
  await browser.post('/log-in', { identifier, password });
  return browser;
}

test('a person reads what happened to their own account: what, who, with which device and when, newest first', async () => {
  const it = await portal({ at: '2026-03-02T09:00:00Z' });
  const amara = await it.addPerson();
  const stranger = it.browser({ address: '203.0.113.9' });
  await stranger.post('/log-in', { identifier: amara.email, password: 'not-it' });
  it.clock.advance(minutes(5));
  const page = await (await loggedIn(it, amara)).get('/account/activity');
  expect(page.status).toBe(200);
  const [newest, older] = [
    'Logged in Who You, with Firefox on Windows When 2 March 2026 at 9:05am',
    'A wrong password was entered Who Somebody who was not logged in When 2 March 2026 at 9am',
  ];
  expect(page.text).toContain(newest);
  expect(page.text.indexOf(older)).toBeGreaterThan(page.text.indexOf(newest));
  expect(await problemsOfHtml(page.html)).toEqual([]);
});

test('what support did is told with its reason and the role, and names nobody of the staff nor their device', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const gwen = await atTheDesk(it, 'administrator', 'Gwen Parry');
  const reason = 'Asked by telephone, identity checked';
  await gwen.desk.post(`/desk/people/${amara.id}/deactivate`, { reason });
  await gwen.desk.post(`/desk/people/${amara.id}/activate`, { reason });
  const page = await (await loggedIn(it, amara)).get('/account/activity');
  expect(page.text).toContain(`The account was made active again Reason: ${reason}`);
  expect(page.text).toContain('Who Support (administrator) When');
  expect(page.text).not.toContain('Gwen');
});

test('nobody reads what happened to others', async () => {
  const it = await portal();
  const [amara, ben] = [await it.addPerson(), await it.addPerson({ name: 'Ben Tull' })];
  await it.browser().post('/log-in', { identifier: ben.email, password: 'not-it' });
  const page = await (await loggedIn(it, amara)).get('/account/activity');
  expect(page.text).toContain('Logged in');
  expect(page.text).not.toContain('A wrong password was entered');
  expect((await it.browser().get('/account/activity')).location).toContain('/log-in?next=');
});

test('a long list has pages, and a page beyond the end is the last one', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  await inTransaction(it.needs.database, async (tx) => {
    for (let number = 0; number < 30; number += 1)
      await it.needs.audit.record(tx, {
        action: 'account-unlocked',
        actor: 'system',
        subject: amara.id,
        reason: `number ${number}.`,
      });
  });
  const browser = await loggedIn(it, amara);
  const first = await browser.get('/account/activity');
  expect(first.text).toContain('number 29.');
  expect(first.text).not.toContain('number 5.');
  expect(first.html).toContain('href="/account/activity?page=2"');
  for (const page of ['2', '99']) {
    const last = await browser.get(`/account/activity?page=${page}`);
    expect(last.text).toContain('number 5.');
    expect(last.text).not.toContain('number 29.');
  }
  for (const page of ['-1', 'x', '1e999'])
    expect((await browser.get(`/account/activity?page=${page}`)).status).toBe(200);
});

test('whatever is put on record has words for its owner', async () => {
  const recorded = await recordedActions();
  expect(recorded.length).toBeGreaterThan(15);
  expect(recorded.filter((action) => !Object.hasOwn(ownEventsWords.en.actions, action))).toEqual([]);
});
