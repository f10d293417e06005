import { expect, test } from 'vitest';
import { mailOf, portalWithMailbox } from '../../../tests/support/a-mailbox.ts';
import { portal } from '../../../tests/support/portal.ts';
import { days, minutes } from '../../kernel/duration.ts';
import { fetchMailWork } from './fetch-mail.ts';

const wholeMail = mailOf({ text: `${'A long letter that takes several steps to fetch. '.repeat(8_000)}` });

test('mail is kept whole before anything is made of it, and only then marked as read', async () => {
  const { imap, needs, arrives, tickets, effects } = await portalWithMailbox();
  await arrives(wholeMail);
  expect(await effects()).toEqual([{ state: 'handled', effect: 'new-ticket', problem: null }]);
  expect(await tickets()).toMatchObject([{ title: 'I cannot log in', channel: 'email', state: 'held' }]);
  expect(imap.mails[0]?.flags).toEqual(new Set(['\\Seen']));
  const kept = await needs.database
    .selectFrom('mail_in')
    .select(['file_id', 'size'])
    .executeTakeFirstOrThrow();
  const parts: Buffer[] = [];
  for await (const part of needs.files.read(needs.database, kept.file_id as never)) parts.push(part);
  expect(Buffer.concat(parts).equals(imap.mails[0]?.content as Buffer)).toBe(true);
  const sealed = await needs.database.selectFrom('stored_file_part').select('content').execute();
  expect(Buffer.concat(sealed.map(({ content }) => content)).includes('several steps')).toBe(false);
});

test.each([
  [
    'in the first part of a message',
    { onDownload: ({ number }: { number: number }) => (number === 1 ? 'cut' : undefined) },
  ],
  [
    'in the middle of a message',
    { onDownload: ({ number }: { number: number }) => (number === 3 ? 'cut' : undefined) },
  ],
  ['after a message, before it is marked as read', once('onMark')],
] as const)('a mailbox that breaks off %s neither loses nor doubles it', async (_when, misbehaviour) => {
  const { clock, imap, needs, arrives, tickets } = await portalWithMailbox({}, misbehaviour as never);
  imap.put(wholeMail);
  await arrives(mailOf({ from: 'ben@practice.test', subject: 'Another' }));
  for (let look = 0; look < 3; look += 1) {
    clock.advance(minutes(1));
    await arrives();
  }
  expect((await tickets()).map(({ title }) => title).sort()).toEqual(['Another', 'I cannot log in']);
  const [message] = await needs.database
    .selectFrom('ticket_message')
    .select('body')
    .where('body', 'like', 'A long letter%')
    .execute();
  expect(message?.body.length).toBeGreaterThan(90_000);
  const files = await needs.database.selectFrom('stored_file').select('id').execute();
  expect(files.length).toBeLessThanOrEqual(3);
});

function once(what: 'onMark') {
  let times = 0;
  return {
    [what]: () => {
      times += 1;
      return times === 1 ? ('cut' as const) : undefined;
    },
  };
}

test('a mailbox whose server falls silent is given up on, and looked into again', async () => {
  let isSilent = true;
  const the = await portalWithMailbox({}, { onDownload: () => (isSilent ? 'stall' : undefined) });
  the.imap.put(mailOf());
  const patient = { connection: 500, silence: 500, look: 700 };
  const work = fetchMailWork({ ...the.needs, mailboxTimeouts: patient });
  expect(await work.runDue(the.clock.now())).toBe(0);
  const told = await the.needs.database
    .selectFrom('mailbox_position')
    .select(['problem', 'leased_until'])
    .execute();
  expect(told).toEqual([{ problem: 'broken-off', leased_until: null }]);
  isSilent = false;
  await the.arrives();
  expect(await the.tickets()).toHaveLength(1);
});

test.each([
  ['that refuses us', { password: 'another password' }, 'log-in-refused'],
  ['without that folder', { folder: 'Elsewhere' }, 'no-such-folder'],
] as const)(
  'a mailbox %s says what is wrong, and nothing of the password',
  async (_how, misbehaviour, problem) => {
    const { imap, needs, arrives, logLines } = await portalWithMailbox({ config: {} }, misbehaviour as never);
    const url = imap.url.replace('another%20password', 'a%20good%20password').replace('/Elsewhere', '/INBOX');
    const the = await portal({ config: { imapUrl: url } });
    await the.runDue();
    await arrives();
    const position = await the.needs.database.selectFrom('mailbox_position').selectAll().execute();
    expect(position).toMatchObject([{ problem }]);
    expect(JSON.stringify([position, logLines, the.logLines])).not.toContain('password');
    expect(needs.mailbox?.name).toContain('support@portal.example@127.0.0.1');
  },
);

test('a mailbox that cannot be reached is tried again and again', async () => {
  const { imap, clock, needs, arrives } = await portalWithMailbox();
  await imap.stop();
  await arrives();
  clock.advance(minutes(1));
  await arrives();
  const [position] = await needs.database.selectFrom('mailbox_position').selectAll().execute();
  expect(position).toMatchObject({ problem: 'unreachable', looked_at: clock.now() });
});

test('a server that numbers its mail anew brings nothing twice, and nothing is missed', async () => {
  const { imap, clock, arrives, tickets } = await portalWithMailbox();
  await arrives(mailOf({ subject: 'One' }), mailOf({ from: 'ben@practice.test', subject: 'Two' }));
  imap.numberAnew();
  clock.advance(minutes(1));
  await arrives(mailOf({ from: 'cleo@practice.test', subject: 'Three' }));
  expect((await tickets()).map(({ title }) => title).sort()).toEqual(['One', 'Three', 'Two']);
});

test('of a mailbox that is new to us only what nobody read yet is taken', async () => {
  const { imap, arrives, tickets } = await portalWithMailbox();
  imap.put(mailOf({ subject: 'Read long ago' })).flags.add('\\Seen');
  await arrives(mailOf({ from: 'ben@practice.test', subject: 'Not read yet' }));
  expect((await tickets()).map(({ title }) => title)).toEqual(['Not read yet']);
});

test('what was read before we came is not taken later either, however much was unread among it', async () => {
  const { clock, imap, arrives, effects, tickets } = await portalWithMailbox();
  for (let number = 0; number < 60; number += 1) imap.put(`this is no email, ${number}`);
  imap.put(mailOf({ subject: 'Read long ago' })).flags.add('\\Seen');
  for (let look = 0; look < 3; look += 1) {
    clock.advance(minutes(1));
    await arrives();
  }
  await arrives(mailOf({ from: 'ben@practice.test', subject: 'New' }));
  expect((await effects()).filter(({ state }) => state === 'unreadable')).toHaveLength(60);
  expect((await tickets()).map(({ title }) => title)).toEqual(['New']);
});

test('one node looks at a time, and another takes over from one that is gone', async () => {
  const the = await portalWithMailbox();
  const other = await portal({ database: the.database, clock: the.clock, config: { imapUrl: the.imap.url } });
  await the.runDue();
  await the.needs.database
    .updateTable('mailbox_position')
    .set({ leased_until: new Date(the.clock.now().getTime() + minutes(5)) })
    .execute();
  the.imap.put(mailOf());
  await other.runDue();
  expect(await the.tickets()).toEqual([]);
  the.clock.advance(minutes(5));
  await Promise.all([other.runDue(), the.runDue()]);
  await the.runDue();
  expect(await the.tickets()).toHaveLength(1);
});

test('a mail that its server never gives out is told to staff in the end, and keeps no other waiting for ever', async () => {
  const misbehaviour = { onDownload: ({ uid }: { uid: number }) => (uid === 1 ? 'cut' : undefined) } as const;
  const { clock, imap, arrives, effects, tickets } = await portalWithMailbox({}, misbehaviour);
  imap.put(mailOf());
  imap.put(mailOf({ from: 'ben@practice.test', subject: 'Another' }));
  for (let look = 0; look < 22; look += 1) {
    clock.advance(minutes(1));
    await arrives();
  }
  expect(await effects()).toMatchObject([
    { state: 'unreadable', problem: 'not-given' },
    { state: 'handled', effect: 'new-ticket' },
  ]);
  expect((await tickets()).map(({ title }) => title)).toEqual(['Another']);
});

test('mail that is far too large stays in the mailbox, and staff are told', async () => {
  const { arrives, effects, needs } = await portalWithMailbox({}, { size: 41 * 1024 * 1024 });
  await arrives(mailOf());
  expect(await effects()).toEqual([{ state: 'unreadable', effect: null, problem: 'too-large' }]);
  expect(await needs.database.selectFrom('stored_file').select('id').execute()).toEqual([]);
});

test('originals are forgotten after their time, and what waits for staff is not', async () => {
  const { clock, needs, arrives, runDue, tickets, effects } = await portalWithMailbox();
  await arrives(mailOf(), 'this is no email');
  expect((await effects()).map(({ state }) => state)).toEqual(['handled', 'unreadable']);
  clock.advance(needs.settings.retention.mailIn + days(1));
  await runDue();
  expect((await effects()).map(({ state }) => state)).toEqual(['unreadable']);
  expect(await needs.database.selectFrom('stored_file').select('id').execute()).toHaveLength(1);
  expect((await tickets()).length).toBeLessThanOrEqual(1);
});
