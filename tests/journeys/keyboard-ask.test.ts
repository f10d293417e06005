import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { enterOn, tabTo, typeInto } from '../support/keyboard.ts';
import { sharedPortal } from '../support/running-portal.ts';

const visit = journeys();
const portal = sharedPortal({ profile: 'primary-care' });

test('[P9 P10] by keyboard alone: somebody asks support without logging in, and confirms with the code', async () => {
  for (const javaScript of [true, false]) {
    const person = await visit(portal(), javaScript);
    const email = `priya.${javaScript}@alderbrook.example`;
    await person.open('/tickets/new');
    await tabTo(person, 'the subjects', ({ name }) => name === 'subject');
    await person.page.keyboard.press('Space');
    await enterOn(person, 'Continue', 'main');
    expect(await person.heading()).toContain('Register for the portal');
    await typeInto(person, 'fullName', 'Priya Shah');
    await typeInto(person, 'email', email);
    await typeInto(person, 'q-organisation-code', 'Z90001');
    await typeInto(person, 'q-organisation-name', 'Alderbrook Surgery');
    await typeInto(person, 'q-job', 'Practice manager');
    await tabTo(person, 'the question about supplies', ({ name }) => name === 'q-urgent-supplies');
    await person.page.keyboard.press('Space');
    await enterOn(person, 'Send', 'main');
    expect(await person.heading()).toBe('Check your email');
    const [mail] = await portal().inbox(email);
    await typeInto(person, 'code', mail?.codes[0] ?? '');
    await person.go(() => person.page.keyboard.press('Enter'));
    expect(await person.heading()).toBe('We have your question');
  }
});
