import { expect, test } from 'vitest';
import type { StaffRole } from '../../src/identity/index.ts';
import type { Ticket } from '../../src/support/tickets/ticket.ts';
import { journeys } from '../support/journeys.ts';
import { sharedPortal } from '../support/running-portal.ts';
import { addTicket } from '../support/tickets.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

/** Staff answer tickets in a browser; with JavaScript and without. */
export function deskTicketsJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);
  const portal = sharedPortal({ profile: 'primary-care', wholeProfile: false });

  async function staffMember(name: string, staff: StaffRole): Promise<Visitor> {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@support.example`;
    const person = await portal().addPerson({ name, email, staff });
    const visitor = await visit(portal());
    await steps.logInToDesk(visitor, person);
    return visitor;
  }

  const open = (visitor: Visitor, { reference }: Ticket) => visitor.open(`/desk/tickets/${reference}`);

  test('[C2] an agent finds a ticket, takes it, answers it with a ready-made reply, and it waits for who asked', async () => {
    const ticket = await addTicket(portal(), { title: 'Cannot print', email: 'asha@fernhollow.example' });
    const senior = await staffMember('Sana Malik', 'senior');
    await senior.open('/desk/tickets');
    await senior.follow('Ready-made replies');
    await senior.follow('Write a new one');
    await senior.fill({ 'What it is for': 'Printers', 'The reply': 'Dear {{name}}, turn it off {{soon}}.' });
    await senior.press('Save the reply');
    expect(await senior.text()).toContain('Nothing is known for {{soon}}');
    await senior.fill({ 'The reply': 'Dear {{name}}, turn it off and on.' });
    await senior.press('Save the reply');

    const gwen = await staffMember('Gwen Parry', 'agent');
    await gwen.open('/desk');
    await gwen.follow('Tickets');
    await gwen.follow('Cannot print');
    await gwen.press('Take this ticket');
    expect(await gwen.page.getByRole('alert').textContent()).toContain('The ticket is yours now.');
    await gwen.page.getByLabel('Ready-made reply', { exact: true }).selectOption({ label: 'Printers' });
    await gwen.press('Add it to the answer');
    const answer = gwen.page.getByLabel('Your answer', { exact: true });
    expect(await answer.inputValue()).toBe('Dear Asha Rowe, turn it off and on.');
    await gwen.press('Send the answer');
    expect(await gwen.page.getByRole('alert').textContent()).toContain('Your answer is on its way.');
    expect(await gwen.text()).toContain('Waiting for them');
    const [mail] = await portal().inbox('asha@fernhollow.example');
    expect(mail?.subject).toContain(ticket.reference);
  });

  test('two agents in two browsers: each sees the other, and the second answer waits for the first to be read', async () => {
    const ticket = await addTicket(portal(), { title: 'Two at once', email: 'ben@fernhollow.example' });
    const one = await staffMember('Mei Chen', 'agent');
    const two = await staffMember('Omar Aziz', 'agent');
    await open(one, ticket);
    await open(two, ticket);
    expect(await two.text()).toContain('Mei Chen is looking at this ticket.');
    if (javaScript) {
      const others = one.page.getByRole('status', { name: 'Who else is here' });
      await others.getByText('Omar Aziz is looking at this ticket.').waitFor();
      await two.page.getByLabel('Your answer', { exact: true }).pressSequentially('I can');
      await others.getByText('Omar Aziz is writing an answer.').waitFor();
    }
    portal().clock.advance(60_000);
    await two.fill({ 'Your answer': 'I have done it.' });
    await two.press('Send the answer');
    portal().clock.advance(60_000);
    if (javaScript) {
      const others = one.page.getByRole('status', { name: 'Who else is here' });
      await others.getByText('Omar Aziz answered').waitFor();
    }
    await one.fill({ 'Your answer': 'Shall I do it?' });
    await one.press('Send the answer');
    expect(await one.text()).toContain('Omar Aziz answered 1 minute ago.');
    expect(await one.text()).toContain('I have done it.');
    expect(await one.page.getByLabel('Your answer', { exact: true }).inputValue()).toBe('Shall I do it?');
    await one.press('Send the answer');
    expect(await one.page.getByRole('alert').textContent()).toContain('Your answer is on its way.');
  });

  test('a senior assigns, merges and splits tickets, and changes several at once', async () => {
    const first = await addTicket(portal(), {
      title: 'Same again',
      email: 'cara@fernhollow.example',
      body: 'One',
    });
    const second = await addTicket(portal(), {
      title: 'Same thing',
      email: 'cara@fernhollow.example',
      body: 'Two',
    });
    const senior = await staffMember('Sara Khan', 'senior');
    await open(senior, first);
    await senior.follow('Assign or change');
    await senior.page.getByLabel('Priority', { exact: true }).selectOption({ label: 'Urgent' });
    await senior.fill({ Tags: 'Outage, printers' });
    await senior.press('Save the changes');
    expect(await senior.text()).toContain('outage');
    await senior.follow('Merge into another ticket');
    await senior.fill({ 'Reference of the ticket that stays': second.reference });
    await senior.press('Show what will happen');
    expect(await senior.heading()).toContain('Check before you merge');
    await senior.press('Merge the tickets');
    expect(await senior.text()).toContain(`Written on ${first.reference}`);
    await senior.follow('Split off messages');
    await senior.page
      .getByLabel(/Cara|Asha/)
      .first()
      .check();
    await senior.fill({ 'Title of the new ticket': 'Split off again' });
    await senior.press('Split them off');
    expect(await senior.heading()).toContain('Split off again');
    await senior.open('/desk/tickets?find=again&queue=all');
    const boxes = senior.page.getByRole('checkbox');
    for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).check();
    await senior.press('Change the chosen tickets');
    await senior.page.getByLabel('Assigned to', { exact: true }).selectOption({ label: 'Sara Khan' });
    await senior.press('Change them');
    expect(await senior.heading()).toBe('This is what was done');
    await senior.open('/desk/tickets?queue=mine');
    expect(await senior.text()).toContain('Split off again');
    await senior.follow('Save this view');
    await senior.fill({ 'Name of the view': 'My work' });
    await senior.press('Save the view');
    expect(await senior.text()).toContain('My work');
  });

  test('a note is written, and what is no question is closed as spam', async () => {
    const ticket = await addTicket(portal(), {
      title: 'Buy now',
      email: 'spam@fernhollow.example',
      isHeld: true,
    });
    const gwen = await staffMember('Nia Rees', 'agent');
    await open(gwen, ticket);
    await gwen.page.getByText('Write a note for staff only').click();
    await gwen.fill({ Note: 'Looks like spam.' });
    await gwen.press('Keep the note');
    expect(await gwen.text()).toContain('Note of Nia Rees, for staff only');
    await gwen.follow('Close as spam');
    await gwen.press('Close as spam');
    expect(await gwen.page.getByRole('alert').textContent()).toContain('closed as spam');
  });
}
