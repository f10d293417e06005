import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { sentCode } from '../support/main-job.ts';
import { runningPortal } from '../support/running-portal.ts';
import { codeOfKey } from '../support/set-up.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

const visit = journeys();

/** The clinic's portal, and somebody who has just a password, at the first page after it. */
async function firstLogIn(javaScript: boolean) {
  const the = await runningPortal({ profile: 'clinic' });
  const amara = await the.addPerson();
  const person = await visit(the, javaScript);
  await person.open('/log-in?next=/account/profile');
  await steps.enterPassword(person, amara);
  expect(await person.heading()).toBe('Make your account safer');
  return { the, amara, person };
}

async function choose(person: Visitor, way: string): Promise<void> {
  await person.page.getByLabel(way, { exact: true }).check();
  await person.press('Continue');
}

const recoveryCodes = (person: Visitor) => person.page.locator('.gh-codes .gh-code').allTextContents();

test.each([
  ['on', true],
  ['off', false],
])(
  '[C4] the guide leads from the first log in to an app, recovery codes and on; more is added and removed later (JavaScript %s)',
  async (_, javaScript) => {
    const { the, amara, person } = await firstLogIn(javaScript);
    await person.press('Continue');
    expect(await person.text()).toContain('Select how you want to get security codes');
    await choose(person, 'Authenticator app on a smartphone or tablet');
    expect(await person.heading()).toBe('Set up an authenticator app');
    await person.page.getByText('I cannot scan the picture', { exact: true }).click();
    const code = codeOfKey(
      { text: (await person.text()).replace(/Key(?=[A-Z2-7]{4} )/, 'Key ') },
      the.clock.now(),
    );
    await person.fill({ 'Enter your security code': '12' });
    await person.press('Continue');
    expect(await person.text()).toContain('Security code must be 6 numbers');
    await person.fill({ 'Enter your security code': code });
    await person.press('Continue');
    expect(await person.heading()).toBe('You are set up');
    await person.press('Get recovery codes');
    const codes = await recoveryCodes(person);
    await person.go(() => person.page.reload());
    expect(await recoveryCodes(person)).toEqual(codes);
    await person.press('Continue');
    expect(await person.text()).toContain('Confirm that you have saved or printed these codes');
    await person.page.getByLabel('I have saved or printed these codes').check();
    await person.press('Continue');
    await person.press('Continue to your account');
    expect(await person.heading()).toBe('My profile');
    await addNumber(the, person);
    await person.follow('Remove Text message');
    await person.press('Remove it');
    expect(await person.text()).toContain('It was removed');
    expect((await the.inbox(amara.email))[0]?.subject).toBe('How you get into your account was changed');
  },
);

async function addNumber(the: Awaited<ReturnType<typeof runningPortal>>, person: Visitor): Promise<void> {
  await person.open('/account/security');
  await person.follow('Add another way');
  await choose(person, 'Text message');
  await person.fill({ 'Mobile phone number': '0113 496 0000' });
  await person.press('Send a security code');
  expect(await person.text()).toContain('This number cannot get text messages');
  await person.fill({ 'Mobile phone number': '07700 900 555' });
  await person.press('Send a security code');
  expect(await person.heading()).toBe('Check your phone');
  await person.fill({ 'Enter your security code': await sentCode(the, '+447700900555') });
  await person.press('Continue');
  expect(await person.text()).toContain('The number for text messages was added');
}

test('[P14] a person with no mobile, and no JavaScript, prints codes at the first log in, and logs in with one of them', async () => {
  const { amara, person } = await firstLogIn(false);
  await choose(person, 'Printed codes');
  const codes = await recoveryCodes(person);
  expect(codes).toHaveLength(10);
  const download = person.page.waitForEvent('download');
  await person.page.getByRole('button', { name: 'Download the codes as a file' }).click();
  expect((await download).suggestedFilename()).toBe('codes.txt');
  await person.page.getByLabel('I have saved or printed these codes').check();
  await person.press('Continue');
  await person.press('Continue to your account');
  await person.press('Log out');
  await person.open('/log-in');
  await steps.enterPassword(person, amara);
  expect(await person.heading()).toBe('Enter your security code');
  await person.fill({ 'Recovery code': codes[0] ?? '' });
  await person.press('Continue');
  expect(await person.heading()).toBe('Your account');
  await person.open('/account/security');
  expect(await person.text()).toContain('9 of 10');
});
