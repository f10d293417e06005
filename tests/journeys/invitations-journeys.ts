import { expect, test } from 'vitest';
import { codeOf, linkOf } from '../support/invited-people.ts';
import { journeys } from '../support/journeys.ts';
import { addBranch, goodPassword } from '../support/portal-people.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

const ben = 'ben.okoro@fern.example';

/** A main contact invites people, and they answer; with JavaScript and without. */
export function invitationsJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function practice() {
    const the = await runningPortal({ profile: 'primary-care', wholeProfile: false });
    const amara = await the.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
    const cara = { name: 'Cara Nwosu', roles: { Z90002: ['supplies/order-clerk', 'portal/member'] } };
    await the.addPerson(cara);
    await addBranch(the, 'Z90002009', 'Z90002');
    const visitor = () => visit(the);
    const admin = await visitor();
    await steps.logIn(admin, amara);
    return { the, admin, visitor };
  }

  const check = (visitor: Visitor, label: string) => visitor.page.getByLabel(label, { exact: true }).check();

  async function fillIn(admin: Visitor, email: string) {
    await admin.open('/organisations/Z90002/users');
    await admin.follow('Create new user');
    await admin.fill({ 'Email address': email, 'Full name': 'Ben Okoro' });
    await check(admin, 'Branch Z90002009 (Z90002009) only');
  }

  test('[P8 P13 P14] a user is created with copied roles, corrected, and sets up an account', async () => {
    const { the, admin, visitor } = await practice();
    await fillIn(admin, 'reception@fern.example');
    await admin.page.getByLabel('Copy roles from a colleague').selectOption({ label: 'Cara Nwosu' });
    await admin.press('Copy roles');
    expect(await admin.text()).toContain('The roles of Cara Nwosu are ticked');
    expect(await admin.page.getByLabel('Order entry clerk', { exact: true }).isChecked()).toBe(true);
    await admin.fill({ 'Phone number (optional)': '0161 4960999' });
    await admin.press('Send the invitation');
    expect(await admin.text()).toContain('Anyone who reads it could log in as this person');
    await admin.fill({ 'Email address': 'bne.okoro@fern.example' });
    await admin.press('Send the invitation anyway');
    expect(await admin.page.getByRole('alert').textContent()).toContain('Ben Okoro is invited');
    await admin.follow('Ben Okoro');
    await admin.open(`${new URL(admin.page.url()).pathname}/invitation`);
    await admin.fill({ 'Email address': ben });
    await admin.press('Send the invitation again');
    const person = await visitor();
    await the.runDue();
    await person.open(await linkOf(the, ben));
    expect(await person.text()).toContain('Order entry clerk: Orders supplies');
    await person.press('Accept and set up your account');
    await person.fill({ 'Create a password': goodPassword });
    await person.press('Set up my account');
    await person.follow('Log in');
    await steps.enterPassword(person, { email: ben, password: goodPassword });
    await person.open('/organisations/Z90002009');
    expect(await person.text()).toContain('Order entry clerk');
  });

  test('[P16] somebody with an account finds the invitation in it, and accepts', async () => {
    const { the, admin, visitor } = await practice();
    const account = await the.addPerson({ name: 'Ben Okoro', email: ben });
    await fillIn(admin, ben);
    await check(admin, 'Member');
    await admin.press('Send the invitation');
    await the.runDue();
    const person = await visitor();
    await person.open(await linkOf(the, ben));
    await person.follow('Log in to accept');
    await steps.enterPassword(person, account);
    await person.open('/account');
    await person.follow('Look at your invitations');
    await person.follow('Branch Z90002009');
    await person.press('Accept');
    expect(await person.heading()).toContain('You now have access to Branch Z90002009');
    await person.open(await linkOf(the, ben));
    expect(await person.heading()).toBe('This invitation does not work any more');
  });

  test('somebody who does not know it says so with the code from the email, and support sees it', async () => {
    const { the, admin, visitor } = await practice();
    await fillIn(admin, ben);
    await check(admin, 'Member');
    await admin.press('Send the invitation');
    await the.runDue();
    const person = await visitor();
    await person.open('/invitation');
    await person.press('Continue');
    expect(await person.text()).toContain('Enter the code from the email');
    await person.fill({ 'Your email address': ben, Code: await codeOf(the, ben) });
    await person.press('Continue');
    await person.follow('I do not want this, or this is not me');
    await person.press('Refuse the invitation');
    await check(person, 'This is not me');
    await person.press('Refuse the invitation');
    expect(await person.heading()).toBe('The invitation is over');
    const agent = await the.addPerson({ name: 'Gwen Parry', email: 'gwen@support.example', staff: 'agent' });
    const desk = await visitor();
    await steps.logInToDesk(desk, agent);
    await desk.open('/desk/tasks');
    const task = desk.page.locator('main a[href^="/desk/invitations/"]').first();
    await desk.go(() => task.click());
    await desk.fill({ 'What you found': 'The practice mistyped the address.' });
    await desk.press('Finish the task');
    expect(await desk.heading()).toBe('Tasks');
  });

  test('an invitation is cancelled', async () => {
    const { the, admin, visitor } = await practice();
    await fillIn(admin, ben);
    await check(admin, 'Member');
    await admin.press('Send the invitation');
    await the.runDue();
    await admin.follow('Ben Okoro');
    await admin.open(`${new URL(admin.page.url()).pathname}/invitation`);
    await admin.follow('Cancel the invitation');
    await admin.press('Cancel the invitation');
    expect(await admin.page.getByRole('alert').textContent()).toContain('is cancelled');
    const person = await visitor();
    await person.open(await linkOf(the, ben));
    expect(await person.text()).toContain('It was cancelled');
  });
}
