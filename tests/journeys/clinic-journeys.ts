import { expect, test } from 'vitest';
import { newestLink } from '../support/email-changes.ts';
import { journeys } from '../support/journeys.ts';
import { sentCode, wrongCode } from '../support/main-job.ts';
import { runningPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

const newPassword = 'Four-brisk-geese-4';
const newEmail = 'amara@home.example';

/** One test for each statement, at a desk with JavaScript or on a small screen without. */
export function clinicJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  /** The clinic's portal, and somebody who has logged in to it. */
  async function opened() {
    const the = await runningPortal({ profile: 'clinic' });
    const amara = await the.addPerson({ factors: ['authenticator', 'text'] });
    const visitor = () => visit(the);
    const person = await visitor();
    await steps.logIn(person, amara);
    return { the, amara, person, visitor };
  }

  test('[C4] who has an app logs in with its code, or tries another way; a trusted browser is not asked again', async () => {
    const { the, amara, person, visitor } = await opened();
    await person.press('Log out');
    await person.open('/log-in?next=/account/profile');
    await steps.enterPassword(person, amara);
    expect(await person.heading()).toBe('Enter your security code');
    await steps.enterCode(person, wrongCode(amara.codes.authenticator()));
    expect(await person.page.title()).toMatch(/^Error: Enter your security code/);
    expect(await person.text()).toContain('You have 4 tries left');
    await person.page.getByText('Try another way', { exact: true }).click();
    await person.follow(`Get a text message to your number ending in ${amara.codes.number.slice(-3)}`);
    await person.press('Send the text message');
    expect(await person.text()).toContain('We sent a text message');
    const code = await sentCode(the, amara.codes.number);
    await person.page.getByLabel('Do not ask for a code on this device for 30 days').check();
    await steps.enterCode(person, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(await person.heading()).toBe('My profile');
    await person.press('Log out');
    await steps.logIn(person, { email: amara.email, password: amara.password });
    const other = await visitor();
    await other.open('/log-in');
    await steps.enterPassword(other, amara);
    expect(await other.heading()).toBe('Enter your security code');
  });

  test('[C10] forgotten password from the log in screen, or logged in: My profile, Account details, new password, save', async () => {
    const { the, amara, person, visitor } = await opened();
    await person.follow('My profile');
    await person.follow('Account details');
    await person.follow('Change password');
    await person.fill({ 'New password': 'short' });
    await person.press('Save the new password');
    expect(await person.page.title()).toMatch(/^Error: Change your password/);
    await person.fill({ 'New password': newPassword });
    await person.press('Save the new password');
    expect(await person.text()).toContain('Your password is changed.');
    const other = await visitor();
    await steps.logIn(other, { ...amara, password: newPassword });
    await other.press('Log out');
    await steps.chooseNewPassword(the, other, amara.email, 'Five-quiet-owls-55');
    await steps.logIn(other, { ...amara, password: 'Five-quiet-owls-55' });
  });

  test('[C14] My profile: change name and phone number, and say how to be contacted', async () => {
    const { person } = await opened();
    await person.follow('My profile');
    expect(await person.heading()).toBe('My profile');
    await person.follow('Change name');
    await person.fill({ 'Full name': '' });
    await person.press('Save');
    expect(await person.text()).toContain('Enter your full name');
    await person.fill({ 'Full name': 'Amara Grace Osei' });
    await person.press('Save');
    expect(await person.text()).toContain('Amara Grace Osei');
    await person.follow('Add phone number');
    await person.fill({ 'Phone number': '07700 900 123' });
    await person.press('Save');
    await person.follow('Add postal address');
    await person.fill({
      'Address line 1': '1 High Street',
      'Town or city': 'Alderbrook',
      Postcode: 'sw1a 2aa',
    });
    await person.press('Save');
    await person.follow('Add how you want to be contacted');
    await person.page.getByLabel('Letters in large print', { exact: true }).check();
    await person.press('Save');
    const text = await person.text();
    for (const saved of ['07700 900 123', 'SW1A 2AA', 'Letters in large print'])
      expect(text).toContain(saved);
    expect(await person.page.getByRole('banner').textContent()).toContain('Amara Grace Osei');
  });

  test('[C14] Account details: the new email address confirms, and is what one logs in with', async () => {
    const { the, amara, person, visitor } = await opened();
    await person.follow('Account details');
    expect(await person.text()).toContain(amara.email);
    await person.follow('Change email address');
    await person.fill({ 'New email address': newEmail });
    await person.press('Continue');
    expect(await person.heading()).toBe('Confirm your new email address');
    const [message] = await the.inbox(newEmail);
    await person.fill({ 'Code from the email': message?.codes[0] ?? '' });
    await person.press('Confirm the new address');
    expect(await person.heading()).toBe('Your email address is changed');
    await person.follow('Go to your account details');
    expect(await person.text()).toContain(newEmail);
    await person.press('Log out');
    await steps.logIn(await visitor(), { ...amara, email: newEmail });
  });

  test('the old address stops the change of somebody else without a log in, and its owner gets back in', async () => {
    const { the, amara, person, visitor } = await opened();
    await person.open('/account/details/email');
    await person.fill({ 'New email address': newEmail });
    await person.press('Continue');
    const other = await visitor();
    await other.open((await newestLink(the, newEmail, '/confirm-email')) ?? '');
    await other.press('Confirm the new address');
    expect(await other.heading()).toBe('Your email address is changed');
    const owner = await visitor();
    await owner.open((await newestLink(the, amara.email, '/stop-email-change')) ?? '');
    await owner.press('Stop the change');
    expect(await owner.heading()).toBe('The change is stopped');
    await person.open('/account');
    expect(await person.heading()).toBe('Log in');
    await owner.open((await newestLink(the, amara.email, '/reset-password')) ?? '');
    await owner.fill({ 'New password': newPassword });
    await owner.press('Save the new password');
    await steps.logIn(owner, { ...amara, password: newPassword });
  });
}
