import { expect, test } from 'vitest';
import { seconds } from '../../src/kernel/duration.ts';
import { fillSandboxRegister } from '../../src/organisations/index.ts';
import { fillHelpCentre } from '../../src/support/index.ts';
import { journeys } from '../support/journeys.ts';
import { type RunningPortal, runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

const priya = { 'Your full name': 'Priya Shah', 'Your email address': 'priya.shah@alderbrook.example' };
const address = 'priya.shah@alderbrook.example';

/** Asking support as somebody who cannot log in, with JavaScript and without. */
export function askJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function confirm(the: RunningPortal, person: Visitor) {
    expect(await person.heading()).toBe('Check your email');
    const [mail] = await the.inbox(address);
    the.clock.advance(seconds(1));
    await person.open(mail?.links.find((link) => link.includes('/tickets/confirm')) ?? '');
    await person.press('Yes, I asked this');
    expect(await person.heading()).toBe('We have your question');
  }

  const referenceIn = (text: string) => /GH-\w{4}-\w{4}/.exec(text)?.[0] ?? '';

  test('[P9] a practice without another user asks for urgent supplies from the contact page, logged in nowhere', async () => {
    const the = await runningPortal({ profile: 'primary-care' });
    const person = await visit(the);
    await person.open('/contact');
    expect(await person.text()).toContain('dial 18001');
    await person.follow('Urgent supplies');
    await person.press('Send');
    expect(await person.page.title()).toMatch(/^Error: /);
    await person.fill({
      ...priya,
      'Unique ID of your practice': 'Z90001',
      'Name of your practice': 'Alderbrook Surgery',
      'What do you need, and by when?': 'Prescription forms by tomorrow morning',
      'Phone number we can call you on': '01632 960 001',
    });
    await person.press('Send');
    await confirm(the, person);
    expect(await person.text()).toContain('Expect an answer by');
    const ticket = await the.needs.database
      .selectFrom('ticket')
      .select(['state', 'priority'])
      .executeTakeFirst();
    expect(ticket).toEqual({ state: 'new', priority: 1 });
  });

  test('[P10] “Register for the portal” becomes a registration that staff complete', async () => {
    const the = await runningPortal({ profile: 'primary-care' });
    await fillSandboxRegister(the.needs);
    const person = await visit(the);
    await person.open('/tickets/new');
    await person.press('Continue');
    expect(await person.text()).toContain('Choose what you need help with');
    await person.page.getByLabel('Register for the portal', { exact: true }).check();
    await person.press('Continue');
    await person.fill({
      ...priya,
      'Unique ID of your organisation': 'Z90001',
      'Name of your organisation': 'Alderbrook Surgery',
      'What do you do there?': 'Practice manager',
      'Phone number we can call you on (optional)': '01632 960 001',
    });
    await person.page.getByLabel('Yes, we need supplies now', { exact: true }).check();
    await person.press('Send');
    await confirm(the, person);
    const reference = referenceIn(await person.text());

    const gwen = await the.addPerson({ name: 'Gwen Parry', staff: 'agent' });
    const support = await visit(the);
    await steps.logInToDesk(support, gwen);
    await support.open(`/desk/tickets/${reference}`);
    await support.follow('Complete this registration');
    await support.fill({ 'Email address of the organisation itself': 'reception@alderbrook.example' });
    await support.press('Complete the registration');
    expect(await support.heading()).toBe('Registration completed');
    await support.follow('Open the registration');
    expect(await support.text()).toContain('Priya Shah');
  });

  test('[L12] a locum whose reset does not arrive asks then and there, and reads when support answers', async () => {
    const the = await runningPortal({ profile: 'locum-network', at: '2026-03-07T23:00:00Z' });
    await fillHelpCentre(the.needs, () => undefined);
    const person = await visit(the);
    await person.open('/contact');
    expect(await person.text()).toContain('We answer day and night, usually within');
    await person.follow('I cannot log in for another reason');
    await person.fill({
      ...priya,
      'What happened?': 'I asked for a new password an hour ago and the email does not arrive at all.',
    });
    if (javaScript) await person.page.getByText('articles may help. They are below').waitFor();
    await person.press('Send');
    const [mail] = await the.inbox(address);
    the.clock.advance(seconds(1));
    await person.fill({ Code: mail?.codes[0] ?? '' });
    await person.press('Confirm');
    expect(await person.heading()).toBe('We have your question');
    expect(await person.text()).toMatch(/Expect an answer by [78] March 2026/);
  });

  test('somebody who helps another: that person is asked, agrees, and reads who it is', async () => {
    const the = await runningPortal({ profile: 'patient-portal' });
    const helper = await visit(the);
    await helper.open('/contact');
    expect(await helper.text()).toContain('If you need medical help now');
    await helper.follow('I am helping someone else');
    await helper.fill({
      ...priya,
      'Name of the person you help': 'Mary Quinn',
      'Their email address': 'mary.quinn@family.example',
      'What happened?': 'She cannot log in.',
    });
    await helper.press('Send');
    await confirm(the, helper);
    expect(await helper.text()).toContain('We ask the person you help whether you may.');
    const mary = await visit(the);
    const [mail] = await the.inbox('mary.quinn@family.example');
    await mary.open(mail?.links.find((link) => link.includes('/tickets/agree')) ?? '');
    expect(await mary.text()).toContain('Priya Shah asked us for help');
    await mary.press('Yes, they may help me');
    expect(await mary.heading()).toBe('Thank you for agreeing');
  });

  test('somebody has died: once staff checked it, all messages stop and the account closes', async () => {
    const the = await runningPortal({ profile: 'patient-portal' });
    await the.addPerson({ name: 'Mary Quinn', email: 'mary.quinn@family.example' });
    const son = await visit(the);
    await son.open('/tickets/new/died');
    await son.fill({
      ...priya,
      'Name of the person who died': 'Mary Quinn',
      'Their email address, if you know it (optional)': 'mary.quinn@family.example',
      'How did you know them?': 'She was my mother',
      Day: '31',
      Month: '2',
      Year: '2026',
    });
    await son.press('Send');
    expect(await son.text()).toContain('must be a real date');
    await son.fill({ Day: '1', Month: '3' });
    await son.press('Send');
    await confirm(the, son);
    expect(await son.text()).toContain('We are sorry for your loss.');
    const reference = referenceIn(await son.text());

    const tomasz = await the.addPerson({
      name: 'Tomasz Lis',
      staff: 'administrator',
      factors: ['authenticator'],
    });
    const desk = await visit(the);
    await steps.logInToDesk(desk, tomasz);
    await desk.open(`/desk/tickets/${reference}`);
    await desk.follow('Messages and account of who died: stop them, or see that they are stopped');
    await desk.fill({ Reason: 'Death certificate seen' });
    await desk.press('Checked: stop all messages and close the account');
    expect(await desk.text()).toContain('All messages are stopped and the account is closed.');
  });
}
