import { expect, test } from 'vitest';
import {
  heldBy,
  logged,
  memberOf,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import type { Portal } from '../../../tests/support/portal.ts';

const leavers = `/organisations/${practiceCode}/leavers`;
const outside = `/register-organisation/${practiceCode}/left`;

async function withBen() {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  return { run, amara, ben };
}

const tasksOf = async (run: Portal) =>
  (await run.needs.database.selectFrom('staff_task').select('kind').execute()).map(({ kind }) => kind);

const firstReport = (html: string): string => /href="([^"]*\/leavers\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';

test('[P12] whoever says that they have left, and wishes it, loses their access at once', async () => {
  const { run, amara, ben } = await withBen();
  expect((await ben.browser.get(leavers)).text).toContain('I have left');
  const page = await ben.browser.post(`${leavers}/me`, { when: 'now' });
  expect(page.text).toContain('Your access has ended');
  expect(await heldBy(run, ben.person.id)).toEqual([]);
  expect((await ben.browser.get(leavers)).status).toBe(403);
  expect((await memberOf(run, ben.person)).ended?.because).toBe('said-so');
  const [mail] = await run.inbox(amara.person.email);
  expect(mail?.text).toContain('Ben Okoro told us that they have left Practice Z90002');
  expect(mail?.text).toContain('You need not do anything');
  expect((await amara.browser.get(leavers)).text).toContain('Nobody was said to have left');
});

test('[P12] whoever says that they have left and waits is listed for the main contact, who removes them', async () => {
  const { run, amara, ben } = await withBen();
  expect((await ben.browser.post(`${leavers}/me`, {})).text).toContain('Choose when your access should end');
  await ben.browser.post(`${leavers}/me`, { when: 'later' });
  await ben.browser.post(`${leavers}/me`, { when: 'later' });
  expect(await heldBy(run, ben.person.id)).toEqual(['Z90002 portal/member']);
  const mails = await run.inbox(amara.person.email);
  expect(mails).toHaveLength(1);
  const list = await amara.browser.get(leavers);
  expect(list.text).toContain('They themselves');
  const report = await amara.browser.get(firstReport(list.html));
  const remove = /href="([^"]*\/remove)"/.exec(report.html)?.[1] ?? '';
  await amara.browser.post(remove, { because: 'left', note: '' });
  expect((await amara.browser.get(leavers)).text).toContain('Nobody was said to have left');
});

test('[P12] a main contact who has nobody beside them keeps their access, and support is asked', async () => {
  const { run, amara } = await withBen();
  const page = await amara.browser.post(`${leavers}/me`, { when: 'now' });
  expect(page.text).toContain('Your access has not ended yet');
  expect(await heldBy(run, amara.person.id)).toEqual(['Z90002 portal/main-contact']);
  expect(await tasksOf(run)).toContain('leaver-report');
});

test('[P12] a colleague says that somebody has left; the main contact hears of it and answers', async () => {
  const { run, amara, ben } = await withBen();
  const form = await ben.browser.get(`${leavers}/someone`);
  expect(form.text).not.toContain('Go to the list of users');
  expect((await ben.browser.post(`${leavers}/someone`, { leaver: '' })).text).toContain(
    'Enter the full name',
  );
  const sent = await ben.browser.post(`${leavers}/someone`, { leaver: 'Cora Lane', note: 'In May' });
  expect(sent.location).toBe(`${leavers}/sent`);
  expect((await ben.browser.get(leavers)).text).not.toContain('Cora Lane');
  expect((await run.inbox(amara.person.email))[0]?.text).toContain('Cora Lane has left');
  const address = firstReport((await amara.browser.get(leavers)).html);
  const report = await amara.browser.get(address);
  for (const shown of ['Has Cora Lane left?', 'Ben Okoro', 'In May']) expect(report.text).toContain(shown);
  expect((await amara.browser.post(address, {})).text).toContain('Choose what is true');
  const answered = await amara.browser.post(address, { answer: 'still-here' });
  expect(answered.location).toBe(`${leavers}?done=answered`);
  expect((await amara.browser.post(address, { answer: 'still-here' })).location).toBe(leavers);
});

test('[P12] whoever sees the users says of one of them that they have left', async () => {
  const { run, amara, ben } = await withBen();
  const dora = await logged(run, {
    name: 'Dora Payne',
    roles: { [practiceCode]: ['payments/administrator'] },
  });
  const address = `/organisations/${practiceCode}/users/${(await memberOf(run, ben.person)).id}`;
  expect((await dora.browser.get(`${address}/has-left`)).text).toContain('Ben Okoro has left');
  const sent = await dora.browser.post(`${address}/has-left`, { note: '' });
  expect(sent.location).toBe(`${address}?done=has-left`);
  expect(await heldBy(run, ben.person.id)).toEqual(['Z90002 portal/member']);
  expect((await amara.browser.get(leavers)).text).toContain('Dora Payne');
});

test('[P12] somebody who is not logged in says who has left; the same page follows whoever it is', async () => {
  const { run, amara } = await withBen();
  const pages = [];
  for (const leaver of ['Ben Okoro', 'Nobody Atall']) {
    const visitor = run.browser();
    await visitor.get(outside);
    run.workDone();
    const sent = await visitor.post(outside, { leaver, saidBy: 'Fern Ash, 07700 900123', note: '' });
    pages.push([run.workDone().statements.length, (await visitor.follow(sent)).text]);
  }
  expect(pages[0]).toEqual(pages[1]);
  const list = await amara.browser.get(leavers);
  expect(list.text).toContain('Fern Ash, 07700 900123, who was not logged in');
  expect((await run.inbox(amara.person.email))[0]?.text).toContain('we have not checked who they are');
});

test('[P12] where nobody looks after the users, what is said about leavers goes to support', async () => {
  const { run, amara } = await withBen();
  await run.needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', amara.person.id)
    .execute();
  await run.browser().post(outside, { leaver: 'Ben Okoro', saidBy: '', note: '' });
  expect(await tasksOf(run)).toContain('leaver-report');
  expect(await run.inbox()).toEqual([]);
});

test('threat: nobody’s mailbox is filled with leavers, and a script is stopped', async () => {
  const { run, amara } = await withBen();
  const answers = [];
  for (let time = 0; time < 25; time += 1)
    answers.push(await run.browser().post(outside, { leaver: `Nobody ${time}`, saidBy: '', note: '' }));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  expect((await run.inbox(amara.person.email)).length).toBe(20);
});

test('threat: a deputy neither reads nor settles a word that they have left themselves', async () => {
  const { run, amara } = await withBen();
  const cora = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const address = `/organisations/${practiceCode}/users/${(await memberOf(run, cora.person)).id}`;
  await amara.browser.post(`${address}/has-left`, { note: '' });
  expect(await run.inbox(cora.person.email)).toEqual([]);
  expect((await cora.browser.get(leavers)).text).toContain('Nobody was said to have left');
  const report = firstReport((await amara.browser.get(leavers)).html);
  await cora.browser.post(report, { answer: 'still-here' });
  expect((await amara.browser.get(leavers)).text).toContain('Cora Lane');
});

test('threat: who belongs to another practice neither says nor reads who has left this one', async () => {
  const { run, ben } = await withBen();
  const other = await logged(run, { name: 'Fern Ash', mainContactOf: 'Z90001' });
  for (const address of [leavers, `${leavers}/me`, `${leavers}/someone`])
    expect((await other.browser.get(address)).status).toBe(403);
  const address = `/organisations/Z90001/users/${(await memberOf(run, ben.person)).id}/has-left`;
  expect((await other.browser.post(address, { note: '' })).status).toBe(404);
});
