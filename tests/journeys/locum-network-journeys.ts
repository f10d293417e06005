import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { linkIn } from '../support/main-job.ts';
import { goodPassword } from '../support/portal-people.ts';
import { type RunningPortal, runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import { createAccount, type Newcomer } from './create-account-steps.ts';

const lena: Newcomer = {
  fullName: 'Lena Marsh',
  email: 'lena.marsh@locum.example',
  username: 'lena.marsh',
  occupation: 'Practitioner',
};

/** One test for each statement, at a desk with JavaScript or on a small screen without. */
export function locumNetworkJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function opened() {
    const the = await runningPortal({ profile: 'locum-network' });
    const visitor = () => visit(the);
    return { the, visitor };
  }

  /** Follows the emailed link, and ends on the page that says the account is set up. */
  async function setUp(the: RunningPortal, visitor: Visitor, who: Newcomer) {
    await visitor.open(await linkIn(the, who.email, '/activate'));
    expect(await visitor.page.getByLabel('Username', { exact: true }).inputValue()).toBe(who.username);
    await visitor.fill({ 'Create a password': goodPassword });
    await visitor.press('Set up my account');
    expect(await visitor.heading()).toBe('Your account is set up');
  }

  /** On the page of its own, where the name may be a username or an address. */
  async function logInAs(visitor: Visitor, identifier: string) {
    await visitor.open('/log-in');
    await visitor.page.locator('main input[name=identifier]').fill(identifier);
    await visitor.page.locator('main input[name=password]').fill(goodPassword);
    await visitor.go(() => visitor.page.locator('main form[action="/log-in"] button[type=submit]').click());
    expect(await visitor.heading()).toBe('Your account');
  }

  for (const occupation of ['Practitioner', 'Practice administrator'])
    test(`[L1 L7] a ${occupation.toLowerCase()} creates an account, and logs in by username and by email address`, async () => {
      const { the, visitor } = await opened();
      const person = await visitor();
      await createAccount(person, { ...lena, occupation });
      expect(await person.heading()).toBe('Check your email');
      await setUp(the, person, lena);
      await logInAs(person, 'LENA.Marsh');
      await person.press('Log out');
      await logInAs(person, lena.email);
    });

  test('[L2 L3] a known email address or username, in any letter case, is told and led to recovery', async () => {
    const { the, visitor } = await opened();
    const [person, again] = [await visitor(), await visitor()];
    await createAccount(person, lena);
    await setUp(the, person, lena);
    await createAccount(again, { ...lena, email: 'LENA.MARSH@Locum.example', username: 'Lena.MARSH' });
    expect(await again.page.title()).toMatch(/^Error: Create an account/);
    expect(await again.text()).toContain('There is already an account with this email address');
    expect(await again.text()).toContain('There is already an account with this username');
    expect(await again.page.getByLabel('Full name', { exact: true }).inputValue()).toBe(lena.fullName);
    expect(await the.inbox(lena.email)).toHaveLength(1);
    await again.follow('Get back in');
    expect(await again.heading()).toBe('Forgotten my details');
  });

  test('[L4] who had an account before is advised against a second one first, and may go on', async () => {
    const { the, visitor } = await opened();
    const person = await visitor();
    const second = { ...lena, email: 'lena@home.example', username: 'lena.two' };
    await createAccount(person, { ...second, before: 'Yes, or I am not sure' });
    expect(await person.heading()).toBe('A second account may not help you');
    expect(await person.page.getByRole('link', { name: 'Get back in to my account' }).count()).toBe(1);
    await person.press('Create another account');
    expect(await person.heading()).toBe('Check your email');
    await setUp(the, person, second);
  });
}
