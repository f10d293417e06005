import { expect, test } from 'vitest';
import { days } from '../../src/kernel/duration.ts';
import { journeys } from '../support/journeys.ts';
import { runningPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

/** What a person may ask of the data about them, with JavaScript and without. */
export function dataRightsJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function atYourData() {
    const the = await runningPortal({ profile: 'primary-care' });
    const amara = await the.addPerson({ mainContactOf: 'A81001' });
    const ben = await the.addPerson({ name: 'Ben Okoro', mainContactOf: 'A81001' });
    const visitor = () => visit(the);
    const person = await visitor();
    await steps.logIn(person, amara);
    await person.follow('Your data');
    expect(await person.heading()).toBe('Your data');
    return { the, amara, ben, visitor, person };
  }

  test('a copy of everything: asked for, announced, read as a page and downloaded as a file', async () => {
    const { the, amara, person } = await atYourData();
    await person.press('Ask for a copy');
    expect(await person.text()).toContain('We are preparing your copy.');
    expect((await the.inbox(amara.email))[0]?.subject).toBe('The copy of your data is ready');
    await person.follow('See whether it is ready');
    await person.follow('Read it here');
    expect(await person.heading()).toBe('What we hold about you');
    expect(await person.text()).toContain(amara.email);
    await person.follow('Your data');
    const download = person.page.waitForEvent('download');
    await person.page.getByRole('link', { name: 'Download it as a file' }).click();
    expect((await download).suggestedFilename()).toBe('personal-data-2026-03-02.json');
  });

  test('something is wrong: what one cannot change oneself goes to support, who answer by email', async () => {
    const { the, amara, visitor, person } = await atYourData();
    await person.follow('Have something corrected');
    await person.press('Ask for the correction');
    expect(await person.page.title()).toMatch(/^Error: Have something corrected/);
    await person.fill({ 'What is wrong, and what should it say?': 'My start date should be 1 March.' });
    await person.press('Ask for the correction');
    expect(await person.heading()).toBe('We have your request');
    const gwen = await the.addPerson({ name: 'Gwen Parry', staff: 'agent' });
    const support = await visitor();
    await steps.logInToDesk(support, gwen);
    await support.follow('Tasks');
    await support.follow('Answer a request for a correction');
    expect(await support.text()).toContain('My start date should be 1 March.');
    await support.fill({ 'What was done': 'We corrected your start date.' });
    await support.press('Send the answer');
    expect(await support.text()).toContain('what the person wrote is erased');
    expect((await the.inbox(amara.email))[0]?.text).toContain('We corrected your start date.');
  });

  test('an account is closed, opened again with the link, closed for good, and erased when its time is over', async () => {
    const { the, amara, person } = await atYourData();
    const close = async () => {
      await person.open('/account/data/close');
      await person.page.getByLabel('I understand that my account will be erased', { exact: true }).check();
      await person.press('Close my account');
      expect(await person.heading()).toBe('Your account is closed');
    };
    await close();
    const links = (await the.inbox(amara.email)).flatMap((message) => message.links);
    await person.open(links.find((link) => link.includes('/reopen-account')) ?? '');
    await person.press('Open my account again');
    expect(await person.heading()).toBe('Your account is open again');
    await person.follow('Log in');
    await steps.enterPassword(person, amara);
    await close();
    the.clock.advance(days(30));
    await the.runDue();
    const left = await the.needs.database.selectFrom('account').select('full_name').execute();
    expect(left.map(({ full_name }) => full_name)).toEqual(['Ben Okoro']);
  });

  test('the last main contact asks support, so that no practice is left without one', async () => {
    const { the, ben, person, visitor } = await atYourData();
    await person.open('/account/data/close');
    await person.page.getByLabel('I understand that my account will be erased', { exact: true }).check();
    await person.press('Close my account');
    const last = await visitor();
    await steps.logIn(last, ben);
    await last.open('/account/data/close');
    expect(await last.text()).toContain('You are the only one who can add or remove people for');
    await last.page.getByLabel('I want support to close my account', { exact: true }).check();
    await last.press('Ask support to close my account');
    expect(await last.heading()).toBe('We have asked support to close your account');
    const chief = await the.addPerson({ name: 'Tomasz Lis', staff: 'administrator' });
    const support = await visitor();
    await steps.logInToDesk(support, chief);
    await support.follow('Tasks');
    await support.follow('Close an account of a last main contact');
    await support.follow('Close the account');
    await support.fill({ Reason: 'Asked for it; the practice names another.' });
    await support.press('Close the account');
    expect(await support.page.getByRole('alert').textContent()).toContain('The account is closed.');
  });
}
