import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { journeys } from '../support/journeys.ts';
import { activate, approveRegistration, nerys, openDesk, register } from '../support/main-job.ts';
import { goodPassword } from '../support/portal-people.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

const oswin = { ...nerys, code: 'Z90003', mailbox: 'office@oswin.example' };
const banner = async ({ page }: Visitor) =>
  ((await page.getByRole('banner').textContent()) ?? '').replace(/\s+/g, ' ');

/** One person, or two addresses, at more than one practice: with JavaScript and without. */
export function severalOrganisationsJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  /** Nerys is main contact of one practice, and somebody registers a second. */
  async function withSecondPractice(second: typeof nerys) {
    const the = await runningPortal({ profile: 'primary-care' });
    const { desk } = await openDesk(the);
    await register(the.browser(), nerys);
    await approveRegistration(desk);
    await activate(the, the.browser(), nerys);
    the.clock.advance(minutes(5));
    await register(the.browser(), second);
    await approveRegistration(desk);
    return { the, visitor: () => visit(the) };
  }

  test('[P15 P16] the same email gains a second practice: one account, one password, and a switch between them', async () => {
    const { the, visitor } = await withSecondPractice(oswin);
    const links = (await the.inbox(nerys.email)).flatMap((message) => message.links);
    expect(links.filter((link) => link.includes('/activate?'))).toHaveLength(1);
    const person = await visitor();
    await steps.logIn(person, { email: nerys.email, password: goodPassword });
    expect(await banner(person)).toContain('You act for THE ALDERBROOK SURGERY');
    await person.open('/account/access');
    expect(await person.text()).toMatch(/Z90001.*Main contact.*Support.*Z90003.*Main contact.*Support/);
    await person.follow('Change the organisation you act for');
    await person.page.getByLabel("ST OSWIN'S FAMILY PRACTICE (Z90003)", { exact: true }).check();
    await person.press('Change');
    expect(await person.heading()).toBe('Your organisations');
    expect(await banner(person)).toContain("You act for ST OSWIN'S FAMILY PRACTICE");
    await person.press('Log out');
    await steps.logIn(person, { email: nerys.email, password: goodPassword });
    expect(await banner(person)).toContain("You act for ST OSWIN'S FAMILY PRACTICE");
  });

  test('[P17] a different email makes a different account, with its own password and its own practice', async () => {
    const work = { ...oswin, email: 'nerys@oswin.example' };
    const { the, visitor } = await withSecondPractice(work);
    const person = await visitor();
    await steps.setUpAccount(the, person, work);
    expect(await banner(person)).toContain("You act for ST OSWIN'S FAMILY PRACTICE");
    await person.open('/account/access');
    expect(await person.text()).toContain('Z90003');
    expect(await person.text()).not.toContain('Z90001');
    expect(await person.page.getByRole('link', { name: 'Change organisation' }).count()).toBe(0);
    const accounts = await the.needs.database
      .selectFrom('account')
      .select('id')
      .where('full_name', '=', nerys.fullName)
      .execute();
    expect(accounts).toHaveLength(2);
  });

  test('[P19] a practice that is not registered shows how to; a registered one passes the request on', async () => {
    const { the, visitor } = await withSecondPractice(oswin);
    const person = await visitor();
    await person.open('/register-organisation?find=Z90002');
    expect(await person.heading()).toBe('Is this your practice?');
    await person.open('/register-organisation?find=Z90003');
    await person.follow('Ask for access');
    await person.fill({ 'Full name': 'Ben Tull', 'Your work email address': 'ben@oswin.example' });
    await person.press('Send the request');
    expect(await person.heading()).toBe('Request sent');
    expect(await person.text()).not.toContain('Nerys');
    expect(await the.inbox('ben@oswin.example')).toEqual([]);
    const texts = (await the.inbox(nerys.email)).map((message) => message.text);
    expect(texts.join()).toContain('ben@oswin.example');
  });

  test('[P19] who works there is told by email who the main contact is', async () => {
    const { the, visitor } = await withSecondPractice(oswin);
    const amara = await the.addPerson({ mainContactOf: 'Z90003' });
    const person = await visitor();
    await person.open('/register-organisation/Z90003/access');
    await person.fill({ 'Full name': amara.name, 'Your work email address': amara.email });
    await person.press('Send the request');
    expect(await person.text()).not.toContain('Nerys');
    const told = (await the.inbox(amara.email)).find(({ subject }) => subject.startsWith('Who gives access'));
    expect(told?.text).toContain(nerys.fullName);
  });
}
