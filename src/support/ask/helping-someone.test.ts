import { expect, test } from 'vitest';
import { actorOf } from '../../../tests/support/actor-of.ts';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { secretIn } from '../../../tests/support/ticket-visitors.ts';
import { seconds } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { holdTicket } from '../tickets/ticket.store.ts';
import type { TicketId } from '../tickets/ticket.ts';
import { writeMessage } from '../tickets/write-message.ts';

const helper = { fullName: 'Owen Hughes', email: 'owen.hughes@family.example' };
const helped = 'mary.quinn@family.example';
const asked = {
  ...helper,
  'q-their-name': 'Mary Quinn',
  'q-their-email': helped,
  'q-relation': 'She is my mother',
  'q-what-happened': 'She cannot log in since Friday.',
};

const linkIn = (mail: { links: string[] } | undefined, part: string) =>
  mail?.links.find((each) => each.includes(part)) ?? '';

async function askedAndConfirmed(gate: Portal, fields: Record<string, string> = asked) {
  const browser = gate.browser();
  await browser.post('/tickets/new/helping', fields);
  expect(await gate.inbox(helped)).toEqual([]);
  const link = linkIn((await gate.inbox(helper.email))[0], '/tickets/confirm');
  gate.clock.advance(seconds(1));
  await browser.get(link);
  const done = await browser.follow(
    await browser.post('/tickets/confirm', { link: secretIn(link), answer: 'yes' }),
  );
  const ticket = await gate.needs.database.selectFrom('ticket').selectAll().executeTakeFirstOrThrow();
  return { browser, done, ticket: { ...ticket, id: ticket.id as TicketId } };
}

/** Staff answer the ticket, from the desk's own operation. */
async function answerIt(gate: Portal, id: TicketId, body: string, name = 'Gwen Parry') {
  gate.clock.advance(seconds(1));
  const gwen = await atTheDesk(gate, 'agent', name);
  const by = await actorOf(gate, gwen.desk, 'support');
  if (!by) throw new Error('nobody is at the desk');
  await inTransaction(gate.needs.database, async (tx) => {
    const ticket = await holdTicket(tx, id);
    if (!ticket) throw new Error('the ticket is gone');
    const message = { kind: 'from-support', channel: 'staff', body, by, writtenBy: gwen.id } as const;
    await writeMessage(gate.needs, tx, ticket, message);
  });
}

async function agree(gate: Portal, answer: 'yes' | 'no') {
  const link = linkIn((await gate.inbox(helped))[0], '/tickets/agree');
  const person = gate.browser();
  const page = await person.get(link);
  return { page, answered: await person.post('/tickets/agree', { link: secretIn(link), answer }), link };
}

test('the person somebody helps is asked once the helper’s address is confirmed, in a mail that names nobody', async () => {
  const gate = await portal();
  const { done } = await askedAndConfirmed(gate);
  expect(done.text).toContain('We ask the person you help whether you may');
  const [mail] = await gate.inbox(helped);
  expect(mail?.subject).toBe('May somebody help you?');
  expect(mail?.text).toMatch(/Or go to \S+\/tickets\/agree and enter this code:\s+\d{4} \d{4}/);
  for (const words of ['Owen', 'Hughes', helper.email, 'Mary', 'mother', 'since Friday'])
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain(words);
});

test('until they agree an answer reaches the helper as “we asked” alone; afterwards both read it', async () => {
  const gate = await portal();
  const { ticket } = await askedAndConfirmed(gate);
  await answerIt(gate, ticket.id, 'Her account is locked since Friday.');
  const [waiting] = await gate.inbox(helper.email);
  expect(waiting?.subject).toContain('We have asked the person you help');
  expect(waiting?.text).not.toContain('locked');

  const { page, answered } = await agree(gate, 'yes');
  expect(page.text).toContain('Owen Hughes asked us for help with something that concerns you.');
  expect(page.text).toContain(helper.email);
  expect(answered.text).toContain('Thank you for agreeing');
  await answerIt(gate, ticket.id, 'Her account is open again.', 'Tomasz Lis');
  for (const address of [helper.email, helped])
    expect((await gate.inbox(address))[0]?.text, address).toContain('Her account is open again.');
  const people = await gate.needs.database
    .selectFrom('ticket_person')
    .select(['part', 'agreed_at'])
    .execute();
  expect(people.map(({ part }) => part).sort()).toEqual(['about', 'helper']);
  expect(people.every(({ agreed_at }) => agreed_at !== null)).toBe(true);
});

test('a refusal is told to nobody, and the link answers once', async () => {
  const gate = await portal();
  const { ticket } = await askedAndConfirmed(gate);
  const before = (await gate.inbox(helper.email)).length;
  const { answered, link } = await agree(gate, 'no');
  expect(answered.text).toContain('We tell them nothing about you.');
  expect(await gate.inbox(helper.email)).toHaveLength(before);
  const dead = await gate.browser().get(link);
  expect([dead.status, dead.text]).toEqual([410, expect.stringContaining('You have answered already')]);
  await answerIt(gate, ticket.id, 'We cannot tell you.');
  expect((await gate.inbox(helper.email))[0]?.text).not.toContain('cannot tell you.');
});

test('the code of the mail leads to the same question', async () => {
  const gate = await portal();
  await askedAndConfirmed(gate);
  const code = (await gate.inbox(helped))[0]?.codes[0] ?? '';
  const person = gate.browser();
  await person.get('/tickets/agree');
  const answer = await person.post('/tickets/agree/code', { email: helped, code });
  expect((await person.follow(answer)).text).toContain('May they help you?');
});

test('the helper reads the same whether the person is known here or not', async () => {
  const seen = [];
  for (const known of [true, false]) {
    const gate = await portal();
    if (known) await gate.addPerson({ name: 'Mary Quinn', email: helped });
    const { done, ticket } = await askedAndConfirmed(gate);
    const [mail] = await gate.inbox(helper.email);
    const plain = (text = '') => text.replaceAll(ticket.reference, 'REF').replace(/link=[\w-]+/g, 'LINK');
    seen.push([done.status, plain(done.text), plain(mail?.text)]);
  }
  expect(seen[0]).toEqual(seen[1]);
});

test('one’s own address is not somebody else’s', async () => {
  const gate = await portal();
  const page = await gate
    .browser()
    .post('/tickets/new/helping', { ...asked, 'q-their-email': helper.email.toUpperCase() });
  expect(page.status).toBe(422);
  expect(page.text).toContain('Enter the email address of the person you help, not your own');
});
