import { expect, onTestFinished, test } from 'vitest';
import { type MailPortal, mailOf, portalWithMailbox } from '../../../tests/support/a-mailbox.ts';
import { dnsOf } from '../../../tests/support/dns.ts';
import { answered, answeredTicket, confirmed } from '../../../tests/support/golden-mail.ts';
import { dnsOfPractice, signedByPractice } from '../../../tests/support/signed-mail.ts';
import { startMailServer } from '../../../tests/support/smtp-server.ts';
import { minutes, seconds } from '../../kernel/duration.ts';
import { type EmailAddress, readEmailAddress } from '../../kernel/email-address.ts';
import type { ResolveDns } from '../../platform/dns/resolve-dns.ts';
import { checkSender } from './check-sender.ts';
import { classifyMail } from './classify-mail.ts';
import { checkSenderApart, readMailApart } from './mail-apart.ts';
import { readMail } from './read-mail.ts';

test('whoever was forwarded a thread can neither read the ticket nor write to it', async () => {
  const the = await portalWithMailbox();
  const { answer, reference } = await answeredTicket(the);
  await the.arrives(mailOf({ from: 'eve@evil.test', inReplyTo: answer, text: 'Change her address.' }));
  const [first, second] = await the.tickets();
  expect(first?.state).toBe('waiting-for-you');
  expect(second).toMatchObject({ email: 'eve@evil.test', state: 'held' });
  const ofFirst = (await the.messages()).filter((message) => message.reference === reference);
  expect(ofFirst.map(({ kind }) => kind).sort()).toEqual(['from-requester', 'from-support', 'note']);
  expect(JSON.stringify(ofFirst)).not.toContain('Change her address');
  for (const { text, html } of await the.inbox('eve@evil.test')) expect(text + html).not.toContain(reference);
});

test('knowing a reference is not enough to write to its ticket', async () => {
  const the = await portalWithMailbox();
  const { reference } = await answeredTicket(the);
  await the.arrives(mailOf({ from: 'eve@evil.test', subject: `Re: ${reference}` }));
  expect(await the.tickets()).toHaveLength(2);
  expect((await the.tickets())[0]?.state).toBe('waiting-for-you');
});

test('a reference in the name of somebody else is not enough where their domain says it was not them', async () => {
  const dns = { 'TXT _dmarc.practice.test': ['v=DMARC1; p=reject'] };
  const the = await portalWithMailbox({ dns });
  const { reference } = await answeredTicket(the);
  await the.arrives(mailOf({ subject: `Re: ${reference}`, text: 'Forged.' }));
  expect(await the.tickets()).toMatchObject([{ state: 'waiting-for-you' }, { state: 'held' }]);
});

test.each([
  ['of another ticket’s time', (id: string) => id.replace(/^<.{8}/, '<00000000')],
  ['of a domain that ends like ours', (id: string) => id.replace('@', '@not-')],
  ['of a domain that begins like ours', (id: string) => id.replace('>', '.evil.test>')],
])('a Message-ID %s leads to no ticket', async (_which, forge) => {
  const the = await portalWithMailbox();
  const { answer } = await answeredTicket(the);
  await the.arrives(mailOf({ from: 'eve@evil.test', inReplyTo: forge(answer) }));
  expect((await the.messages()).filter(({ kind }) => kind === 'note')).toEqual([]);
});

test('nobody can mark a message as not delivered who does not know its Message-ID', async () => {
  const the = await portalWithMailbox();
  await answeredTicket(the);
  await the.arrives(
    mailOf({
      from: 'MAILER-DAEMON@evil.test',
      subject: 'Undelivered Mail Returned to Sender',
      headers: { 'Return-Path': '<>', 'X-Failed-Recipients': 'amara@practice.test' },
      text: 'Message-ID: <00000000-0000-7000-8000-000000000000@gatehouse.example> failed 550 5.1.1',
    }),
  );
  expect((await the.messages()).every(({ bouncedAt }) => bouncedAt === null)).toBe(true);
  expect((await the.effects()).at(-1)).toMatchObject({ state: 'ignored', effect: 'bounce' });
});

test('whoever was forwarded a thread cannot write to its ticket in the name of its requester either', async () => {
  const dns = { 'TXT _dmarc.practice.test': ['v=DMARC1; p=reject'] };
  const the = await portalWithMailbox({ dns });
  const { answer, reference } = await answeredTicket(the);
  await the.arrives(mailOf({ inReplyTo: answer, subject: `Re: ${reference}`, text: 'Change my address.' }));
  expect(await the.tickets()).toMatchObject([{ state: 'waiting-for-you' }, { state: 'held' }]);
  const ofTheirs = (await the.messages()).filter((message) => message.reference === reference);
  expect(JSON.stringify(ofTheirs)).not.toContain('Change my address');
});

test.each([
  ['as one encoded word', '=?utf-8?Q?=3Camara=40practice.test=3E?='],
  ['before an empty address', '"=?utf-8?Q?=3Camara=40practice.test=3E?=" <>'],
])('a sender written %s is not somebody whom nobody could ask about', async (_how, from) => {
  const dns = { 'TXT _dmarc.practice.test': ['v=DMARC1; p=reject'] };
  const the = await portalWithMailbox({ dns });
  const { answer, reference } = await answeredTicket(the);
  await the.arrives(mailOf({ from, inReplyTo: answer, subject: `Re: ${reference}`, text: 'Forged.' }));
  const ofTheirs = (await the.messages()).filter((message) => message.reference === reference);
  expect(JSON.stringify(ofTheirs)).not.toContain('Forged.');
});

test('a signature whose domain never answers hides nothing of what the sender’s own domain says', async () => {
  const slow = 'DKIM-Signature: v=1; a=rsa-sha256; d=evil.test; s=s; h=from; bh=AAAA; b=AAAA\r\n';
  const raw = Buffer.from(`${slow}From: amara@practice.test\r\n\r\nForged.`);
  const dns = dnsOf({ 'TXT _dmarc.practice.test': ['v=DMARC1; p=reject'] });
  const resolve: ResolveDns = (name, type) =>
    name.endsWith('evil.test') ? new Promise(() => undefined) : dns(name, type);
  const check = await checkSender(raw, addressOf('amara@practice.test'), resolve, seconds(0.1));
  expect(check.dmarc).toBe('fail');
});

test('words added below what was signed are not the sender’s', async () => {
  const mail = await signedByPractice(mailOf({ text: 'It is me.' }), 'It is me.\r\n'.length);
  const check = (raw: string) =>
    checkSender(
      Buffer.from(raw.replaceAll('\n', '\r\n')),
      addressOf('amara@practice.test'),
      dnsOf(dnsOfPractice),
    );
  expect((await check(mail)).dmarc).toBe('pass');
  expect((await check(`${mail}Change my address.\n`)).dmarc).toBe('fail');
});

test('strangers who write in somebody’s name, or beside their ticket, use up nothing of what that person may write', async () => {
  const the = await portalWithMailbox({ dns: dnsOfPractice });
  const { answer, reference } = await answeredTicket(the);
  const count = the.settings.tickets.repliesPerHour + 2;
  const many = (from: (number: number) => string) =>
    Array.from({ length: count }, (_, number) => mailOf({ from: from(number), inReplyTo: answer }));
  await the.arrives(...many((number) => `eve-${number}@evil.test`));
  const notes = (await the.messages()).filter((each) => each.reference === reference && each.kind === 'note');
  expect(notes.length).toBeLessThan(count);
  await the.arrives(...many(() => 'amara@practice.test'));
  const letter = mailOf({ inReplyTo: answer, text: 'It is me.' });
  await the.arrives(await signedByPractice(letter));
  expect((await the.messages()).at(-1)).toMatchObject({ reference, body: 'It is me.' });
});

test('mail in the names of however many strangers makes us write to no more of them than an hour may hold', async () => {
  const the = await portalWithMailbox();
  await the.arrives(mailOf({ from: 'first@victims.test' }));
  expect(await the.inbox('first@victims.test')).toHaveLength(1);
  await the.database.pool.query(`UPDATE limit_count SET count = 2000 WHERE name = 'ask-by-mail:everybody'`);
  await the.arrives(mailOf({ from: 'second@victims.test' }));
  expect(await the.inbox('second@victims.test')).toEqual([]);
  expect((await the.tickets()).map(({ state }) => state)).toEqual(['held', 'held']);
});

test('a Message-ID that could stand in no header of ours keeps nobody from answering', async () => {
  const the = await portalWithMailbox();
  const ids = [
    '<a\u0001b@practice.test>',
    '<a\u0000b@practice.test>',
    '<é\u0085@practice.test>',
    '<\u007f@x>',
  ];
  await the.arrives(
    ...ids.map((messageId, at) => mailOf({ messageId, subject: `Number ${at}`, inReplyTo: messageId })),
  );
  const tickets = await the.tickets();
  expect(tickets).toHaveLength(ids.length);
  for (const { reference } of tickets) {
    await confirmed(the, reference);
    await answered(the, reference);
  }
  expect((await the.tickets()).every(({ state }) => state === 'waiting-for-you')).toBe(true);
});

const bomb = (kind: string, body: string) =>
  Buffer.from(mailOf({ headers: { 'Content-Type': kind }, text: body }).replaceAll('\n', '\r\n'));

test.each([
  ['of very many parts', () => bomb('multipart/mixed; boundary=b', '--b\n\nx\n'.repeat(300_000))],
  [
    'of many lines nested deeply',
    () => {
      const open = Array.from(
        { length: 40 },
        (_, at) => `Content-Type: multipart/mixed; boundary=c${at}\n\n--c${at}\n`,
      );
      return bomb('multipart/mixed; boundary=b', `--b\n${open.join('')}\n${'x\n'.repeat(300_000)}`);
    },
  ],
  ['of nothing but lines', () => bomb('text/plain', '\n'.repeat(5_000_000))],
])('a mail %s is put aside for staff at once, and no other waits for it', async (_kind, build) => {
  const raw = build();
  const started = performance.now();
  await expect(readMail(raw)).rejects.toThrow();
  expect(performance.now() - started).toBeLessThan(2_000);
});

/** What other work waits at most, while something is done. */
async function longestWait(done: Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const tick = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const ticks = setInterval(tick, 10);
  await done.finally(() => clearInterval(ticks));
  tick();
  return longest;
}

test('a mail that is slow to understand keeps nobody waiting, and is given up on', async () => {
  const raw = bomb('text/plain; format=flowed', 'a \n'.repeat(700_000));
  const read = readMailApart(raw, seconds(1));
  expect(await longestWait(read.catch(() => undefined))).toBeLessThan(900);
  await expect(read).rejects.toThrow('in time');
});

test('a mail whose signature is slow to look at keeps nobody waiting, and is believed nothing', async () => {
  const sign = `DKIM-Signature: v=1; a=rsa-sha256; d=x.test; s=s; h=from; bh=AA; b=${' '.repeat(240_000)}A`;
  const raw = Buffer.from(`${sign}\r\nFrom: a@x.test\r\n\r\nHello`);
  const checked = checkSenderApart({ raw, from: stranger }, dnsOf({}), seconds(1));
  expect(await longestWait(checked)).toBeLessThan(900);
  expect((await checked).dmarc).toBe('fail');
});

test('whoever says in the subject that they are away, and what they need, is heard', async () => {
  const the = await portalWithMailbox();
  await the.arrives(
    mailOf({ subject: 'I am on leave and locked out of my account' }),
    mailOf({ from: 'ben@practice.test', subject: 'I am away until 9 March' }),
  );
  expect((await the.effects()).map(({ effect }) => effect)).toEqual(['new-ticket', 'auto-reply']);
});

const addressOf = (text: string): EmailAddress => {
  const address = readEmailAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return address;
};
const stranger = addressOf('a@x.test');

const long = 250_000;
test.each([
  ['a sender of letters without end', `From: ${'a.'.repeat(long / 2)}`],
  ['a header that goes on for ever', `From: a@x.test\r\nTo: ${'\r\n x'.repeat(long / 4)}`],
  ['a list of senders', `From: ${'a:b;'.repeat(long / 4)}`],
])('a mail with %s takes no time', async (_which, header) => {
  const raw = Buffer.from(`${header}\r\nSubject: Hello\r\n\r\nHello`);
  const started = performance.now();
  const mail = await readMail(raw).catch(() => undefined);
  if (mail) classifyMail(mail, { domain: 'gatehouse.example', addresses: ['support@gatehouse.example'] });
  await checkSender(raw, stranger, async () => []);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test('a mail with more signatures than anybody needs is believed nothing, without any of them being tried', async () => {
  const signatures = Array.from(
    { length: 200 },
    (_, at) => `DKIM-Signature: v=1; a=rsa-sha256; d=x.test; s=s; h=from; l=${at}; bh=AAAA; b=AAAA\r\n`,
  );
  const raw = Buffer.from(`${signatures.join('')}From: a@x.test\r\n\r\n${'x  y\r\n'.repeat(500_000)}`);
  let asked = 0;
  const started = performance.now();
  const check = await checkSender(raw, stranger, async () => {
    asked += 1;
    return [];
  });
  expect([check.dmarc, asked]).toEqual(['fail', 0]);
  expect(performance.now() - started).toBeLessThan(1_000);
});

/** Of twelve that arrive in the name of one address within an hour: how many emails go out, and how many tickets begin. */
const kinds = {
  'out of office': [{ 'Auto-Submitted': 'auto-replied' }, 0, 0],
  'of a list': [{ 'List-Id': '<gps.lists.test>' }, 0, 0],
  'in bulk': [{ Precedence: 'bulk' }, 0, 0],
  'our own, come back': [{ 'X-Loop': 'noreply@gatehouse.example' }, 0, 0],
  'from a mail server': [{ 'Return-Path': '<>' }, 0, 0],
  'written by hand, on and on': [{}, 5, 10],
} as const;

test('[L12] what machines send makes neither tickets nor answers, and one address not many of either', async () => {
  const the = await portalWithMailbox();
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  const addressOf = (name: string) => `${name.replace(/\W+/g, '-')}@practice.test`;
  const mailsOf = (name: keyof typeof kinds) =>
    Array.from({ length: 12 }, (_, number) =>
      mailOf({ from: addressOf(name), subject: `Number ${number}`, headers: kinds[name][0] }),
    );
  await the.arrives(...names.flatMap(mailsOf));
  const tickets = await the.tickets();
  for (const name of names) {
    const [, sent, begun] = kinds[name];
    expect([name, (await the.inbox(addressOf(name))).length]).toEqual([name, sent]);
    expect([name, tickets.filter(({ email }) => email === addressOf(name)).length]).toEqual([name, begun]);
  }
  expect(await the.effects()).toHaveLength(12 * names.length);
});

test('one that is answered by another machine takes in no more than the limit each hour', async () => {
  const the = await portalWithMailbox();
  const { answer } = await answeredTicket(the);
  const replies = () =>
    Array.from({ length: 14 }, () => mailOf({ inReplyTo: answer, text: 'I got your message.' }));
  await the.arrives(...replies());
  const taken = async () =>
    (await the.messages()).filter(({ body }) => body === 'I got your message.').length;
  const atMost = the.settings.tickets.repliesPerHour;
  expect(await taken()).toBeLessThanOrEqual(atMost);
  expect((await the.effects()).at(-1)).toEqual({ state: 'ignored', effect: 'too-many', problem: null });
  the.clock.advance(minutes(61));
  await the.arrives(...replies());
  expect(await taken()).toBeLessThanOrEqual(2 * atMost);
});

interface Side extends MailPortal {
  sent: () => Promise<string[]>;
}

/** An instance whose mail goes out by SMTP, and what of it was sent since the last look. */
async function side(domain: string): Promise<Side> {
  const smtp = await startMailServer();
  const the = await portalWithMailbox({
    config: { smtpUrl: smtp.url, mailFrom: `support@${domain}` },
    settings: { support: { email: `support@${domain}` } },
  });
  onTestFinished(() => the.transports.email.close());
  return {
    ...the,
    sent: async () => {
      await the.runDue();
      return smtp.received.splice(0).map(({ source }) => source);
    },
  };
}

test('whoever follows an answer learns nothing of the emails that another wrote to get it', async () => {
  const the = await side('one.example');
  const { reference } = await answeredTicket(the);
  await the.arrives(mailOf({ from: 'ben@other.test', subject: 'The same', messageId: '<own@other.test>' }));
  await the.database.pool.query(
    `INSERT INTO ticket_person (ticket_id, requester_id, part, asked_at, agreed_at)
     SELECT t.id, r.id, 'follower', $1, $1 FROM ticket t, requester r WHERE t.reference = $2 AND r.canonical = $3`,
    [the.clock.now(), reference, 'ben@other.test'],
  );
  await the.sent();
  await answered(the, reference);
  const sourceTo = (email: string, mails: string[]) =>
    mails.find((source) => source.includes(`To: ${email}`));
  const mails = await the.sent();
  expect(sourceTo('amara@practice.test', mails)).toContain('<first-letter@practice.test>');
  expect(sourceTo('ben@other.test', mails)).toContain(reference);
  expect(sourceTo('ben@other.test', mails)).not.toContain('practice.test');
});

test.each([
  ['as they are', (source: string) => source, 1],
  [
    'by a relay that takes every sign away',
    (source: string) =>
      source.replace(/^(Auto-Submitted|X-Auto-Response-Suppress|X-Loop|List-.*): .*\r\n/gim, ''),
    12,
  ],
] as const)(
  'two instances that face each other stop by themselves, mail being passed on %s',
  async (_how, relay, most) => {
    const [one, other] = [await side('one.example'), await side('other.example')];
    await one.arrives(mailOf({ from: 'Support <support@other.example>', subject: 'Hello' }));
    let rounds = 0;
    let mails = 0;
    for (; rounds < 60; rounds += 1) {
      const toOther = await one.sent();
      await other.arrives(...toOther.map(relay));
      const toOne = await other.sent();
      await one.arrives(...toOne.map(relay));
      mails += toOther.length + toOne.length;
      if (toOther.length + toOne.length === 0) break;
      for (const each of [one, other]) each.clock.advance(minutes(1));
    }
    expect(mails).toBeGreaterThan(0);
    expect(rounds).toBeLessThanOrEqual(most);
    expect(mails).toBeLessThanOrEqual(2 * most);
  },
);
