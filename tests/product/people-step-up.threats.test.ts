import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { atTheFiles } from '../support/people-files.ts';
import { portal } from '../support/portal.ts';

const isOfPeople =
  /^\/(organisations|my-people|invitation|account\/invitations|desk\/(organisations|main-contact-requests|invitations))(\/|$)/;

/** Forms that end nothing, and give nobody anything but their own invitation's owner; a new one is added here only if it is so. */
const givesNothing = [
  '/account/invitations/:id',
  '/account/invitations/:id/refuse',
  '/desk/invitations/:id',
  '/desk/main-contact-requests/:id/check',
  '/desk/main-contact-requests/:id/letter',
  '/desk/main-contact-requests/:id/mailbox',
  '/desk/main-contact-requests/:id/refuse',
  '/desk/organisations/:id/nobody-moves',
  '/desk/organisations/:id/successor',
  '/invitation',
  '/invitation/again',
  '/invitation/code',
  '/invitation/refuse',
  '/organisations/:code/leavers/:id',
  '/organisations/:code/leavers/someone',
  '/organisations/:code/main-contact-requests/:id',
  '/organisations/:code/requests/:id/refuse',
  '/organisations/:code/review',
  '/organisations/:code/users.csv',
  '/organisations/:code/users/:id/has-left',
  '/organisations/:code/users/import',
  // Confirming asks for it, and cancelling does not: the test below.
  '/organisations/:code/users/import/:id',
];

test('every form of user management that gives or ends access asks for the password again', async () => {
  const { routes } = await portal({ profile: 'primary-care' });
  const open = routes
    .filter(({ method, stepUp, address }) => method === 'POST' && !stepUp && isOfPeople.test(address))
    .map(({ address }) => address);
  expect(open.sort()).toEqual(givesNothing);
});

test('a file of people is confirmed with a password given lately, and cancelled without', async () => {
  const { run, browser, send } = await atTheFiles();
  const { location = '' } = await send([['ben.okoro@fern.example', 'Ben Okoro', 'Member']]);
  await browser.get(location);
  run.clock.advance(minutes(11));
  const asked = await browser.post(location, { decision: 'confirm' });
  expect(asked.location).toContain('/confirm');
  expect((await browser.post(location, { decision: 'cancel' })).location).toBe(location);
  await run.runDue();
  const members = await run.needs.database.selectFrom('member').select('full_name').execute();
  expect(members).toEqual([{ full_name: 'Amara Osei' }]);
});
