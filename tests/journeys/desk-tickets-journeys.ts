import { expect, test } from 'vitest';
import type { StaffRole } from '../../src/identity/index.ts';
import type { Ticket } from '../../src/support/tickets/ticket.ts';
import { goldenMail } from '../support/golden-mail.ts';
import { type ImapServer, startImapServer } from '../support/imap-server.ts';
import { journeys } from '../support/journeys.ts';
import { sharedPortal } from '../support/running-portal.ts';
import { anOldDoc } from '../support/sample-files.ts';
import { addTicket } from '../support/tickets.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

/** Staff answer tickets in a browser; with JavaScript and without. */
export function deskTicketsJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);
  let imap: ImapServer;
  const portal = sharedPortal(async (atEnd) => {
    imap = await startImapServer({}, atEnd);
    return { profile: 'primary-care', wholeProfile: false, config: { imapUrl: imap.url } };
  });

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

  test('a file that is held is let go by a senior who says why, and opens then', async () => {
    const person = await visit(portal());
    await person.open('/tickets/new/other');
    const old = { name: 'old.xls', buffer: anOldDoc(), mimeType: 'application/vnd.ms-excel' };
    await person.page.getByLabel('Add files (optional)').setInputFiles(old);
    await person.fill({
      'What is it about, in a few words?': 'Our old list',
      'What happened?': 'You asked for it.',
      'Your full name': 'Dora Finch',
      'Your email address': 'dora@fernhollow.example',
    });
    await person.press('Send');
    await portal().runDue();
    const senior = await staffMember('Meg Doyle', 'senior');
    await senior.open('/desk/tickets?queue=held');
    await senior.follow('Our old list');
    expect(await senior.text()).toContain('Held: an older or protected Office file');
    const file = senior.page
      .getByRole('list', { name: 'Files' })
      .getByRole('link', { name: 'old.xls', exact: true });
    expect(await file.count()).toBe(0);
    await senior.follow('Release old.xls');
    await senior.press('Release the file');
    expect(await senior.text()).toContain('Enter a reason');
    await senior.fill({ Reason: 'We asked for this list on the telephone.' });
    await senior.press('Release the file');
    expect(await senior.page.getByRole('alert').textContent()).toContain('The file is released');
    await portal().runDue();
    await senior.go(() => senior.page.reload());
    const opened = await senior.page.request.get((await file.getAttribute('href')) ?? '');
    expect([opened.status(), opened.headers()['content-disposition']]).toEqual([
      200,
      expect.stringMatching(/^attachment.*old\.xls/),
    ]);
  });

  test('email that could not be understood is looked at, tried again, made a ticket, or put with what is ignored', async () => {
    imap.put(
      await goldenMail('from-twice', { answer: '<none@gatehouse.example>', reference: 'GH-NONE-NONE' }),
    );
    imap.put('this is no email');
    portal().clock.advance(1_000);
    await portal().runDue();
    const staff = await staffMember('Maya Flint', 'administrator');
    await staff.open('/desk');
    if (javaScript) expect(await linesOfSections(staff)).toBe(1);
    await staff.follow('Email');
    expect(await staff.text()).toContain('Wait for you (2)');
    expect(await staff.text()).toContain('names several senders');
    const oldest = staff.page.getByRole('link', { name: /^Open the email of/ }).first();
    await staff.go(() => oldest.click());
    const original = staff.page.getByRole('link', { name: 'Download the original', exact: true });
    const download = await staff.page.request.get((await original.getAttribute('href')) ?? '');
    expect(await download.text()).toContain('Who wrote this?');
    await staff.press('Try again');
    expect(await staff.page.getByRole('alert').textContent()).toContain('tried again within a minute');
    await staff.follow('Not handled yet (1)');
    await portal().runDue();
    await staff.follow('Wait for you (1)');
    await staff.go(() => oldest.click());
    await staff.fill({ 'Email address of whoever wrote': 'nobody', 'Their name': '' });
    await staff.press('Make a ticket');
    expect(await staff.text()).toContain('Enter their name');
    await staff.fill({ 'Email address of whoever wrote': 'ola@practice.test', 'Their name': 'Ola Berg' });
    await staff.press('Make a ticket');
    expect(await staff.text()).toContain('Who wrote this?');
    await staff.open('/desk/mail');
    await staff.go(() => oldest.click());
    expect(await staff.text()).toContain('Nothing in it could be read.');
    await staff.press('Put it with the ignored ones');
    expect(await staff.page.getByRole('alert').textContent()).toContain('with the ignored ones now');
    await staff.follow('Ignored (1)');
    expect(await staff.text()).toContain('Staff saw nothing to answer in it.');
    await staff.follow('Handled (1)');
    expect(await staff.text()).toContain('Staff made a ticket of it');
  });
}

/** An administrator has the most of them. */
const linesOfSections = async ({ page }: Visitor): Promise<number> => {
  const links = await page.getByRole('navigation', { name: 'Sections' }).getByRole('link').all();
  const boxes = await Promise.all(links.map((link) => link.boundingBox()));
  return new Set(boxes.map((box) => box?.y)).size;
};
