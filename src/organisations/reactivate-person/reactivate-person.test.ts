import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import {
  logged,
  memberOf,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { NotAllowed } from '../../kernel/endings.ts';
import { reactivatePerson } from './reactivate-person.ts';

/** Deactivated at the desk, for the cause that staff chose. */
async function deactivated(cause: string) {
  const { run, amara } = await practiceWithMainContact();
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const { desk } = await atTheDesk(run);
  await desk.get(`/desk/people/${ben.id}/deactivate`);
  await desk.post(`/desk/people/${ben.id}/deactivate`, { reason: 'Not seen for a year', cause });
  const address = { code: practiceCode, id: (await memberOf(run, ben)).id };
  return { run, amara, ben, desk, address, page: `/organisations/${practiceCode}/users/${address.id}` };
}

test('[P12] a main contact opens an account again that was only not used, and its owner is told', async () => {
  const { run, amara, ben, page } = await deactivated('unused');
  expect((await amara.browser.get(page)).text).toContain('Activate their account again');
  expect((await amara.browser.get(`${page}/reactivate`)).text).toContain('not used for a long time');
  expect((await amara.browser.post(`${page}/reactivate`)).location).toBe(`${page}?done=reactivated`);
  const told = (await run.inbox(ben.email)).map(({ text }) => text).join('\n');
  expect(told).toContain('The main contact of Practice Z90002, or their deputy, has activated');
  expect((await logIn(run.browser(), ben)).status).toBe(200);
  expect((await amara.browser.post(`${page}/reactivate`)).status).toBe(409);
});

test('[P12] an account that was stopped for any other reason is opened by support alone', async () => {
  const { run, amara, ben, desk, page } = await deactivated('support');
  expect((await amara.browser.get(page)).text).not.toContain('Activate their account again');
  const refused = await amara.browser.post(`${page}/reactivate`);
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('Only support can activate')]);
  await desk.get(`/desk/people/${ben.id}/activate`);
  await desk.post(`/desk/people/${ben.id}/activate`, { reason: 'Proved who they are' });
  expect((await logIn(run.browser(), ben)).status).toBe(200);
});

test('threat: nobody opens an account again who does not look after its owner', async () => {
  const { run, address } = await deactivated('unused');
  const others = [
    { name: 'Cora Lane', roles: { [practiceCode]: ['portal/member'] } },
    { name: 'Dora Payne', roles: { [practiceCode]: ['payments/administrator'] } },
    { name: 'Elin Wood', mainContactOf: 'Z90001' },
  ];
  for (const options of others) {
    const someone = await logged(run, options);
    await expect(reactivatePerson(run.needs, await someone.actor(), address)).rejects.toThrow(NotAllowed);
  }
});

test('threat: the account of somebody who was removed, or of staff, is not opened from here', async () => {
  const { run, amara, ben, address, page } = await deactivated('unused');
  await run.needs.database
    .insertInto('membership')
    .values({
      id: run.needs.ids.next(),
      account_id: ben.id,
      organisation_id: (await memberOf(run, ben)).organisationId,
      service: 'support',
      role: 'agent',
      since: run.clock.now(),
    })
    .execute();
  expect(await reactivatePerson(run.needs, await amara.actor(), address)).toEqual({ outcome: 'not-unused' });
  await run.needs.database
    .deleteFrom('membership')
    .where('service', '=', 'support')
    .where('account_id', '=', ben.id)
    .execute();
  await amara.browser.post(`${page}/remove`, { because: 'left', note: '' });
  expect(await reactivatePerson(run.needs, await amara.actor(), address)).toEqual({ outcome: 'not-unused' });
});
