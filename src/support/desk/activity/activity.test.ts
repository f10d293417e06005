import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { addTicket } from '../../../../tests/support/tickets.ts';
import { problemsOfHtml } from '../../../../tests/support/valid-html.ts';
import { days, minutes } from '../../../kernel/duration.ts';
import { inTransaction } from '../../../platform/database/database.ts';

const reason = 'Asked by telephone, identity checked';

/** On 2 March Amara types a wrong password; on 5 March an agent deactivates her, and Ben logs in. */
async function aFewDays() {
  const it = await portal({ at: '2026-03-02T09:00:00Z' });
  const [amara, ben] = [await it.addPerson(), await it.addPerson({ name: 'Ben Tull' })];
  await it.browser({ address: '203.0.113.9' }).post('/log-in', { identifier: amara.email, password: 'no' });
  it.clock.advance(days(3));
  const agent = await atTheDesk(it, 'agent');
  await agent.desk.post(`/desk/people/${amara.id}/deactivate`, { reason });
  await it.browser().post('/log-in', { identifier: ben.email, password: ben.password });
  const { desk } = await atTheDesk(it, 'administrator');
  const rowsOf = async (query: string) => {
    const { html, text, status } = await desk.get(`/desk/activity${query}`);
    const rows = [...html.matchAll(/<tr[^>]*nhsuk-table__row[^>]*>([\s\S]*?)<\/tr>/g)].slice(1);
    return { html, text, status, rows: rows.map(([, row = '']) => row.replace(/<[^>]+>/g, ' ')) };
  };
  return { it, amara, ben, agent, desk, rowsOf };
}

test('administrators look through everything on record: what, who, whose account, from where and when, newest first', async () => {
  const { rowsOf, amara, agent } = await aFewDays();
  const { rows, html } = await rowsOf('');
  const texts = rows.map((row) => row.replace(/\s+/g, ' '));
  const closed = texts.findIndex((row) => row.includes('Account deactivated'));
  const wrong = texts.findIndex((row) => row.includes('Wrong password entered'));
  expect(texts[closed]).toMatch(
    /Reason: Asked by telephone.* Gwen Parry, support .* Amara Osei .* Firefox on Windows .* 5 March 2026 at 9am/,
  );
  expect(texts[wrong]).toMatch(
    /Somebody on a public page .* Amara Osei .* Network [\w-]{4} .* 2 March 2026 at 9am/,
  );
  expect(wrong).toBeGreaterThan(closed);
  expect(html).toContain(`href="/desk/people/${amara.id}"`);
  expect(html).toContain(`href="/desk/people/${agent.id}"`);
  expect(html).not.toContain('203.0.113');
  expect(await problemsOfHtml(html)).toEqual([]);
});

test('what happened to a ticket names it, and nobody’s account where it is of none', async () => {
  const { it, agent, rowsOf } = await aFewDays();
  const { reference } = await addTicket(it);
  await agent.desk.get(`/desk/tickets/${reference}`);
  const { html, rows } = await rowsOf('?action=ticket-viewed');
  expect(html).toContain(`href="/desk/tickets/${reference}"`);
  expect(rows.join().replace(/\s+/g, ' ')).toMatch(
    new RegExp(`${reference} .*Gwen Parry, support .*Nobody’s`),
  );
});

test('what happened, whose, where and when narrow the search', async () => {
  const { rowsOf, amara, ben } = await aFewDays();
  expect((await rowsOf('?action=account-deactivated')).rows).toHaveLength(1);
  const hers = await rowsOf(`?person=${encodeURIComponent(amara.email)}`);
  expect(hers.text).toContain('What Amara Osei did, and what happened to their account');
  expect(hers.rows).toHaveLength(2);
  expect((await rowsOf(`?person=${ben.id}`)).rows.join()).toContain('Logged in');
  expect((await rowsOf('?person=Gwen+Parry')).rows.join()).toContain('Account deactivated');
  expect((await rowsOf('?from=2/3/2026&to=2/3/2026')).rows.join()).toContain('Wrong password entered');
  expect((await rowsOf('?from=3/3/2026&to=4/3/2026')).text).toContain('Nothing on record fits');
  expect((await rowsOf('?to=4/3/2026')).rows).toHaveLength(1);
  expect((await rowsOf('?from=5/3/2026')).rows.join()).not.toContain('Wrong password entered');
  expect((await rowsOf(`?from=5/3/2026&person=${amara.id}`)).rows).toHaveLength(1);
});

test('a day shows all of it, however many things happened at one moment', async () => {
  const { it, rowsOf } = await aFewDays();
  await inTransaction(it.needs.database, async (tx) => {
    for (let number = 0; number < 20; number += 1)
      await it.needs.audit.record(tx, { action: 'tried-out', actor: 'system' });
  });
  expect((await rowsOf('?action=tried-out&from=5/3/2026&to=5/3/2026')).rows).toHaveLength(20);
  expect((await rowsOf('?action=tried-out&from=6/3/2026')).rows).toHaveLength(0);
  expect((await rowsOf('?action=tried-out&to=4/3/2026')).rows).toHaveLength(0);
});

test('one organisation’s events are found by its unique ID', async () => {
  const { it, rowsOf } = await aFewDays();
  await it.addPerson({ name: 'Nerys Quill', mainContactOf: 'Z90002' });
  const { id } = await it.needs.database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', 'Z90002')
    .executeTakeFirstOrThrow();
  await inTransaction(it.needs.database, (tx) =>
    it.needs.audit.record(tx, { action: 'access-asked', actor: 'anyone', organisation: id as never }),
  );
  const { rows, text } = await rowsOf('?organisation=z90002');
  expect(rows).toHaveLength(1);
  expect(text).toContain('At Practice Z90002 Z90002');
});

test('a name that fits several people asks which of them is meant', async () => {
  const { it, rowsOf } = await aFewDays();
  const other = await it.addPerson({ name: 'Amara Obi' });
  const { text, html } = await rowsOf('?person=Amara&action=password-wrong');
  expect(text).toContain('Which person do you mean?');
  expect(html).toContain(`href="/desk/activity?action=password-wrong&amp;person=${other.id}"`);
  expect(await problemsOfHtml(html)).toEqual([]);
});

test('what cannot be understood is said at its field, and what was typed is kept', async () => {
  const { rowsOf } = await aFewDays();
  const { status, text, html } = await rowsOf('?person=zzzzzz&organisation=Q1&from=31/2/2026&to=soon');
  expect(status).toBe(422);
  for (const problem of [
    'Nobody is found by that',
    'No organisation has this unique ID',
    'First day must be a day',
  ])
    expect(text).toContain(problem);
  expect(html).toContain('value="31/2/2026"');
  expect(await problemsOfHtml(html)).toEqual([]);
});

test('a long record is read page by page, and nothing is left out or shown twice', async () => {
  const { it, rowsOf } = await aFewDays();
  for (let number = 0; number < 110; number += 1) await recordNumber(it, number);
  const seen: string[] = [];
  let address: string | undefined = '?action=tried-out';
  while (address !== undefined) {
    const { rows, html } = await rowsOf(address);
    seen.push(...rows.map((row) => /number (\d+)\./.exec(row)?.[1] ?? ''));
    address = /href="\/desk\/activity([^"]*before=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toEqual(Array.from({ length: 110 }, (_, at) => String(109 - at)));
  for (const before of ['-1', 'x', '1e999', '99999999999999999999'])
    expect((await rowsOf(`?before=${before}`)).status).toBe(200);
});

async function recordNumber(it: Portal, number: number) {
  it.clock.advance(minutes(0.1));
  await inTransaction(it.needs.database, (tx) =>
    it.needs.audit.record(tx, { action: 'tried-out', actor: 'system', reason: `number ${number}.` }),
  );
}

test('details stay closed, and agents see the record of the person they help but not everything', async () => {
  const { it, amara, agent, rowsOf } = await aFewDays();
  await inTransaction(it.needs.database, (tx) =>
    it.needs.audit.record(tx, {
      action: 'tried-out',
      actor: 'system',
      subject: amara.id,
      detail: { note: 'between us' },
    }),
  );
  expect((await rowsOf('')).text).not.toContain('between us');
  expect((await agent.desk.get('/desk/activity')).status).toBe(403);
  expect((await agent.desk.get('/desk')).html).not.toContain('/desk/activity');
});

test('days of long ago and far ahead are searched or refused with words, and never a surprise', async () => {
  const { rowsOf } = await aFewDays();
  const answers = [];
  for (const day of [
    '1/1/0000',
    '1/1/0001',
    '1/1/1000',
    '31/12/1969',
    '1/1/1970',
    '30/12/9998',
    '31/12/9999',
  ])
    for (const field of ['from', 'to'])
      answers.push({ day, field, status: (await rowsOf(`?${field}=${encodeURIComponent(day)}`)).status });
  const refused = answers.filter(({ status }) => status === 422).map(({ day }) => day);
  expect(answers.filter(({ status }) => status !== 200 && status !== 422)).toEqual([]);
  expect([...new Set(refused)]).toEqual(['1/1/0000', '1/1/0001', '1/1/1000', '31/12/9999']);
});
