import { expect, test } from 'vitest';
import {
  heldBy,
  logged,
  memberOf,
  organisationId,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import type { PersonAddress } from '../members/person-here.ts';
import { changeRoles, rolesBasis } from './change-roles.ts';

const ben = { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } };

async function withBen(roles: readonly string[] = ['portal/member']) {
  const { run, amara } = await practiceWithMainContact();
  const person = await run.addPerson({ ...ben, roles: { [practiceCode]: roles } });
  const member = await memberOf(run, person);
  const address = `/organisations/${practiceCode}/users/${member.id}`;
  return { run, amara, person, member, address };
}

const basisOf = (html: string): string =>
  (/name="basis" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"');

test('[P12] a main contact changes somebody’s roles, who has them at their next request and is told by email', async () => {
  const { run, amara, person, address } = await withBen();
  const page = await amara.browser.get(`${address}/roles`);
  for (const shown of ['Change roles', 'Ben Okoro', 'Order entry clerk', 'A change counts at once'])
    expect(page.text).toContain(shown);
  expect(page.text).not.toContain('View claims');
  const sent = await amara.browser.post(`${address}/roles`, {
    roles: 'supplies/order-clerk',
    basis: basisOf(page.html),
  });
  expect(sent.location).toBe(`${address}?done=roles-changed`);
  expect(await heldBy(run, person.id)).toEqual(['Z90002 supplies/order-clerk']);
  const [mail] = await run.inbox(person.email);
  expect(mail?.subject).toBe('Your roles at Practice Z90002 have changed');
  expect(mail?.text).toContain('Order entry clerk');
  expect(mail?.text).not.toContain('Member');
});

test('[P12] roles that another administrator gives stay when they are not among those offered', async () => {
  const { run, amara, person, member, address } = await withBen(['portal/member', 'payments/view-claims']);
  const page = await amara.browser.get(`${address}/roles`);
  expect(page.text).toContain('Another administrator looks after it');
  const basis = rolesBasis(member);
  await amara.browser.post(`${address}/roles`, { roles: 'supplies/order-clerk', basis });
  expect(await heldBy(run, person.id)).toEqual([
    'Z90002 payments/view-claims',
    'Z90002 supplies/order-clerk',
  ]);
});

test('[P7] a main contact names a deputy and takes the role back', async () => {
  const { run, amara, person, member, address } = await withBen();
  const actor = await amara.actor();
  const there: PersonAddress = { code: practiceCode, id: member.id };
  const both = [
    { service: 'portal', role: 'member' },
    { service: 'portal', role: 'deputy' },
  ];
  const named = { ...there, chosen: both, basis: rolesBasis(member) };
  expect(await changeRoles(run.needs, actor, named)).toEqual({ outcome: 'changed' });
  expect(await heldBy(run, person.id)).toEqual(['Z90002 portal/deputy', 'Z90002 portal/member']);
  const basis = rolesBasis(await memberOf(run, person));
  await amara.browser.post(`${address}/roles`, { roles: 'portal/member', basis });
  expect(await heldBy(run, person.id)).toEqual(['Z90002 portal/member']);
});

test('[P12] of two who change the same person at once, the second reads what the first did and saves nothing', async () => {
  const { run, amara, person, address } = await withBen();
  const deputy = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const [one, other] = [
    basisOf((await amara.browser.get(`${address}/roles`)).html),
    basisOf((await deputy.browser.get(`${address}/roles`)).html),
  ];
  await amara.browser.post(`${address}/roles`, { roles: 'supplies/order-clerk', basis: one });
  const late = await deputy.browser.post(`${address}/roles`, {
    roles: 'medical-records/movement-administrator',
    basis: other,
  });
  expect(late.status).toBe(422);
  for (const told of ['Somebody else changed these roles', 'given: Order entry clerk', 'taken: Member'])
    expect(late.text).toContain(told);
  expect(await heldBy(run, person.id)).toEqual(['Z90002 supplies/order-clerk']);
  const again = await deputy.browser.post(`${address}/roles`, {
    roles: 'medical-records/movement-administrator',
    basis: basisOf(late.html),
  });
  expect(again.location).toBe(`${address}?done=roles-changed`);
});

test('[P12] details and dates are changed; the same form from before shows what is there now', async () => {
  const { run, amara, person, address } = await withBen();
  const page = await amara.browser.get(`${address}/details`);
  const fields = {
    basis: basisOf(page.html),
    jobTitle: 'Practice nurse',
    phone: '01632 960 001',
    branch: '',
    'endsOn-day': '31',
    'endsOn-month': '7',
    'endsOn-year': '2026',
  };
  const sent = await amara.browser.post(`${address}/details`, fields);
  expect(sent.location).toBe(`${address}?done=changed`);
  expect(await memberOf(run, person)).toMatchObject({
    jobTitle: 'Practice nurse',
    phone: '01632 960 001',
    endsOn: '2026-07-31',
  });
  expect((await run.inbox(person.email))[0]?.text).toContain('They end after 31 July 2026');
  const late = await amara.browser.post(`${address}/details`, { ...fields, jobTitle: 'Nurse' });
  expect(late.status).toBe(422);
  expect(late.text).toContain('job title is Practice nurse; phone number is 01632 960 001');
  expect(late.text).toContain('end date is 31 July 2026');
});

test.each([
  [{ 'endsOn-day': '1', 'endsOn-month': '3', 'endsOn-year': '2026' }, 'End date must be today or later'],
  [{ 'endsOn-day': '30', 'endsOn-month': '2', 'endsOn-year': '2027' }, 'End date must be a real date'],
  [{ phone: 'call me' }, 'Enter a phone number'],
  [{ jobTitle: 'x'.repeat(81) }, 'Job title must be 80 characters or fewer'],
  [{ branch: '0198c0de-0000-7000-8000-000000000000' }, 'Choose one of the places shown'],
])('[P12] what is wrong with a detail is said, and nothing typed is lost: %o', async (wrong, told) => {
  const { amara, address } = await withBen();
  const basis = basisOf((await amara.browser.get(`${address}/details`)).html);
  const typed = { basis, jobTitle: 'Locum', phone: '', branch: '', ...wrong };
  const page = await amara.browser.post(`${address}/details`, typed);
  expect(page.status).toBe(422);
  expect(page.text).toContain(told);
  expect(page.html).toContain(`value="${typed.jobTitle}"`);
});

test('[P12] somebody is limited to one branch, and has their roles there alone', async () => {
  const { run, amara, person, address } = await withBen();
  await addBranch(run, 'Z90002001', practiceCode);
  const branch = await organisationId(run, 'Z90002001');
  const page = await amara.browser.get(`${address}/details`);
  expect(page.text).toContain('Only Branch Z90002001');
  const basis = basisOf(page.html);
  const sent = await amara.browser.post(`${address}/details`, { basis, jobTitle: '', phone: '', branch });
  expect(sent.location).toBe(`${address}?done=changed`);
  expect(await heldBy(run, person.id)).toEqual(['Z90002001 portal/member']);
});

test('[P12] roles that another administrator gives keep somebody where they are, and the page says whose they are', async () => {
  const { run, amara, person, address } = await withBen(['portal/member', 'payments/view-claims']);
  await addBranch(run, 'Z90002001', practiceCode);
  const branch = await organisationId(run, 'Z90002001');
  const basis = basisOf((await amara.browser.get(`${address}/details`)).html);
  const page = await amara.browser.post(`${address}/details`, { basis, jobTitle: '', phone: '', branch });
  expect(page.status).toBe(422);
  expect(page.text).toContain('another administrator gives: View claims');
  expect((await memberOf(run, person)).branchId).toBeUndefined();
});

test('[P12] a limit of a role is said with its number', async () => {
  const { run, amara, member, address } = await withBen();
  for (const name of ['Dora', 'Elin', 'Finn', 'Gita'])
    await run.addPerson({ name: `${name} Payne`, roles: { [practiceCode]: ['payments/administrator'] } });
  const actor = await amara.actor();
  const chosen = [...member.roles, { service: 'payments', role: 'administrator' }];
  const change = { code: practiceCode, id: member.id, chosen, basis: rolesBasis(member) };
  expect(await changeRoles(run.needs, actor, change)).toMatchObject({ outcome: 'limit-reached', atMost: 4 });
  expect((await amara.browser.get(`${address}/roles`)).text).toContain('4 of 4 people have it');
});

test('[P12] an administrator gives up their own role where another one remains, and not the last', async () => {
  const { run } = await practiceWithMainContact();
  const dora = await logged(run, {
    name: 'Dora Payne',
    roles: { [practiceCode]: ['payments/administrator', 'portal/member'] },
  });
  const member = await memberOf(run, dora.person);
  const address = `/organisations/${practiceCode}/users/${member.id}/roles`;
  const page = await dora.browser.get(address);
  expect(page.text).toContain('These are your own roles');
  const only = await dora.browser.post(address, { basis: basisOf(page.html) });
  expect(only.status).toBe(422);
  expect(only.text).toContain('You are the only one with this role: Payments administrator');
  await run.addPerson({ name: 'Elin Payne', roles: { [practiceCode]: ['payments/administrator'] } });
  const sent = await dora.browser.post(address, { basis: basisOf(only.html) });
  expect(sent.status).toBe(303);
  expect(await heldBy(run, dora.person.id)).toEqual(['Z90002 portal/member']);
});
