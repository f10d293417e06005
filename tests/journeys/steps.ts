import { Secret } from 'otpauth';
import { expect } from 'vitest';
import { linkIn, type Registering } from '../support/main-job.ts';
import { authenticatorOf, type PersonCodes } from '../support/person-codes.ts';
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

export interface WhoLogsIn {
  email: string;
  password: string;
  /** What shows this person's security codes, where one is asked for. */
  codes?: Pick<PersonCodes, 'authenticator'>;
}

export async function logIn(visitor: Visitor, person: WhoLogsIn): Promise<void> {
  await visitor.open('/');
  await visitor.go(() => visitor.page.getByRole('banner').getByRole('link', { name: 'Log in' }).click());
  await enterPassword(visitor, person);
  await enterCodeIfAsked(visitor, person);
  expect(await visitor.heading()).toBe('Your account');
}

export async function enterPassword(
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await visitor.fill({ 'Email address': email, Password: password });
  await visitor.press('Log in');
}

export async function enterCode(visitor: Visitor, code: string): Promise<void> {
  await visitor.fill({ 'Security code': code });
  await visitor.press('Continue');
}

export async function enterCodeIfAsked(visitor: Visitor, { codes }: Pick<WhoLogsIn, 'codes'>): Promise<void> {
  if ((await visitor.heading()) !== 'Enter your security code') return;
  await enterCode(visitor, codes?.authenticator() ?? '');
}

export async function logInToDesk(visitor: Visitor, agent: AddedPerson): Promise<void> {
  await visitor.open('/log-in/staff');
  await enterPassword(visitor, agent);
  await enterCodeIfAsked(visitor, agent);
}

/** Sets up an authenticator by its key, in a log in; gives what shows its codes from then on. */
export async function setUpAuthenticator(the: RunningPortal, visitor: Visitor): Promise<() => string> {
  await visitor.page.getByLabel('Authenticator on a computer', { exact: true }).check();
  await visitor.press('Continue');
  const key = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await visitor.text())?.[0] ?? '';
  const code = authenticatorOf(Secret.fromBase32(key.replaceAll(' ', '')).bytes, the.clock);
  await visitor.fill({ 'Enter your security code': code() });
  await visitor.press('Continue');
  expect(await visitor.heading()).toBe('You are set up');
  await visitor.press('Continue to your account');
  return code;
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

/** Follows the invitation, and ends logged in; sets up a way to get security codes where one is needed. */
export async function setUpAccount(
  the: RunningPortal,
  visitor: Visitor,
  who: Registering,
): Promise<WhoLogsIn> {
  await visitor.open(await linkIn(the, who.email, '/activate'));
  expect(await visitor.text()).toContain(who.email);
  await visitor.fill({ 'Create a password': goodPassword });
  await visitor.press('Set up my account');
  expect(await visitor.heading()).toBe('Your account is set up');
  await visitor.follow('Log in');
  const person = { email: who.email, password: goodPassword };
  await enterPassword(visitor, person);
  const needsCodes = (await visitor.heading()) === 'Make your account safer';
  const authenticator = needsCodes ? await setUpAuthenticator(the, visitor) : undefined;
  expect(await visitor.heading()).toBe('Your account');
  return { ...person, ...(authenticator && { codes: { authenticator } }) };
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
