import { describe, expect, test } from 'vitest';
import { changeEmail, loggedIn } from '../../../tests/support/email-changes.ts';
import { enterWrongPasswords } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { endMember } from '../members/end-member.ts';
import { findLiveMember } from '../members/member.store.ts';
import { findByCode } from '../places/organisation.store.ts';

const practice = 'Z90001';
const branch = 'Z90001001';

const staffed = async () => {
  const the = await portal({ profile: 'primary-care' });
  const stuck = await the.addPerson({
    name: 'Amara Osei',
    roles: { [practice]: ['supplies/order-clerk', 'payments/view-claims'] },
  });
  await the.addPerson({ name: 'Nerys Quill', mainContactOf: practice });
  await the.addPerson({ name: 'Dafydd Pell', roles: { [practice]: ['portal/deputy'] } });
  return { the, stuck };
};

async function lockedOut(the: Portal, person: AddedPerson): Promise<string> {
  await enterWrongPasswords(the.browser(), person.email, 5);
  the.clock.advance(minutes(1));
  return newest(the, person.email);
}

async function recovered(the: Portal, person: AddedPerson): Promise<string> {
  await the.browser().post('/forgotten-details', { email: person.email, realm: 'portal' });
  return newest(the, person.email);
}

const newest = async (the: Portal, to: string) => (await the.inbox(to))[0]?.text ?? '';

const deactivate = ({ needs }: Portal, { id }: AddedPerson, because: 'support' | 'unused') =>
  needs.database
    .updateTable('account')
    .set({ state: 'deactivated', deactivated_because: because })
    .where('id', '=', id)
    .execute();

const remove = ({ needs }: Portal, { id }: AddedPerson) =>
  inTransaction(needs.database, async (tx) => {
    const organisation = await findByCode(tx, practice);
    const member = organisation && (await findLiveMember(tx, organisation.id, { accountId: id }));
    if (!organisation || !member) throw new Error('nobody to remove');
    await endMember(needs, tx, { practice: organisation, member, by: 'system', because: 'security' });
  });

describe('who is locked out is told who can do their work meanwhile', () => {
  test('[P8] a colleague who holds one of the same roles is named, with the role, and only in the email', async () => {
    const { the, stuck } = await staffed();
    await the.addPerson({ name: 'Bryn Tallow', roles: { [practice]: ['supplies/order-clerk'] } });
    await the.addPerson({
      name: 'Carys Moat',
      roles: { [practice]: ['medical-records/movement-administrator'] },
    });
    const pages = await enterWrongPasswords(the.browser(), stuck.email, 5);
    expect(pages.map(({ text }) => text).join()).not.toContain('Bryn Tallow');
    the.clock.advance(minutes(1));
    const mail = await newest(the, stuck.email);
    expect(mail).toContain('Bryn Tallow, Practice Z90001: Order entry clerk');
    expect(mail).not.toContain('Carys Moat');
    expect(mail).not.toContain('Nerys Quill');
  });

  test('[P8] of more colleagues than are named the main contact comes first, then deputies, then the others by name', async () => {
    const the = await portal({ profile: 'primary-care' });
    const role = 'supplies/order-clerk';
    const stuck = await the.addPerson({ name: 'Amara Osei', roles: { [practice]: [role] } });
    for (const name of ['Eira Holt', 'Bryn Tallow', 'Carys Moat', 'Aled Pugh'])
      await the.addPerson({ name, roles: { [practice]: [role] } });
    await the.addPerson({ name: 'Wyn Deputy', roles: { [practice]: [role, 'portal/deputy'] } });
    await the.addPerson({ name: 'Zoe Contact', roles: { [practice]: [role, 'portal/main-contact'] } });
    const mail = await lockedOut(the, stuck);
    expect(mail).toMatch(/Zoe Contact.*Wyn Deputy.*Aled Pugh.*Bryn Tallow.*Carys Moat/s);
    expect(mail).not.toContain('Eira Holt');
  });

  test('[P8] where nobody else can, those are named who can give the work to somebody', async () => {
    const { the, stuck } = await staffed();
    expect(await lockedOut(the, stuck)).toContain(
      'Nobody else at Practice Z90001 has your roles. Nerys Quill or Dafydd Pell can give them to a colleague meanwhile.',
    );
  });

  test('[P8] a colleague who was removed or cannot log in is not named', async () => {
    const { the, stuck } = await staffed();
    const roles = { [practice]: ['supplies/order-clerk'] };
    const bryn = await the.addPerson({ name: 'Bryn Tallow', roles });
    const carys = await the.addPerson({ name: 'Carys Moat', roles });
    await the.addPerson({ name: 'Eira Holt', roles });
    await deactivate(the, bryn, 'support');
    await remove(the, carys);
    const mail = await lockedOut(the, stuck);
    expect(mail).toContain('Eira Holt');
    expect(mail).not.toMatch(/Bryn Tallow|Carys Moat/);
  });

  test('[P8] of a branch, whoever works there or for the whole practice is named, and nobody of another branch', async () => {
    const { the } = await staffed();
    await addBranch(the, branch, practice);
    await addBranch(the, 'Z90001002', practice);
    const role = ['medical-records/movement-administrator'];
    const stuck = await the.addPerson({ name: 'Eira Holt', roles: { [branch]: role } });
    await the.addPerson({ name: 'At The Branch', roles: { [branch]: role } });
    await the.addPerson({ name: 'At The Other', roles: { Z90001002: role } });
    await the.addPerson({ name: 'For The Practice', roles: { [practice]: role } });
    const mail = await lockedOut(the, stuck);
    expect(mail).toContain('At The Branch');
    expect(mail).toContain('For The Practice');
    expect(mail).not.toContain('At The Other');
  });

  test('who belongs to no organisation, and an address without an account, read of nobody', async () => {
    const { the } = await staffed();
    const alone = await the.addPerson({ name: 'Solitary Reed' });
    expect(await lockedOut(the, alone)).not.toContain('Meanwhile');
    await enterWrongPasswords(the.browser(), 'nobody@practice.example', 5);
    the.clock.advance(minutes(1));
    expect(await the.inbox('nobody@practice.example')).toEqual([]);
  });

  test('while a change of the address can still be stopped, no name is sent to either', async () => {
    const { the, stuck } = await staffed();
    await changeEmail(the, await loggedIn(the, stuck), 'amara@post.example');
    await enterWrongPasswords(the.browser(), 'amara@post.example', 5);
    the.clock.advance(minutes(1));
    for (const to of [stuck.email, 'amara@post.example']) {
      const mail = await newest(the, to);
      expect(mail).toContain('password entry is closed');
      expect(mail).not.toContain('Nerys Quill');
    }
  });
});

test('[P7 P12] whoever was removed reads when, who could give the access back, and never why or who works there now', async () => {
  const { the, stuck } = await staffed();
  await the.addPerson({ name: 'Bryn Tallow', roles: { [practice]: ['supplies/order-clerk'] } });
  await remove(the, stuck);
  const mail = await newest(the, stuck.email);
  expect(mail).toContain('Your access to Practice Z90001 ended on 2 March 2026');
  expect(mail).toContain(
    'ask Nerys Quill or Dafydd Pell of Practice Z90001. They can also give your access back',
  );
  expect(mail).not.toMatch(/security|Bryn Tallow/i);
  expect(await lockedOut(the, stuck)).not.toMatch(/Bryn Tallow|Nobody else/);
});

describe('a deactivated account', () => {
  test('[P7] deactivated by support: only support activates it, and a colleague can do the work meanwhile', async () => {
    const { the, stuck } = await staffed();
    await the.addPerson({ name: 'Bryn Tallow', roles: { [practice]: ['supplies/order-clerk'] } });
    await deactivate(the, stuck, 'support');
    const mail = await recovered(the, stuck);
    expect(mail).toContain('The account has been deactivated');
    expect(mail).toContain('contact support');
    expect(mail).toContain('Bryn Tallow');
    expect(mail).not.toContain('Nerys Quill');
  });

  test('[P7] deactivated for not being used: those who look after the people of the practice are named too', async () => {
    const { the, stuck } = await staffed();
    await deactivate(the, stuck, 'unused');
    expect(await recovered(the, stuck)).toContain(
      'Nerys Quill or Dafydd Pell of Practice Z90001 can activate it again, and so can support.',
    );
  });

  test('[P7] the page that asks says the same for every address, whoever could help', async () => {
    const { the, stuck } = await staffed();
    await deactivate(the, stuck, 'unused');
    const pageFor = async (email: string) => {
      const browser = the.browser();
      const asked = await browser.post('/forgotten-details', { email, realm: 'portal' });
      return (await browser.follow(asked)).text.replaceAll(email, 'ADDRESS');
    };
    expect(await pageFor(stuck.email)).toBe(await pageFor('nobody@practice.example'));
  });
});
