import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { activate, approveRegistration, nerys, openDesk, register } from '../support/main-job.ts';
import type { Portal } from '../support/portal.ts';
import { goodPassword } from '../support/portal-people.ts';
import { runningPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

const newPassword = 'Four-brisk-geese-4';
const subjectsTo = async (the: Portal, to: string) => (await the.inbox(to)).map(({ subject }) => subject);

/** One test for each statement, at a desk with JavaScript or on a small screen without. */
export function practicePortalJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  /** The portal of this profile, its desk open, and people at browsers of their own. */
  async function opened(profile = 'primary-care') {
    const the = await runningPortal({ profile });
    const { agent, desk } = await openDesk(the);
    const visitor = () => visit(the);
    return { the, agent, desk, visitor };
  }

  test('[P1 P2 P4 P6 P11] the main job, from a practice in the register to its main contact back in', async () => {
    const { the, agent, visitor } = await opened();
    const [person, support] = [await visitor(), await visitor()];
    await steps.registerPractice(person, nerys);
    await steps.logInToDesk(support, agent);
    await steps.approve(support, 'THE ALDERBROOK SURGERY');
    await steps.setUpAccount(the, person, nerys);
    expect(await person.text()).toMatch(/THE ALDERBROOK SURGERY.*Z90001.*Main contact/);
    await person.press('Log out');
    await steps.chooseNewPassword(the, person, nerys.email, newPassword);
    await person.follow('Log in');
    await steps.enterPassword(person, { email: nerys.email, password: newPassword });
    expect(await person.heading()).toBe('Your account');
    await person.press('Log out');
    await steps.enterWrongPasswords(person, nerys.email, 5);
    expect(await person.heading()).toBe('Password entry is closed');
    await steps.openPasswordEntry(support, nerys.fullName);
    expect(await subjectsTo(the, nerys.email)).toContain('You can enter your password again');
    await steps.logIn(person, { email: nerys.email, password: newPassword });
  });

  test('[P1] a new person gets an email with a link, follows it, sets up the account and logs in', async () => {
    const { the, desk, visitor } = await opened();
    await register(the.browser(), nerys);
    await approveRegistration(desk);
    const person = await visitor();
    await steps.setUpAccount(the, person, nerys);
    expect(await person.text()).toContain(nerys.fullName);
  });

  test('[P1] who cannot open the link types the code of the same email', async () => {
    const { the, desk, visitor } = await opened();
    await register(the.browser(), nerys);
    await approveRegistration(desk);
    const message = (await the.inbox(nerys.email)).find(({ subject }) => subject.startsWith('Set up'));
    const person = await visitor();
    await person.open('/log-in');
    await person.follow('Set up an account you were invited to');
    await person.fill({ 'Email address': nerys.email, Code: message?.codes[0] ?? '' });
    await person.press('Continue');
    await person.fill({ 'Create a password': goodPassword });
    await person.press('Set up my account');
    expect(await person.heading()).toBe('Your account is set up');
  });

  test('[P2] anyone set up reaches their account from the log in page', async () => {
    const { the, visitor } = await opened();
    const amara = await the.addPerson({ mainContactOf: 'Z90002' });
    const person = await visitor();
    await steps.logIn(person, amara);
    expect(await person.text()).toContain(amara.email);
    expect(await person.page.getByRole('banner').textContent()).toContain(amara.name);
  });

  test('[P4] “Forgotten my details”, under the password box, sends a reset link straight away', async () => {
    const { the, visitor } = await opened();
    const amara = await the.addPerson();
    const person = await visitor();
    await person.open('/log-in');
    const password = await person.page.getByLabel('Password', { exact: true }).boundingBox();
    const forgotten = await person.page.getByRole('link', { name: 'Forgotten my details' }).boundingBox();
    expect(forgotten?.y).toBeGreaterThan((password?.y ?? 0) + (password?.height ?? 0) - 1);
    await steps.chooseNewPassword(the, person, amara.email, newPassword);
    await steps.logIn(person, { email: amara.email, password: newPassword });
  });

  test('[P5] up to four wrong passwords: the page counts down and advises a reset', async () => {
    const { the, visitor } = await opened();
    const amara = await the.addPerson();
    const person = await visitor();
    await person.open('/log-in');
    for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
      await steps.enterPassword(person, { email: amara.email, password: 'Not-the-password-0' });
      expect(await person.page.title()).toMatch(/^Error: Log in/);
      expect(await person.text()).toContain(`You have ${left} left`);
      expect(await person.page.getByLabel('Email address', { exact: true }).inputValue()).toBe(amara.email);
    }
    await person.follow('Choose a new password');
    expect(await person.heading()).toBe('Forgotten my details');
  });

  test('[P6] the fifth locks, even the right password and a reset; support unlocks, and the person is told', async () => {
    const { the, agent, visitor } = await opened();
    const amara = await the.addPerson();
    const [person, support] = [await visitor(), await visitor()];
    await steps.enterWrongPasswords(person, amara.email, 5);
    const { phone, email, hours } = the.settings.support;
    for (const help of [phone, email, hours.days, hours.times]) expect(await person.text()).toContain(help);
    await steps.chooseNewPassword(the, person, amara.email, newPassword);
    expect(await person.text()).toContain('still closed');
    await person.open('/log-in');
    await steps.enterPassword(person, { email: amara.email, password: newPassword });
    expect(await person.heading()).toBe('Password entry is closed');
    await steps.logInToDesk(support, agent);
    await steps.openPasswordEntry(support, amara.name);
    expect(await subjectsTo(the, amara.email)).toContain('You can enter your password again');
    await steps.logIn(person, { email: amara.email, password: newPassword });
  });

  test('[P7] who is deactivated and tries to reset is told so only by email, and whom to contact; support activates', async () => {
    const { the, agent, visitor } = await opened();
    const amara = await the.addPerson();
    const [person, support] = [await visitor(), await visitor()];
    await steps.logInToDesk(support, agent);
    await steps.actOnPerson(support, amara.name, 'Deactivate the account', 'Deactivate the account');
    await person.open('/log-in');
    await person.follow('Forgotten my details');
    await person.fill({ 'Email address': amara.email });
    await person.press('Send the link');
    expect(await person.heading()).toBe('Check your email');
    expect(await person.text()).not.toContain('not active');
    const mail = (await the.inbox(amara.email)).find(
      ({ subject }) => subject === 'Your account is not active',
    );
    const { phone, email, hours } = the.settings.support;
    for (const help of [phone, email, hours.days, hours.times]) expect(mail?.text).toContain(help);
    await steps.actOnPerson(support, amara.name, 'Activate the account again', 'Activate the account');
    expect(await subjectsTo(the, amara.email)).toContain('Your account is active again');
    await steps.logIn(person, amara);
  });

  test('[P11] whoever first registers a practice is its main contact; the next asks them for access', async () => {
    const { the, desk, visitor } = await opened();
    await register(the.browser(), nerys);
    await approveRegistration(desk);
    const [first, second] = [await visitor(), await visitor()];
    await steps.setUpAccount(the, first, nerys);
    expect(await first.text()).toMatch(/Z90001.*Main contact/);
    await second.open('/register-organisation');
    await second.fill({ 'Find your practice': ' z90001 ' });
    await second.press('Find');
    expect(await second.heading()).toBe('This practice is already registered');
    await second.follow('Ask for access');
    await second.fill({ 'Full name': 'Ben Tull', 'Your work email address': 'ben@alderbrook.example' });
    await second.go(() => second.page.getByRole('main').getByRole('button').last().click());
    const texts = (await the.inbox(nerys.email)).map((message) => message.text);
    expect(texts.join()).toContain('ben@alderbrook.example');
  });

  test('[P15] another practice is registered the same way, with its own unique ID', async () => {
    const { the, agent, desk, visitor } = await opened();
    await register(the.browser(), nerys);
    await approveRegistration(desk);
    await activate(the, the.browser(), nerys);
    const [person, support] = [await visitor(), await visitor()];
    await steps.registerPractice(person, { ...nerys, code: 'Z90003', mailbox: 'office@oswin.example' });
    await steps.logInToDesk(support, agent);
    await steps.approve(support, "ST OSWIN'S FAMILY PRACTICE");
    await the.runDue();
    await steps.logIn(person, { email: nerys.email, password: goodPassword });
    expect(await person.text()).toMatch(/Z90001.*Main contact/);
    expect(await person.text()).toMatch(/Z90003.*Main contact/);
  });

  test('the main job under recommended settings: a reset opens the lock, with nobody’s help', async () => {
    const { the, agent, visitor } = await opened('recommended');
    const [person, support] = [await visitor(), await visitor()];
    await steps.registerPractice(person, nerys);
    await steps.logInToDesk(support, agent);
    await steps.approve(support, 'THE ALDERBROOK SURGERY');
    const set = await steps.setUpAccount(the, person, nerys);
    await person.press('Log out');
    const stranger = await visitor();
    await steps.enterWrongPasswords(stranger, nerys.email, 5);
    expect(await stranger.heading()).toBe('Password entry is closed');
    expect(await stranger.text()).toContain('You can try again in 15 minutes');
    await steps.chooseNewPassword(the, stranger, nerys.email, newPassword);
    await steps.logIn(stranger, { ...set, password: newPassword });
  });
}
