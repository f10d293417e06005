import { expect, test } from 'vitest';
import type { StaffRole } from '../../src/identity/index.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { journeys } from '../support/journeys.ts';
import { checkNext, enterOn, tabTo, typeInto } from '../support/keyboard.ts';
import { sharedPortal } from '../support/running-portal.ts';
import { addTicket, answerTicket } from '../support/tickets.ts';
import type { Visitor } from '../support/visitor.ts';

const visit = journeys();
const portal = sharedPortal({ profile: 'patient-portal', wholeProfile: false });

test('[C2 C9] by keyboard alone: a person logs in to their tickets by a code, replies and says that it is solved', async () => {
  const the = portal();
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

test('[C2] by keyboard alone: an agent takes a ticket, notes, answers with a ready-made reply, tags it and makes it urgent', async () => {
  const the = portal();
  const ticket = await addTicket(the, { email: 'asha.keys@post.example', title: 'Cannot print' });
  const { desk } = await atTheDesk(the, 'senior', 'Sara Khan');
  await desk.post('/desk/replies/new', { title: 'Printers', body: 'Dear {{name}}, turn it off.', team: '' });
  const agent = await staffMember('Mei Chen', 'agent');
  await enterOn(agent, 'Tickets');
  await enterOn(agent, 'Cannot print');
  await enterOn(agent, 'Take this ticket');
  expect(await alertOf(agent)).toContain('The ticket is yours now.');
  await tabTo(agent, 'the note', ({ text }) => text === 'Write a note for staff only');
  await agent.page.keyboard.press('Enter');
  await typeInto(agent, 'note', 'The printer of the front desk.');
  await enterOn(agent, 'Keep the note');
  expect(await agent.text()).toContain('The printer of the front desk.');
  await typeInto(agent, 'canned', 'Printers');
  await enterOn(agent, 'Add it to the answer');
  expect(await agent.page.getByLabel('Your answer', { exact: true }).inputValue()).toBe(
    'Dear Asha Rowe, turn it off.',
  );
  await enterOn(agent, 'Send the answer');
  expect(await alertOf(agent)).toContain('Your answer is on its way.');
  await enterOn(agent, 'Assign or change');
  await typeInto(agent, 'priority', 'Urgent');
  await typeInto(agent, 'tags', 'printers');
  await enterOn(agent, 'Save the changes');
  await agent.open(`/desk/tickets/${ticket.reference}`);
  for (const words of ['Waiting for them', 'Urgent', 'printers']) expect(await agent.text()).toContain(words);
});

test('[C2] by keyboard alone: a senior merges one ticket into another, splits off a message, and solves several at once', async () => {
  const the = portal();
  const email = 'cara.keys@post.example';
  const twice = await addTicket(the, { email, title: 'Lost key again', body: 'Where is it?' });
  const stays = await addTicket(the, { email, title: 'Lost key', body: 'I lost my key.' });
  const senior = await staffMember('Sana Malik', 'senior');
  await senior.open(`/desk/tickets/${twice.reference}`);
  await enterOn(senior, 'Merge into another ticket');
  await typeInto(senior, 'into', stays.reference);
  await enterOn(senior, 'Show what will happen');
  await enterOn(senior, 'Merge the tickets');
  expect(await senior.text()).toContain(`Written on ${twice.reference}`);
  await enterOn(senior, 'Split off messages');
  await checkNext(senior, 'messages');
  await typeInto(senior, 'title', 'Key found');
  await enterOn(senior, 'Split them off');
  expect(await senior.heading()).toContain('Key found');
  await senior.open('/desk/tickets?find=key&queue=all');
  await checkNext(senior, 'chosen');
  await checkNext(senior, 'chosen');
  await enterOn(senior, 'Change the chosen tickets');
  await typeInto(senior, 'state', 'Solved');
  await enterOn(senior, 'Change them');
  expect(await senior.heading()).toBe('This is what was done');
});

async function staffMember(name: string, staff: StaffRole): Promise<Visitor> {
  const the = portal();
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@support.example`;
  const { password } = await the.addPerson({ name, email, staff });
  const visitor = await visit(the);
  await visitor.open('/log-in/staff');
  await typeInto(visitor, 'identifier', email);
  await typeInto(visitor, 'password', password);
  await visitor.go(() => visitor.page.keyboard.press('Enter'));
  return visitor;
}

const alertOf = ({ page }: Visitor) => page.getByRole('alert').textContent();
