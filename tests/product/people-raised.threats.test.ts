import { expect, test } from 'vitest';
import { changeRoles, rolesBasis } from '../../src/organisations/change-person/change-roles.ts';
import { factorsAskedFor } from '../support/main-job.ts';
import { heldBy, logged, memberOf, practiceCode } from '../support/people-here.ts';
import { portal } from '../support/portal.ts';

const users = `/organisations/${practiceCode}/users`;
const member = { service: 'portal', role: 'member' };
const deputy = { service: 'portal', role: 'deputy' };

test('whoever is raised to an administrator while they are logged in without a code looks after nobody before they gave one', async () => {
  const secondFactor = { needed: 'staff-and-administrators' as const, grace: '0 days' };
  const run = await portal({ profile: 'primary-care', settings: { secondFactor } });
  const factors = factorsAskedFor(run.settings);
  const amara = await logged(run, { name: 'Amara Osei', mainContactOf: practiceCode, factors });
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const cora = await logged(run, {
    name: 'Cora Lane',
    roles: { [practiceCode]: ['portal/member'] },
    factors,
  });
  for (const { person } of [ben, cora]) {
    const now = await memberOf(run, person);
    const change = { code: practiceCode, id: now.id, basis: rolesBasis(now) };
    await changeRoles(run.needs, await amara.actor(), { ...change, chosen: [member, deputy] });
  }
  expect(await heldBy(run, ben.person.id)).toContain('Z90002 portal/deputy');
  expect((await ben.browser.get(users)).location).toContain('/log-in');
  expect((await amara.browser.get(users)).status).toBe(200);
  expect((await cora.browser.get(users)).status).toBe(200);
});

test('whoever gains a role that does the work, or an administrator’s where no code is asked, stays logged in', async () => {
  const run = await portal({ profile: 'primary-care' });
  const amara = await logged(run, { name: 'Amara Osei', mainContactOf: practiceCode });
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const now = await memberOf(run, ben.person);
  const change = { code: practiceCode, id: now.id, basis: rolesBasis(now) };
  await changeRoles(run.needs, await amara.actor(), { ...change, chosen: [member, deputy] });
  expect((await ben.browser.get(users)).status).toBe(200);
});
