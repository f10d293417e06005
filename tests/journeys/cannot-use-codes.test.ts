import { expect, test } from 'vitest';
import { newestLink } from '../support/email-changes.ts';
import { journeys } from '../support/journeys.ts';
import { runningPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

const visit = journeys();

test.each([
  ['on', true],
  ['off', false],
])(
  '[C4] who has lost every way to a code asks support, and an owner who did not ask stops it (JavaScript %s)',
  async (_, javaScript) => {
    const the = await runningPortal({ profile: 'clinic' });
    const amara = await the.addPerson({ factors: ['authenticator', 'text', 'recovery-codes'] });
    const visitor = () => visit(the, javaScript);
    const person = await visitor();
    await person.open('/log-in');
    await steps.enterPassword(person, amara);
    await person.follow('I cannot use any of these');
    expect(await person.heading()).toBe('I cannot use any of these');
    expect(await person.text()).toContain('You have 10 recovery codes');
    await person.follow('Ask support');
    await person.press('Continue');
    expect(await person.text()).toContain('Select why you cannot get a security code');
    await person.page.getByLabel('My phone is lost, stolen or broken').check();
    await person.fill({
      'Is there anything else support should know? (optional)': 'It fell into the Severn.',
      'A phone number we can call you on (optional)': '01632 960 123',
    });
    await person.press('Continue');
    expect(await person.heading()).toBe('Check what you tell support');
    await person.press('Change this');
    await person.press('Continue');
    await person.press('Send to support');
    expect(await person.heading()).toBe('Support has your request');
    expect(await person.text()).toContain(the.settings.support.phone);

    const owner = await visitor();
    await owner.open((await newestLink(the, amara.email, '/not-me')) ?? '');
    await owner.press('This was not me: make my account safe');
    expect(await owner.heading()).toBe('Your account is safe');
    await person.open('/log-in/code/cannot-use');
    expect(await person.heading()).toBe('Log in');
  },
);
