import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { enterOn, typeInto } from '../support/keyboard.ts';
import { runningPortal } from '../support/running-portal.ts';
import { addTicket, answerTicket } from '../support/tickets.ts';

const visit = journeys();

test('[C2 C9] by keyboard alone: a person logs in to their tickets by a code, replies and says that it is solved', async () => {
  const the = await runningPortal({ profile: 'patient-portal' });
  const { id: by } = await the.addPerson({ name: 'Gwen Parry', staff: 'agent' });
  const email = 'ivo.lang@post.example';
  await answerTicket(the, await addTicket(the, { email, title: 'My new address' }), { by });
  const visitor = await visit(the);
  await visitor.open('/tickets/log-in');
  await typeInto(visitor, 'email', email);
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  expect(await visitor.heading()).toBe('Check your email');
  const mail = (await the.inbox(email)).find(({ subject }) => subject.startsWith('Log in to your'));
  await typeInto(visitor, 'email', email);
  await typeInto(visitor, 'code', mail?.codes[0] ?? '');
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  await enterOn(visitor, 'Go on without a password');
  await enterOn(visitor, 'My new address');
  await typeInto(visitor, 'message', '12 Mill Lane');
  await enterOn(visitor, 'Send');
  expect(await visitor.text()).toContain('Your message is sent');
  await enterOn(visitor, 'This is solved');
  expect(await visitor.text()).toContain('How was our help?');
});
