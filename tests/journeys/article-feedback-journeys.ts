import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { addPublishedArticle } from '../support/published-article.ts';
import { runningPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

/** Somebody says whether an article helped, and an editor reads it; with JavaScript and without. */
export function articleFeedbackJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  test('[N11] an article that did not help: a reason, the check, “Feedback sent”, and an editor’s work list', async () => {
    const the = await runningPortal({
      profile: 'patient-portal',
      wholeProfile: false,
      settings: { helpCentre: { proofOfWork: 2000 } },
    });
    const { address } = await addPublishedArticle(the, { slug: 'reset', title: 'Reset your password' });
    const reason = the.settings.helpCentre.feedbackReasons[1]?.name ?? '';
    const person = await visit(the);
    await person.open(address);
    expect(await person.text()).toContain('Was this article helpful?');
    await person.press('No');
    expect(await person.heading()).toBe('What did not help?');
    await person.fill({ 'What could we do better? (optional)': 'Step 2 is missing' });
    await person.press('Send feedback');
    expect(await person.text()).toContain('Choose a reason');
    expect(await person.page.getByLabel('What could we do better? (optional)').inputValue()).toBe(
      'Step 2 is missing',
    );
    await person.page.getByLabel(reason, { exact: true }).check();
    await person.press('Send feedback');
    expect(await person.heading()).toBe('Feedback sent');
    await person.follow('Back to the article');
    await person.press('Yes');
    expect(await person.heading()).toBe('Thank you');

    const eilidh = await the.addPerson({
      name: 'Eilidh Ross',
      email: 'eilidh@support.example',
      staff: 'editor',
    });
    const desk = await visit(the);
    await desk.open('/log-in/staff');
    await steps.enterPassword(desk, eilidh);
    await desk.open('/desk');
    await desk.follow('Help centre');
    await desk.follow('Feedback');
    if (!javaScript) {
      expect(await desk.text()).toContain('Nothing to do');
      await desk.follow('Waiting for a decision (1)');
      await desk.go(() => desk.page.getByRole('button', { name: /^Accept feedback/ }).click());
      expect(await desk.text()).toContain('Feedback accepted');
      await desk.follow('To do');
    }
    expect(await desk.text()).toContain('1 reader said no');
    expect(await desk.text()).toContain('Step 2 is missing');
    await desk.go(() => desk.page.getByRole('link', { name: /^How helpful it is/ }).click());
    expect(await desk.page.getByRole('img', { name: 'Readers who said yes, in percent' }).count()).toBe(1);
    await desk.follow('To do');
    await desk.go(() => desk.page.getByRole('button', { name: /^Mark as handled/ }).click());
    expect(await desk.text()).toContain('Nothing to do');
  });

  test('a service notice: written, checked, read on the log in page, changed and ended', async () => {
    const the = await runningPortal({ profile: 'patient-portal', wholeProfile: false });
    const sana = await the.addPerson({ name: 'Sana Malik', email: 'sana@support.example', staff: 'senior' });
    const desk = await visit(the);
    await desk.open('/log-in/staff');
    await steps.enterPassword(desk, sana);
    await desk.open('/desk');
    await desk.follow('Notices');
    await desk.follow('Publish a notice');
    await desk.press('Continue');
    expect(await desk.text()).toContain('Enter what does not work');
    await desk.fill({ 'What does not work': 'We are having problems with text messages' });
    await desk.page.getByLabel('Log in pages', { exact: true }).check();
    await desk.press('Continue');
    await desk.press('Go back and change it');
    await desk.page.getByLabel('Contact pages', { exact: true }).check();
    await desk.press('Continue');
    await desk.press('Publish now');
    expect(await desk.text()).toContain('The notice is published');
    const person = await visit(the);
    for (const address of ['/log-in', '/contact']) {
      await person.open(address);
      expect(await person.text()).toContain('We are having problems with text messages');
    }
    await desk.follow('Change the notice');
    await desk.fill({ 'What does not work': 'Text messages are late' });
    await desk.press('Continue');
    await desk.press('Save the change');
    await desk.press('End the notice');
    expect(await desk.text()).toContain('Ended a service notice');
    await person.open('/log-in');
    expect(await person.text()).not.toContain('Text messages');
  });
}
