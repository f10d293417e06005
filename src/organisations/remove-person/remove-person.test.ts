import { expect, test } from 'vitest';
import {
  heldBy,
  logged,
  memberOf,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { hours } from '../../kernel/duration.ts';

async function withBen(roles: readonly string[] = ['portal/member', 'supplies/order-clerk']) {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, {
    name: 'Ben Okoro',
    roles: { [practiceCode]: roles, Z90001: ['portal/member'] },
  });
  const member = await memberOf(run, ben.person);
  const address = `/organisations/${practiceCode}/users/${member.id}`;
  const remove = (fields: Record<string, string> = { because: 'left', note: '' }) =>
    amara.browser.post(`${address}/remove`, fields);
  return { run, amara, ben, member, address, remove };
}

test('[P12] a removed person keeps nothing here and everything elsewhere, and is told when and never why', async () => {
  const { run, amara, ben, address, remove } = await withBen();
  const page = await amara.browser.get(`${address}/remove`);
  for (const shown of ['Remove Ben Okoro', 'ends at once', 'We never tell them why', 'for 24 hours'])
    expect(page.text).toContain(shown);
  const sent = await remove({ because: 'security', note: 'Shared a password' });
  expect(sent.location).toBe(`${address}?done=removed`);
  expect(await heldBy(run, ben.person.id)).toEqual(['Z90001 portal/member']);
  expect((await ben.browser.get('/account')).status).toBe(200);
  expect((await ben.browser.get(`/organisations/${practiceCode}`)).status).toBe(403);
  const [mail] = await run.inbox(ben.person.email);
  expect(mail?.subject).toBe('Your access to Practice Z90002 has ended');
  expect(mail?.text).toContain('ended on 2 March 2026 at 9am');
  expect(mail?.text).toContain('Questions: ask ');
  for (const why of ['Shared', 'security', 'concern']) expect(mail?.text).not.toContain(why);
  expect((await memberOf(run, ben.person)).ended).toMatchObject({
    because: 'security',
    note: 'Shared a password',
  });
});

test('[P12] a removal for a security concern is looked at by staff, and other removals are not', async () => {
  for (const [because, tasks] of [
    ['security', ['security-concern']],
    ['moved', []],
  ] as const) {
    const { run, remove } = await withBen();
    await remove({ because, note: '' });
    const found = await run.needs.database.selectFrom('staff_task').select('kind').execute();
    expect(found.map(({ kind }) => kind)).toEqual(tasks);
  }
});

test('[P12] a removal needs a reason, and another one than those offered needs words', async () => {
  const { remove, run, ben } = await withBen();
  expect((await remove({ note: '' })).text).toContain('Choose why you remove them');
  const other = await remove({ because: 'other', note: '' });
  expect(other.status).toBe(422);
  expect(other.text).toContain('Say in the note what the reason is');
  expect(await heldBy(run, ben.person.id)).toHaveLength(3);
});

test('[P12] a removal that is undone within 24 hours gives back exactly what was there', async () => {
  const { run, amara, ben, address, remove } = await withBen(['portal/member', 'payments/view-claims']);
  const before = await heldBy(run, ben.person.id);
  await remove();
  run.clock.advance(hours(0.1));
  const page = await amara.browser.get(`${address}/undo`);
  expect(page.text).toContain('possible until 3 March 2026 at 9am');
  expect((await amara.browser.post(`${address}/undo`)).location).toBe(`${address}?done=undone`);
  expect(await heldBy(run, ben.person.id)).toEqual(before);
  expect((await run.inbox(ben.person.email))[0]?.subject).toBe('Your access to Practice Z90002 is back');
});

test('[P12] somebody is given access again later, with the roles chosen then', async () => {
  const { run, amara, ben, address, remove } = await withBen();
  await remove();
  run.clock.advance(hours(30));
  const again = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const page = await again.browser.get(`${address}/restore`);
  expect(page.text).toContain('Give Ben Okoro access again');
  expect(page.html).not.toContain('checked=""');
  const sent = await again.browser.post(`${address}/restore`, { roles: 'supplies/order-clerk' });
  expect(sent.location).toBe(`${address}?done=restored`);
  expect(await heldBy(run, ben.person.id)).toEqual(['Z90001 portal/member', 'Z90002 supplies/order-clerk']);
  expect(amara.person.name).toBe('Amara Osei');
});

test('[P12] what is asked for somebody who is back already leads to their page', async () => {
  const { amara, address, remove } = await withBen();
  for (const step of ['undo', 'restore'])
    expect((await amara.browser.get(`${address}/${step}`)).location).toBe(address);
  await remove();
  expect((await amara.browser.get(`${address}/remove`)).location).toBe(address);
  expect((await remove()).location).toBe(address);
});
