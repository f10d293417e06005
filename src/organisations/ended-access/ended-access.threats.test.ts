import { expect, test } from 'vitest';
import { invite } from '../../../tests/support/invited-people.ts';
import {
  type HerePerson,
  logged,
  memberOf,
  organisationId,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';

const home = `/organisations/${practiceCode}`;

test('threat: who never had access learns nothing, be they a stranger or of another practice, whoever was removed', async () => {
  const { run, amara } = await practiceWithMainContact();
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const other = await logged(run, { name: 'Fern Ash', mainContactOf: 'Z90001' });
  const nowhere = await logged(run, { name: 'Solitary Reed' });
  const before = await Promise.all([other, nowhere].map(refused));
  const { id } = await memberOf(run, ben);
  await amara.browser.get(`${home}/users/${id}/remove`);
  await amara.browser.post(`${home}/users/${id}/remove`, { because: 'left', note: '' });
  const after = await Promise.all([other, nowhere].map(refused));
  expect(after).toEqual(before);
  for (const page of after) {
    expect(page).toContain('You cannot use this page with this account');
    expect(page).not.toMatch(/ended|paused|leave/);
    expect(page).not.toContain(`Practice ${practiceCode}`);
  }
  expect((await run.browser().get(home)).location).toContain('/log-in');
});

test('threat: an invitation that was never accepted, and is over, tells its reader of no access that ended', async () => {
  const { run, amara } = await practiceWithMainContact();
  const fern = await logged(run, { name: 'Fern Ash', email: 'fern@practice.example' });
  await run.needs.database
    .insertInto('member')
    .values({
      id: run.needs.ids.next(),
      organisation_id: (await memberOf(run, amara.person)).organisationId,
      account_id: fern.person.id,
      state: 'removed',
      full_name: 'Fern Ash',
      email_typed: 'fern@practice.example',
      email_canonical: 'fern@practice.example',
      created_at: run.clock.now(),
      ended_at: run.clock.now(),
      ended_because: 'cancelled',
    })
    .execute();
  expect(await refused(fern)).toContain('You cannot use this page with this account');
});

test('threat: whose access waits to begin is not told that they still have some', async () => {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const { id } = await memberOf(run, ben.person);
  await amara.browser.get(`${home}/users/${id}/remove`);
  await amara.browser.post(`${home}/users/${id}/remove`, { because: 'left', note: '' });
  const { email, name: fullName } = ben.person;
  const invited = await invite(run, { email, fullName, startsOn: '2026-04-01' });
  await ben.browser.get(`/account/invitations/${invited}`);
  expect((await ben.browser.post(`/account/invitations/${invited}`)).text).toContain('1 April 2026');
  expect(await refused(ben)).toContain('You cannot use this page with this account');
});

test('threat: who is on leave from a branch reads it of the branch, and not that they have access there', async () => {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const code = `${practiceCode}001`;
  await addBranch(run, code, practiceCode);
  const { id } = await memberOf(run, ben.person);
  const limited = { branch_id: await organisationId(run, code) };
  await run.needs.database.updateTable('member').set(limited).where('id', '=', id).execute();
  const until = { 'returnsOn-day': '1', 'returnsOn-month': '4', 'returnsOn-year': '2026' };
  await amara.browser.get(`${home}/users/${id}/leave`);
  await amara.browser.post(`${home}/users/${id}/leave`, until);
  expect((await ben.browser.get(`/organisations/${code}`)).text).toContain('paused until 1 April 2026');
  expect(await refused(ben)).toContain('You cannot use this page with this account');
});

test('threat: the same statements refuse whoever had access and whoever never had', async () => {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const stranger = await logged(run, { name: 'Solitary Reed' });
  const { id } = await memberOf(run, ben.person);
  await amara.browser.get(`${home}/users/${id}/remove`);
  await amara.browser.post(`${home}/users/${id}/remove`, { because: 'left', note: '' });
  const work = [];
  for (const { browser } of [ben, stranger]) {
    await browser.get(home);
    run.workDone();
    await browser.get(home);
    work.push(run.workDone().statements);
  }
  expect(work[0]).toEqual(work[1]);
});

async function refused({ browser }: HerePerson): Promise<string> {
  const { status, text } = await browser.get(home);
  expect(status).toBe(403);
  return text.replace(/reference: \S+/, 'reference');
}
