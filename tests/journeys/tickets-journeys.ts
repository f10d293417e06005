import { expect, test } from 'vitest';
import type { AccountId } from '../../src/kernel/ids.ts';
import { journeys } from '../support/journeys.ts';
import { sharedPortal } from '../support/running-portal.ts';
import { openLinkOf } from '../support/ticket-visitors.ts';
import { addTicket, answerTicket } from '../support/tickets.ts';
import * as steps from './steps.ts';

const password = 'Nine-quiet-otters-27';

/** Following one's tickets, with JavaScript and without. */
export function ticketsJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);
  const shared = sharedPortal({ profile: 'patient-portal' });
  let agents = 0;

  async function opened() {
    const the = shared();
    agents += 1;
    const agent = { name: 'Gwen Parry', email: `gwen.${agents}@support.example`, staff: 'agent' } as const;
    const { id: staff } = await the.addPerson(agent);
    const visitor = () => visit(the);
    const mailOf = async (to: string, begins: string) =>
      (await the.inbox(to)).find(({ subject }) => subject.startsWith(begins));
    return { the, staff: staff as AccountId, visitor, mailOf };
  }

  test('[C9] a person registers with support, confirms the address, chooses a password and logs in with it later', async () => {
    const { visitor, mailOf } = await opened();
    const email = 'wren.ashdown@post.example';
    const person = await visitor();
    await person.open('/tickets/log-in');
    await person.press('Log in');
    expect(await person.page.title()).toMatch(/^Error: Log in to your tickets/);
    await person.follow('Create an account for your tickets');
    await person.fill({ 'Full name': 'Wren Ashdown', 'Email address': email });
    await person.press('Continue');
    expect(await person.heading()).toBe('Check your email');
    const mail = await mailOf(email, 'Log in to your');
    await person.open(mail?.links.find((link) => link.includes('/tickets/log-in/link')) ?? '');
    await person.press('Log in');
    expect(await person.heading()).toBe('Choose a password for your tickets');
    await person.fill({ 'New password': password });
    await person.press('Save the password');
    expect(await person.text()).toContain('Your password is saved');
    const later = await visitor();
    await later.open('/tickets/log-in');
    await later.fill({ 'Email address': email, 'Password (optional)': password });
    await later.press('Log in');
    expect(await later.heading()).toBe('Your tickets');
    await later.press('Log out');
    expect(await later.text()).toContain('You are logged out of your tickets');
  });

  test('[C2 C9] a person comes by a code, sees all their tickets, replies, says it is solved and rates the help', async () => {
    const { the, staff, visitor, mailOf } = await opened();
    const email = 'ivo.lang@post.example';
    const ticket = await addTicket(the, { email, title: 'My new address' });
    await addTicket(the, { email, title: 'A second question' });
    await answerTicket(the, ticket, { by: staff, body: 'Which address should it be?' });
    const person = await visitor();
    await person.open('/tickets');
    expect(await person.heading()).toBe('Log in to your tickets');
    await person.fill({ 'Email address': email });
    await person.press('Email me a link and a code');
    const code = (await mailOf(email, 'Log in to your'))?.codes[0] ?? '';
    await person.fill({ 'Email address': email, Code: code });
    await person.press('Continue');
    await person.follow('Go on without a password');
    expect(await person.text()).toContain('A second question');
    await person.follow('My new address');
    expect(await person.text()).toContain('Waiting for your answer');
    await person.press('Send');
    expect(await person.page.title()).toMatch(/^Error: My new address/);
    await person.fill({ 'Your message': '12 Mill Lane, Fernhollow' });
    await person.press('Send');
    expect(await person.text()).toContain('Your message is sent');
    await person.press('This is solved');
    await person.page.getByLabel('Good', { exact: true }).check();
    await person.press('Send your rating');
    expect(await person.text()).toContain('You said that our help was good');
  });

  test('[C9] the link of an email opens one ticket by a button, and a code shows its files', async () => {
    const { the, staff, visitor } = await opened();
    const email = 'noor.dale@post.example';
    const ticket = await addTicket(the, { email, title: 'A letter' });
    await answerTicket(the, ticket, { by: staff, body: 'We have answered.' });
    const person = await visitor();
    await person.open(await openLinkOf(the, email));
    await person.press('Open the ticket');
    expect(await person.text()).toContain('We have answered.');
    await person.open(`/tickets/${ticket.reference}/documents`);
    await person.press('Email me a code');
    const mail = (await the.inbox(email)).find(({ subject }) => subject.startsWith('Your code'));
    await person.fill({ Code: mail?.codes[0] ?? '' });
    await person.press('Continue');
    expect(await person.text()).toContain('You can see the files now');
    await person.press('Leave this ticket');
    expect(await person.text()).toContain('You have left the ticket');
  });

  test('[C9] the tickets of another address are linked to the account of the portal, and that is taken back', async () => {
    const { the, visitor, mailOf } = await opened();
    const bea = await the.addPerson({ name: 'Bea Lund', email: 'bea.lund@post.example' });
    const old = 'bea.old@post.example';
    await addTicket(the, { email: old, title: 'From an old address' });
    const person = await visitor();
    await steps.logIn(person, bea);
    await person.open('/tickets/account');
    await person.follow('Log in with another address');
    await person.fill({ 'Email address': old });
    await person.press('Email me a link and a code');
    const code = (await mailOf(old, 'Log in to your'))?.codes[0] ?? '';
    await person.fill({ 'Email address': old, Code: code });
    await person.press('Continue');
    await person.follow('Go on without a password');
    await person.press('Link my tickets to this account');
    expect(await person.text()).toContain('Your tickets are linked to your account');
    await person.press('Take the link back');
    expect(await person.text()).toContain('The link is taken back');
  });
}
