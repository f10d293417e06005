import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { endMember } from '../members/end-member.ts';
import { findLiveMember } from '../members/member.store.ts';
import { findByCode, holdOrganisation } from '../places/organisation.store.ts';

const page = '/organisations/Z90002/handover';

async function practice() {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: 'Z90002' });
  const ben = await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/member'] } });
  const cara = await the.addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/deputy'] } });
  return { the, amara, ben, cara };
}

async function opened(the: Portal, person: AddedPerson) {
  const browser = the.browser();
  await logIn(browser, person);
  await browser.get(page);
  return browser;
}

const memberOf = async ({ needs }: Portal, person: AddedPerson) =>
  (
    await needs.database
      .selectFrom('member')
      .select('id')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow()
  ).id;

const mainContacts = async ({ needs }: Portal) =>
  (
    await needs.database
      .selectFrom('membership')
      .select('account_id')
      .where('role', '=', 'main-contact')
      .where('ended_at', 'is', null)
      .execute()
  ).map(({ account_id }) => account_id);

test('[P7] two offers at the same moment make one, and two acceptances one main contact', async () => {
  const { the, amara, ben, cara } = await practice();
  const [one, other] = [await opened(the, amara), await opened(the, amara)];
  const offered = await Promise.all([
    one.post(page, { to: await memberOf(the, ben), afterwards: 'deputy' }),
    other.post(page, { to: await memberOf(the, cara), afterwards: 'deputy' }),
  ]);
  expect(offered.map(({ status }) => status).sort()).toEqual([303, 422]);
  const asked = offered[0].status === 303 ? ben : cara;
  const browsers = [await opened(the, asked), await opened(the, asked)];
  await Promise.all(browsers.map((browser) => browser.post(`${page}/answer`, { answer: 'yes' })));
  expect(await mainContacts(the)).toEqual([asked.id]);
});

test('[P7] accepted while it is taken back: either way there is exactly one main contact', async () => {
  const { the, amara, ben } = await practice();
  const giver = await opened(the, amara);
  await giver.post(page, { to: await memberOf(the, ben), afterwards: 'other-roles' });
  await giver.get(page);
  const taker = await opened(the, ben);
  const [accepted, withdrawn] = await Promise.all([
    taker.post(`${page}/answer`, { answer: 'yes' }),
    giver.post(`${page}/withdraw`),
  ]);
  expect(await mainContacts(the)).toEqual([accepted.status === 303 ? ben.id : amara.id]);
  expect([accepted.status, withdrawn.status].filter((status) => status === 303)).toHaveLength(1);
});

test('[P7] accepted while the one who offered is removed: nobody is main contact twice, and somebody administers', async () => {
  const { the, amara, ben } = await practice();
  const giver = await opened(the, amara);
  await giver.post(page, { to: await memberOf(the, ben), afterwards: 'deputy' });
  const taker = await opened(the, ben);
  const { needs } = the;
  const remove = inTransaction(needs.database, async (tx) => {
    const practiceHere = await findByCode(tx, 'Z90002');
    if (!practiceHere) throw new Error('the practice is there');
    await tx.selectFrom('account').select('id').where('id', '=', amara.id).forNoKeyUpdate().execute();
    await holdOrganisation(tx, practiceHere.id);
    const member = await findLiveMember(tx, practiceHere.id, { accountId: amara.id });
    if (!member) throw new Error('the main contact is a member');
    return endMember(needs, tx, { practice: practiceHere, member, by: 'system', because: 'left' });
  });
  const [accepted] = await Promise.all([taker.post(`${page}/answer`, { answer: 'yes' }), remove]);
  expect(await mainContacts(the)).toEqual(accepted.status === 303 ? [ben.id] : []);
  const { count } = await needs.database
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', 'in', ['main-contact', 'deputy'])
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBeGreaterThan(0);
});

test('[P7] only who was asked can accept, and nobody else is shown that anybody was', async () => {
  const { the, amara, ben, cara } = await practice();
  const giver = await opened(the, amara);
  await giver.post(page, { to: await memberOf(the, ben), afterwards: 'deputy' });
  const deputy = await opened(the, cara);
  const shown = await deputy.get(page);
  expect(shown.text).toContain('There is no offer for you');
  expect(shown.text).not.toContain('Ben Okoro');
  expect((await deputy.post(`${page}/answer`, { answer: 'yes' })).status).toBe(422);
  expect((await deputy.post(page, { to: await memberOf(the, cara), afterwards: 'deputy' })).status).toBe(403);
  expect((await deputy.post(`${page}/withdraw`)).status).toBe(403);
  expect(await mainContacts(the)).toEqual([amara.id]);
});

test('[P18] nobody of another practice sees or makes offers here, and nobody of another practice can be asked', async () => {
  const { the, amara } = await practice();
  const stranger = await the.addPerson({ name: 'Dai Rees', mainContactOf: 'Z90003' });
  const browser = the.browser();
  await logIn(browser, stranger);
  expect((await browser.get(page)).status).toBe(403);
  const giver = await opened(the, amara);
  const tried = await giver.post(page, { to: await memberOf(the, stranger), afterwards: 'deputy' });
  expect([tried.status, tried.text]).toEqual([422, expect.stringContaining('Select somebody else')]);
});

test('somebody who was asked and then removed, or put on leave, cannot accept', async () => {
  const { the, amara, ben } = await practice();
  const giver = await opened(the, amara);
  await giver.post(page, { to: await memberOf(the, ben), afterwards: 'deputy' });
  const taker = await opened(the, ben);
  await the.needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', ben.id)
    .execute();
  await taker.post(`${page}/answer`, { answer: 'yes' });
  expect(await mainContacts(the)).toEqual([amara.id]);
});
