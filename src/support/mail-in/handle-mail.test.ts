import { expect, test } from 'vitest';
import { type MailPortal, mailOf, portalWithMailbox } from '../../../tests/support/a-mailbox.ts';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { answered, answeredTicket, confirmed } from '../../../tests/support/golden-mail.ts';
import { dnsOfPractice as dns, signedByPractice as signed } from '../../../tests/support/signed-mail.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { changeState } from '../tickets/change-state.ts';
import { senderCheckOf } from '../tickets/sender-check.ts';
import { findTicket, holdTicket } from '../tickets/ticket.store.ts';
import type { TicketState } from '../tickets/ticket.ts';

const become = ({ needs }: MailPortal, reference: string, to: TicketState) =>
  inTransaction(needs.database, async (tx) => {
    const found = await findTicket(tx, reference);
    const ticket = found && (await holdTicket(tx, found.id));
    if (ticket) await changeState(needs, tx, ticket, { to, by: 'system' });
  });

test('[C2] a stranger’s email is held until they confirm the address, and nothing they wrote is sent to it', async () => {
  const the = await portalWithMailbox();
  await the.arrives(mailOf({ subject: 'Buy these pills', text: 'Click evil.test now' }));
  expect(await the.tickets()).toMatchObject([
    { title: 'Buy these pills', state: 'held', channel: 'email', subject: 'other', accountId: null },
  ]);
  const [sent] = await the.inbox('amara@practice.test');
  expect(sent?.links.length).toBeGreaterThan(0);
  expect(`${sent?.subject}${sent?.html}`).not.toMatch(/pills|evil|Amara/);
});

test('the same subject twice within minutes is one ticket; later it is another', async () => {
  const the = await portalWithMailbox();
  await the.arrives(mailOf({ text: 'One thing.' }), mailOf({ text: 'And another thing.' }));
  expect(await the.tickets()).toHaveLength(1);
  expect((await the.messages()).map(({ body }) => body).sort()).toEqual(['And another thing.', 'One thing.']);
  the.clock.advance(hours(1));
  await the.arrives(mailOf({ text: 'A third, today.' }));
  expect(await the.tickets()).toHaveLength(2);
});

test('an answer by email is ours to look at, and what was solved is open again', async () => {
  const the = await portalWithMailbox();
  const { answer, reference } = await answeredTicket(the);
  expect((await the.tickets())[0]?.state).toBe('waiting-for-you');
  await the.arrives(mailOf({ inReplyTo: answer, text: 'It does not work.' }));
  expect((await the.tickets())[0]?.state).toBe('waiting-for-us');
  await answered(the, reference, 'solved');
  expect((await the.tickets())[0]?.state).toBe('solved');
  the.clock.advance(days(13));
  await the.arrives(mailOf({ inReplyTo: answer, text: 'Now it stopped again.' }));
  expect(await the.tickets()).toMatchObject([{ state: 'waiting-for-us' }]);
});

test('an answer to what is closed is a new ticket that says which it follows', async () => {
  const the = await portalWithMailbox();
  const { answer, reference } = await answeredTicket(the);
  await become(the, reference, 'solved');
  the.clock.advance(days(15));
  await the.arrives(mailOf({ inReplyTo: answer, subject: `Re: ${reference}`, text: 'Hello again.' }));
  const [, second] = await the.tickets();
  expect(second).toMatchObject({ title: reference, state: 'held' });
  const notes = (await the.messages()).filter(({ kind }) => kind === 'note');
  expect(notes).toMatchObject([
    { reference: second?.reference, body: `This email answers ${reference}, which is closed.` },
  ]);
});

test('an answer to a ticket that was merged goes to the one it became', async () => {
  const the = await portalWithMailbox();
  const { answer, reference } = await answeredTicket(the);
  the.clock.advance(hours(1));
  await the.arrives(mailOf({ subject: 'The same again' }));
  const second = (await the.tickets())[1]?.reference ?? '';
  await confirmed(the, second);
  await become(the, reference, 'closed');
  await the.needs.database
    .updateTable('ticket')
    .set((eb) => ({
      merged_into: eb.selectFrom('ticket as t').select('t.id').where('t.reference', '=', second),
    }))
    .where('reference', '=', reference)
    .execute();
  await the.arrives(mailOf({ inReplyTo: answer, text: 'Which one is it?' }));
  expect((await the.messages()).at(-1)).toMatchObject({ reference: second, body: 'Which one is it?' });
  expect(await the.tickets()).toHaveLength(2);
});

test('[L12] an answer that did not arrive says why, and is our turn again', async () => {
  const the = await portalWithMailbox();
  const { answer } = await answeredTicket(the);
  await the.arrives(bounceOf(answer));
  expect((await the.messages()).find(({ kind }) => kind === 'from-support')).toMatchObject({
    bouncedAt: the.clock.now(),
    bounceReason: '5.1.1',
  });
  expect(await the.tickets()).toMatchObject([{ state: 'waiting-for-us' }]);
});

test('[L12] a report that comes back later marks any message that did not arrive', async () => {
  const the = await portalWithMailbox();
  const amara = await the.addPerson();
  await the.browser().post('/forgotten-details', { email: amara.email });
  await the.runDue();
  const sent = () =>
    the.needs.database
      .selectFrom('outbox')
      .select(['message_id as messageId', 'status', 'delivery_status as told', 'last_problem as problem'])
      .where('kind', '=', 'reset-link')
      .executeTakeFirstOrThrow();
  await the.arrives(bounceOf((await sent()).messageId));
  expect(await sent()).toMatchObject({ status: 'sent', told: 'permanent-failure', problem: '5.1.1' });
  const { desk } = await atTheDesk(the);
  expect((await desk.get(`/desk/people/${amara.id}`)).text).toContain(
    'sent back: their mail server does not take it',
  );
  const events = await the.needs.database
    .selectFrom('audit_event')
    .select(['action', 'subject_id as subject'])
    .where('action', '=', 'mail-bounced')
    .execute();
  expect(events).toEqual([{ action: 'mail-bounced', subject: amara.id }]);
});

const bounceOf = (messageId: string) =>
  mailOf({
    from: 'MAILER-DAEMON@mx.practice.test',
    subject: 'Undelivered Mail Returned to Sender',
    headers: {
      'Return-Path': '<>',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
    },
    text: `--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${messageId}\n--b--`,
  });

test.each([
  ['signed by their domain', true, 'new', { dkim: 'pass', dmarc: 'pass' }],
  ['not signed', false, 'held', { dkim: 'none', dmarc: 'fail' }],
] as const)(
  'an email of somebody who confirmed their address before, %s, is %s',
  async (_how, isSigned, state, check) => {
    const the = await portalWithMailbox({ dns });
    await answeredTicket(the);
    the.clock.advance(hours(1));
    const mail = mailOf({ subject: 'Something else' });
    await the.arrives(isSigned ? await signed(mail) : mail);
    expect((await the.tickets())[1]).toMatchObject({ title: 'Something else', state, accountId: null });
    const kept = await the.needs.database
      .selectFrom('ticket_message')
      .select('sender_check as check')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    expect(senderCheckOf(kept.check)).toMatchObject(check);
  },
);

test('a first email is held however well it is signed', async () => {
  const the = await portalWithMailbox({ dns });
  await the.arrives(await signed(mailOf()));
  expect((await the.tickets())[0]?.state).toBe('held');
});

test('a domain name system that gives no answer keeps no mail waiting', async () => {
  const silent = Object.fromEntries(Object.keys(dns).map((name) => [name, 'ETIMEOUT' as const]));
  const the = await portalWithMailbox({ dns: silent });
  await the.arrives(await signed(mailOf()));
  expect((await the.tickets())[0]?.state).toBe('held');
  const kept = await the.needs.database
    .selectFrom('ticket_message')
    .select('sender_check as check')
    .executeTakeFirst();
  expect(senderCheckOf(kept?.check)).toMatchObject({ dkim: 'temperror', dmarc: 'temperror' });
});

test('an email says by whom it may have come; an account is never taken from it', async () => {
  const the = await portalWithMailbox({ dns });
  const amara = await the.addPerson({ email: 'amara@practice.test' } as never);
  await the.arrives(await signed(mailOf()));
  expect(amara.email).toBe('amara@practice.test');
  expect((await the.tickets())[0]?.accountId).toBeNull();
});

test('mail that fails is tried five times, and then waits for staff with all the rest going on', async () => {
  const the = await portalWithMailbox();
  the.imap.put(mailOf({ from: 'ben@practice.test', subject: 'Its file will be gone' }));
  const { fetch, handle } = works(the);
  await fetch();
  await the.needs.database.deleteFrom('stored_file_part').execute();
  the.imap.put(mailOf());
  the.clock.advance(minutes(1));
  await fetch();
  for (let look = 0; look < 6; look += 1) await handle().catch(() => undefined);
  expect(await the.effects()).toEqual([
    { state: 'unreadable', effect: null, problem: 'failed' },
    { state: 'handled', effect: 'new-ticket', problem: null },
  ]);
});

function works({ works: all, clock }: MailPortal) {
  const look = (name: string) => async () => all.find((work) => work.name === name)?.runDue(clock.now());
  return { fetch: look('fetch-mail'), handle: look('handle-mail') };
}
