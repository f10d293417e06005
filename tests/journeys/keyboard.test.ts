import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { enterOn, focusOf, tabTo, typeInto } from '../support/keyboard.ts';
import { approveRegistration, linkIn, nerys, openDesk } from '../support/main-job.ts';
import { goodPassword } from '../support/portal-people.ts';
import { runningPortal } from '../support/running-portal.ts';
import { codeOfKey } from '../support/set-up.ts';

const visit = journeys();

test('[P1 P2 P15] by keyboard alone: a practice is registered, its account set up, and the person is in', async () => {
  const the = await runningPortal({ profile: 'primary-care' });
  const { desk } = await openDesk(the);
  const visitor = await visit(the);
  const { fullName, email, phone, mailbox, code } = nerys;
  await visitor.open('/');
  await enterOn(visitor, 'Register your practice');
  await typeInto(visitor, 'find', code);
  await enterOn(visitor, 'Find');
  await enterOn(visitor, 'Yes, continue');
  await typeInto(visitor, 'fullName', fullName);
  await typeInto(visitor, 'email', email);
  await typeInto(visitor, 'phone', phone);
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  await typeInto(visitor, 'mailbox', mailbox);
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  await enterOn(visitor, 'Confirm and send');
  expect(await visitor.heading()).toBe('Registration sent');
  await approveRegistration(desk);
  await visitor.open(await linkIn(the, email, '/activate'));
  await typeInto(visitor, 'password', goodPassword);
  await enterOn(visitor, 'Set up my account');
  await enterOn(visitor, 'Log in', 'main');
  await typeInto(visitor, 'identifier', email);
  await typeInto(visitor, 'password', goodPassword);
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  expect(await visitor.heading()).toBe('Your account');
});

test('[C4] by keyboard alone: a way to get security codes is chosen and set up, and the person is in', async () => {
  const the = await runningPortal({ profile: 'clinic' });
  const amara = await the.addPerson();
  const visitor = await visit(the);
  await visitor.open('/log-in');
  await typeInto(visitor, 'identifier', amara.email);
  await typeInto(visitor, 'password', amara.password);
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  await tabTo(visitor, 'the ways', ({ name }) => name === 'way');
  await visitor.page.keyboard.press('Space');
  await visitor.page.keyboard.press('ArrowDown');
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  expect(await visitor.heading()).toBe('Set up an authenticator on your computer');
  const key = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await visitor.text())?.[0] ?? '';
  await typeInto(visitor, 'code', codeOfKey({ text: `Key ${key}` }, the.clock.now()));
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  await enterOn(visitor, 'Continue to your account');
  expect(await visitor.heading()).toBe('Your account');
});

test('after a mistake the keyboard starts at the summary, and its link leads to the field', async () => {
  const the = await runningPortal();
  const visitor = await visit(the);
  await visitor.open('/forgotten-details');
  await enterOn(visitor, 'Send the link');
  await tabTo(visitor, 'link starting "Enter an email address"', (focus) =>
    focus.text.startsWith('Enter an email address'),
  );
  await visitor.page.keyboard.press('Enter');
  expect(await focusOf(visitor)).toMatchObject({ name: 'email' });
});
