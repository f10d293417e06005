import { expect } from 'vitest';
import { linkIn, type Registering } from '../support/main-job.ts';
import { type AddedPerson, goodPassword } from '../support/portal-people.ts';
import type { RunningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';

/** What a person does with the pages, in the words that the pages show. */
export async function registerPractice(visitor: Visitor, who: Registering): Promise<void> {
  await visitor.open('/');
  await visitor.follow('Register your practice');
  await visitor.fill({ 'Find your practice': who.code });
  await visitor.press('Find');
  expect(await visitor.heading()).toBe('Is this your practice?');
  expect(await visitor.text()).toContain(who.code.replace(' ', '').toUpperCase());
  await visitor.follow('Yes, continue');
  const { fullName, email, phone, mailbox } = who;
  await visitor.fill({ 'Full name': fullName, 'Your work email address': email, 'Your phone number': phone });
  await visitor.press('Continue');
  await visitor.fill({ 'Email address of the practice': mailbox });
  await visitor.press('Continue');
  expect(await visitor.heading()).toBe('Check your answers');
  await visitor.press('Confirm and send');
  expect(await visitor.heading()).toBe('Registration sent');
}

export async function logIn(visitor: Visitor, person: { email: string; password: string }): Promise<void> {
  await visitor.open('/');
  await visitor.go(() => visitor.page.getByRole('banner').getByRole('link', { name: 'Log in' }).click());
  await enterPassword(visitor, person);
  expect(await visitor.heading()).toBe('Your account');
}

export async function enterPassword(
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await visitor.fill({ 'Email address': email, Password: password });
  await visitor.press('Log in');
}

export async function logInToDesk(visitor: Visitor, agent: AddedPerson): Promise<void> {
  await visitor.open('/log-in/staff');
  await enterPassword(visitor, agent);
}

/** Support records how it checked the registration of this practice, and approves it. */
export async function approve(visitor: Visitor, practice: string): Promise<void> {
  await visitor.open('/desk');
  await visitor.follow('Registrations');
  await visitor.follow(practice);
  expect(await visitor.text()).toContain('You can approve once the check is recorded.');
  await visitor.page.getByLabel('I called the practice back', { exact: true }).check();
  await visitor.fill({ 'What you did': 'Rang 01632 960101, and spoke to the practice manager.' });
  await visitor.press('Record the check');
  await visitor.press('Approve');
  expect(await visitor.text()).toContain('Approved by');
}

/** Follows the invitation, and ends logged in. */
export async function setUpAccount(the: RunningPortal, visitor: Visitor, who: Registering): Promise<void> {
  await visitor.open(await linkIn(the, who.email, '/activate'));
  expect(await visitor.text()).toContain(who.email);
  await visitor.fill({ 'Create a password': goodPassword });
  await visitor.press('Set up my account');
  expect(await visitor.heading()).toBe('Your account is set up');
  await visitor.follow('Log in');
  await enterPassword(visitor, { email: who.email, password: goodPassword });
  expect(await visitor.heading()).toBe('Your account');
}

/** From the log in page to a new password; ends on the page that says it is changed. */
export async function chooseNewPassword(
  the: RunningPortal,
  visitor: Visitor,
  email: string,
  password: string,
): Promise<void> {
  await visitor.open('/log-in');
  await visitor.follow('Forgotten my details');
  await visitor.fill({ 'Email address': email });
  await visitor.press('Send the link');
  expect(await visitor.heading()).toBe('Check your email');
  await visitor.open(await linkIn(the, email, '/reset-password'));
  await visitor.fill({ 'New password': password });
  await visitor.press('Save the new password');
  expect(await visitor.heading()).toBe('Your password is changed');
}

export async function enterWrongPasswords(visitor: Visitor, email: string, times: number): Promise<void> {
  await visitor.open('/log-in');
  for (let tries = 0; tries < times; tries += 1)
    await enterPassword(visitor, { email, password: 'Not-the-password-0' });
}

/** Support finds the person and opens password entry, giving a reason. */
export async function openPasswordEntry(visitor: Visitor, name: string): Promise<void> {
  await visitor.open('/desk');
  await visitor.follow('People');
  await visitor.fill({ 'Name, email address, username or organisation': name });
  await visitor.press('Find');
  await visitor.follow(name);
  expect(await visitor.text()).toContain('Closed until');
  await visitor.follow('Open password entry');
  await visitor.fill({ Reason: 'Called from the practice’s own number.' });
  await visitor.press('Open password entry');
  expect(await visitor.page.getByRole('alert').textContent()).toContain('Password entry is open.');
}

/** Support finds the person and does something to the account, giving a reason. */
export async function actOnPerson(
  visitor: Visitor,
  name: string,
  action: string,
  button: string,
): Promise<void> {
  await visitor.open('/desk');
  await visitor.follow('People');
  await visitor.fill({ 'Name, email address, username or organisation': name });
  await visitor.press('Find');
  await visitor.follow(name);
  await visitor.follow(action);
  await visitor.fill({ Reason: 'Rang from the practice’s own number.' });
  await visitor.press(button);
}
