import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import {
  atTheFiles,
  filesOf,
  manyPeople,
  membersOf,
  practice,
  sender,
} from '../../../tests/support/people-files.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { runningPortal } from '../../../tests/support/running-portal.ts';
import { seconds } from '../../kernel/duration.ts';

const megabyte = 1024 * 1024;
const nobody = [['nobody@fern.example', 'No Body', 'Member']];
const work = ({ works }: Portal) => works.find(({ name }) => name === 'run-people-imports');

async function loggedIn(run: Portal, options: Parameters<Portal['addPerson']>[0]) {
  const browser = run.browser();
  await logIn(browser, await run.addPerson(options));
  return browser;
}

describe('bad files', () => {
  test('50 MB get words at once, and nobody else waits meanwhile', async () => {
    const run = await runningPortal({ profile: 'primary-care', wholeProfile: false });
    const { browser } = await filesOf(run);
    const address = `/organisations/${practice}/users/import`;
    const token = /name="csrf" value="([^"]+)"/.exec((await browser.get(address)).html)?.[1] ?? '';
    const longest = longestWait();
    const began = performance.now();
    const answer = await fetch(`${run.origin}${address}`, {
      method: 'POST',
      headers: {
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'multipart/form-data; boundary=gate',
      },
      body: ReadableStream.from(largeForm(token, 50)),
      duplex: 'half',
    } as RequestInit);
    expect(performance.now() - began).toBeLessThan(seconds(5));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The file must be smaller than 1 MB');
    expect(longest.stop()).toBeLessThan(500);
    expect((await browser.get(`/organisations/${practice}/users/import`)).text).toContain(
      'No file has been sent',
    );
    expect(await run.needs.database.selectFrom('people_import').select('id').execute()).toEqual([]);
  });

  test.each<[string, string | Uint8Array]>([
    ['a megabyte of separators', `Email,Name,Roles\n${`${','.repeat(90)}\n`.repeat(11_000)}`],
    ['a megabyte of short lines', `Email,Name,Roles\n${'a,b,c\n'.repeat(170_000)}`],
    ['a megabyte of stray quotation marks', `Email,Name,Roles\n${'a"b"c,"d"e,"\n'.repeat(80_000)}`],
    ['a spreadsheet as it is', Buffer.concat([Buffer.from('PK\u0003\u0004'), new Uint8Array(megabyte / 2)])],
  ])('%s is answered with words and keeps nobody waiting', async (_, content) => {
    const { send } = await atTheFiles();
    const longest = longestWait();
    const answer = await send(content);
    expect(longest.stop()).toBeLessThan(seconds(1));
    expect(answer.status).toBe(422);
  });

  test('rows that name roles without end keep nobody waiting, and get words', async () => {
    const { browser, send } = await atTheFiles();
    const roles = Array.from({ length: 250 }, (_, number) => `X${number}`).join(';');
    const longest = longestWait();
    const sent = await send(manyPeople(500, roles));
    expect(longest.stop()).toBeLessThan(seconds(1));
    expect((await browser.get(sent.location)).text).toContain('500');
  });

  test('a heading that is cut within a sign is no surprise', async () => {
    const { send } = await atTheFiles();
    const sent = await send(`Email,Name,Roles,${'x'.repeat(59)}😀\nann@fern.example,Ann Bee,Member,\n`);
    expect(sent.status).toBe(303);
  });

  test('a thousand rows that are all wrong are shown, page by page', async () => {
    const { browser, send } = await atTheFiles();
    const sent = await send(
      Array.from({ length: 1000 }, (_, line) => [`<b>${line}</b>`, '=cmd|calc', 'x', '', '', '-']),
    );
    const page = await browser.get(`${sent.location}?page=20`);
    expect(page.text).toContain('“<b>999</b>” is not an email address');
    expect(page.html).not.toContain('<b>999');
    for (const asked of ['0', '21', '-1', 'x', '9999', '1e3'])
      expect((await browser.get(`${sent.location}?page=${asked}`)).status).toBe(200);
  });

  test('nobody sends files without end', async () => {
    const { send } = await atTheFiles();
    for (let count = 0; count < 60; count += 1) await send('x');
    expect((await send(nobody)).status).toBe(429);
  });
});

describe('[P18] whose file it is', () => {
  test('nobody from another practice sees, confirms or cancels it, nor at another address', async () => {
    const { run, browser, send } = await atTheFiles();
    const sent = await send(nobody);
    const stranger = await loggedIn(run, { name: 'Eve Else', mainContactOf: 'Z90003' });
    const elsewhere = sent.location.replace(practice, 'Z90003');
    for (const address of [sent.location, `${sent.location}/report.csv`])
      expect((await stranger.get(address)).status).toBe(403);
    for (const who of [stranger, browser])
      for (const decision of ['confirm', 'cancel'])
        expect((await who.post(elsewhere, { decision })).status).toBe(who === stranger ? 404 : 403);
    expect((await stranger.get(elsewhere)).status).toBe(404);
    await run.runDue();
    expect(await membersOf(run)).toHaveLength(2);
  });

  test('a member who looks after nobody can neither send nor look', async () => {
    const { run, send } = await atTheFiles();
    const sent = await send(nobody);
    const member = await loggedIn(run, { name: 'Mem Ber', roles: { [practice]: ['portal/member'] } });
    expect((await member.get(sent.location)).status).toBe(403);
    expect((await member.get(`/organisations/${practice}/users/import`)).status).toBe(403);
  });

  test('an administrator of payments gives roles of payments alone', async () => {
    const { run } = await atTheFiles();
    const payer = await loggedIn(run, { name: 'Pay Er', roles: { [practice]: ['payments/administrator'] } });
    const sent = await sender(
      run,
      payer,
    )([
      ['a@fern.example', 'A One', 'View claims'],
      ['b@fern.example', 'B Two', 'Member'],
      ['c@fern.example', 'C Three', 'View claims; Deputy main contact'],
    ]);
    const page = await payer.get(sent.location);
    expect(page.text).toContain('You cannot give the role “Member”');
    expect(page.text).toContain('You cannot give the role “Deputy main contact”');
    await payer.post(sent.location, { decision: 'confirm' });
    await run.runDue();
    const invited = (await membersOf(run)).filter(({ state }) => state === 'invited');
    expect(invited.map(({ fullName }) => fullName)).toEqual(['A One']);
  });
});

describe('what happens between the preview and the end', () => {
  test('two confirmations at once invite everybody once', async () => {
    const { run, browser, send } = await atTheFiles();
    const sent = await send(manyPeople(60));
    await Promise.all([1, 2, 3].map(() => browser.post(sent.location, { decision: 'confirm' })));
    await Promise.all([1, 2, 3, 4].map(() => work(run)?.runDue(run.clock.now())));
    await run.runDue();
    expect(await membersOf(run)).toHaveLength(61);
    const events = await run.needs.database
      .selectFrom('audit_event')
      .select(({ fn }) => ['action', fn.countAll<number>().as('count')])
      .where('record_type', 'in', ['people-import', 'member'])
      .where('action', 'in', ['people-file-confirmed', 'people-file-done', 'member-invited'])
      .groupBy('action')
      .orderBy('action')
      .execute();
    expect(events).toEqual([
      { action: 'member-invited', count: 60 },
      { action: 'people-file-confirmed', count: 1 },
      { action: 'people-file-done', count: 1 },
    ]);
  });

  test('a crash half way is gone on from, and doubles nobody', async () => {
    const { run, browser, send } = await atTheFiles();
    const sent = await send(manyPeople(60));
    await browser.post(sent.location, { decision: 'confirm' });
    await work(run)?.runDue(run.clock.now());
    expect((await browser.get(sent.location)).html).toMatch(/<progress[^>]*value="41"/);
    const other = await portal({ profile: 'primary-care', database: run.database, clock: run.clock });
    await other.runDue();
    expect(await membersOf(run)).toHaveLength(61);
    expect((await browser.get(sent.location)).text).toContain('60 people are invited');
  });

  test('who lost the permission half way invites nobody any more, and the report says so', async () => {
    const { run, browser: main } = await atTheFiles();
    const deputy = await run.addPerson({ name: 'Dee Puty', roles: { [practice]: ['portal/deputy'] } });
    const browser = run.browser();
    await logIn(browser, deputy);
    const sent = await sender(run, browser)(manyPeople(60));
    await browser.post(sent.location, { decision: 'confirm' });
    await work(run)?.runDue(run.clock.now());
    await run.needs.database
      .updateTable('membership')
      .set({ ended_at: run.clock.now() })
      .where('account_id', '=', deputy.id)
      .execute();
    await run.runDue();
    const report = await main.get(sent.location);
    expect(report.text).toContain('25 people are invited');
    expect(report.text).toContain('Not invited: you can no longer add people here 35 rows');
  });

  test('what became impossible meanwhile is left out, and everybody else invited', async () => {
    const { run, browser, send } = await atTheFiles();
    const sent = await send([
      ['a@fern.example', 'A One', 'Payments administrator'],
      ['b@fern.example', 'B Two', 'Member', '', '', '', '', '2026-03-02'],
      ['c@fern.example', 'C Three', 'Member'],
      ['d@fern.example', 'D Four', 'Member'],
    ]);
    const others = manyPeople(4, 'Payments administrator');
    const first = await send([...others, ['d@fern.example', 'D Four', 'Member']]);
    await browser.post(first.location, { decision: 'confirm' });
    await run.runDue();
    await browser.post(sent.location, { decision: 'confirm' });
    await run.runDue();
    const report = await browser.get(sent.location);
    expect(report.text).toContain('Not invited: too many people have the role 1 row');
    expect(report.text).toContain('Skipped: already one of your people, or invited 1 row');
    expect(report.text).toContain('2 people are invited');
  });
});

/** A form with a file of so many megabytes, as it arrives bit by bit. */
function* largeForm(token: string, megabytes: number) {
  const part = (head: string) => Buffer.from(`--gate\r\nContent-Disposition: form-data; ${head}\r\n\r\n`);
  yield part('name="csrf"');
  yield Buffer.from(`${token}\r\n`);
  yield part('name="file"; filename="people.csv"');
  const some = Buffer.alloc(64 * 1024, 'a');
  for (let sent = 0; sent < megabytes * megabyte; sent += some.length) yield some;
  yield Buffer.from('\r\n--gate--\r\n');
}

/** How long the longest wait was that anybody else had, in milliseconds. */
function longestWait() {
  let [last, longest] = [performance.now(), 0];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 5);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return longest;
    },
  };
}
