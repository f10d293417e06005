import { beforeEach, describe, expect, test } from 'vitest';
import { atTheDesk, type DeskPerson } from '../../../../../tests/support/at-the-desk.ts';
import type { Answer } from '../../../../../tests/support/portal-browser.ts';
import { sharedPortal } from '../../../../../tests/support/running-portal.ts';
import { addTicket, answerTicket } from '../../../../../tests/support/tickets.ts';
import { after, days, minutes } from '../../../../kernel/duration.ts';
import { findTicket } from '../../../tickets/ticket.store.ts';
import type { Ticket } from '../../../tickets/ticket.ts';

const portalOf = sharedPortal({ profile: 'clinic', at: '2026-03-02T09:00:00Z', wholeProfile: false });
let gwen: DeskPerson;
let sana: DeskPerson;
let number = 0;

beforeEach(async () => {
  number += 1;
  gwen = await atTheDesk(portalOf(), 'agent', `Gwen Parry ${number}`);
  sana = await atTheDesk(portalOf(), 'senior', `Sana Malik ${number}`);
});

/** Who asks in one test is nobody of another. */
const ask = (asked: Parameters<typeof addTicket>[1] = {}) =>
  addTicket(portalOf(), { email: `asha-${number}@fernhollow.example`, ...asked });

const at = ({ reference }: Ticket, step = '') => `/desk/tickets/${reference}${step && `/${step}`}`;
const now = async ({ reference }: Ticket) =>
  (await findTicket(portalOf().needs.database, reference)) as Ticket;
const seenOn = ({ html }: Answer): string => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '';
const bodyOn = ({ html }: Answer): string => /<textarea[^>]*name="body"[^>]*>([^<]*)</.exec(html)?.[1] ?? '';

async function reply(who: DeskPerson, ticket: Ticket, fields: Record<string, string> = {}) {
  const seen = fields.seen ?? seenOn(await who.desk.get(at(ticket)));
  const usual = { body: 'Please try again.', leaves: 'waiting-for-you', canned: '', step: 'send' };
  return who.desk.post(at(ticket, 'reply'), { ...usual, ...fields, seen });
}

describe('reading', () => {
  test('a ticket shows who asks, what they said, its clock and its history, and that staff looked is on record', async () => {
    const ticket = await ask({ title: 'Cannot log in', body: 'It says my details are wrong.' });
    const page = await gwen.desk.get(at(ticket));
    expect(page.status).toBe(200);
    for (const words of [
      'Cannot log in',
      ticket.reference,
      'Asha Rowe',
      'It says my details are wrong.',
      'First answer',
    ])
      expect(page.text).toContain(words);
    const viewed = await portalOf()
      .needs.database.selectFrom('audit_event')
      .select(['action', 'actor_id as actor'])
      .where('record_id', '=', ticket.id)
      .where('action', '=', 'ticket-viewed')
      .execute();
    expect(viewed).toEqual([{ action: 'ticket-viewed', actor: gwen.id }]);
    const again = await gwen.desk.get(at(ticket));
    expect(again.text).toContain('Opened a ticket');
    expect(again.text).not.toContain('Looked at a ticket');
  });

  test('whoever else has it open is named, as looking, and later as having looked', async () => {
    const ticket = await ask();
    expect((await gwen.desk.get(at(ticket))).text).not.toContain('looking at this ticket');
    expect((await sana.desk.get(at(ticket))).text).toContain(`${gwen.name} is looking at this ticket.`);
    await gwen.desk.post(at(ticket, 'writing'), { writes: 'yes' });
    expect((await sana.desk.get(at(ticket))).text).toContain(`${gwen.name} is writing an answer.`);
    portalOf().clock.advance(minutes(4));
    expect((await sana.desk.get(at(ticket))).text).toContain(
      `${gwen.name} looked at this ticket 4 minutes ago.`,
    );
  });

  test('a reference that nobody has is no ticket', async () => {
    expect((await gwen.desk.get('/desk/tickets/GH-2222-2222')).status).toBe(404);
    expect((await gwen.desk.post('/desk/tickets/GH-2222-2222/take')).status).toBe(404);
  });

  test('beside a ticket staff read what became of an email in words of emails, not of texts', async () => {
    const the = portalOf();
    const { id } = await the.addPerson();
    const ticket = await ask({ account: { id, proof: 'session' } });
    await answerTicket(the, ticket, { by: gwen.id });
    const mails = the.needs.database.updateTable('outbox').where('account_id', '=', id);
    await mails.set({ delivery_status: 'permanent-failure' }).execute();
    const { text } = await gwen.desk.get(at(ticket));
    expect(text).toContain('sent back: their mail server does not take it');
    expect(text).not.toContain('the number takes no texts');
  });
});

describe('answering', () => {
  test('[C2] an answer goes by email, with its first words alone, and it is their turn', async () => {
    const ticket = await ask();
    const answer = await reply(gwen, ticket, { body: 'Please press “Forgotten my details”. Then wait.' });
    expect(answer.location).toBe(`${at(ticket)}?done=answered`);
    expect(await now(ticket)).toMatchObject({ state: 'waiting-for-you', solveDueAt: null });
    const [mail] = await portalOf().inbox(`asha-${number}@fernhollow.example`);
    expect(mail?.subject).toContain(ticket.reference);
    const page = await gwen.desk.get(at(ticket));
    expect(page.text).toContain('Email: Sent');
  });

  test.each([
    ['solved', 'solved'],
    ['stay', 'open'],
  ])('an answer can leave the ticket %s', async (leaves, state) => {
    const ticket = await ask();
    await reply(gwen, ticket, { leaves });
    expect((await now(ticket)).state).toBe(state);
  });

  test('an answer sent after somebody else answered is shown again below theirs, and nothing is lost', async () => {
    const ticket = await ask();
    const seen = seenOn(await gwen.desk.get(at(ticket)));
    portalOf().clock.advance(minutes(1));
    await reply(sana, ticket, { body: 'I have unlocked it.' });
    portalOf().clock.advance(minutes(1));
    const late = await reply(gwen, ticket, { seen, body: 'Which browser do you use?' });
    expect(late.status).toBe(409);
    expect(late.text).toContain(`${sana.name} answered 1 minute ago.`);
    expect(late.text).toContain('I have unlocked it.');
    expect(bodyOn(late)).toBe('Which browser do you use?');
    const sent = await reply(gwen, ticket, { seen: seenOn(late), body: bodyOn(late) });
    expect(sent.location).toBe(`${at(ticket)}?done=answered`);
  });

  test('an answer with nothing in it, or sent with an old form, is shown again with words', async () => {
    const ticket = await ask();
    const empty = await reply(gwen, ticket, { body: '  ' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Enter your answer')]);
    const long = await reply(gwen, ticket, { body: 'x'.repeat(10_001) });
    expect(long.text).toContain('10,000 characters or fewer');
    gwen.desk.forgetToken();
    const stale = await gwen.desk.post(at(ticket, 'reply'), {
      csrf: 'old',
      body: 'Kept words',
      leaves: 'solved',
      seen: '',
    });
    expect([stale.status, bodyOn(stale)]).toEqual([422, 'Kept words']);
    expect((await now(ticket)).state).toBe('new');
  });

  test('nobody whose address is not confirmed is answered, and a closed ticket takes no answer', async () => {
    const held = await ask({ isHeld: true, email: `held-${number}@fernhollow.example` });
    expect((await gwen.desk.get(at(held))).text).toContain('Their address is not confirmed yet');
    expect((await reply(gwen, held)).text).toContain('takes no such answer');
    expect(await portalOf().inbox(`held-${number}@fernhollow.example`)).toEqual([]);
    await gwen.desk.post(at(held, 'spam'));
    expect((await reply(gwen, held)).status).toBe(422);
  });

  test('a ready-made reply is added to what is typed, filled in once, and nothing is sent by that', async () => {
    const ticket = await ask({ name: 'Idris {{agent}} Bell', email: `idris-${number}@fernhollow.example` });
    const body = 'Dear {{name}}, about {{ reference }}. {{agent}}';
    expect((await sana.desk.post('/desk/replies/new', { title: 'X', body: '{{nobody}}' })).text).toContain(
      'Nothing is known for {{nobody}}',
    );
    await sana.desk.post('/desk/replies/new', { title: `Usual ${number}`, body });
    const page = await gwen.desk.get(at(ticket));
    const id = new RegExp(`<option value="([^"]+)">Usual ${number}<`).exec(page.html)?.[1] ?? '';
    const filled = await reply(gwen, ticket, { step: 'insert', canned: id, body: 'Hello.' });
    expect(filled.status).toBe(200);
    expect(bodyOn(filled)).toBe(
      `Hello.\n\nDear Idris {{agent}} Bell, about ${ticket.reference}. ${gwen.name}`,
    );
    expect((await reply(gwen, ticket, { body: bodyOn(filled) })).text).toContain(
      'Fill in or remove {{agent}}',
    );
    expect((await now(ticket)).state).toBe('new');
  });

  test('a note is for staff: nobody is written to, and the ticket stays where it is', async () => {
    const ticket = await ask();
    expect((await gwen.desk.post(at(ticket, 'note'), { note: '' })).text).toContain('Enter a note');
    await gwen.desk.post(at(ticket, 'note'), { note: 'Rang twice, nobody there.' });
    const page = await sana.desk.get(at(ticket));
    expect(page.text).toContain(`Note of ${gwen.name}, for staff only`);
    expect(page.text).toContain('Rang twice, nobody there.');
    expect((await now(ticket)).state).toBe('new');
    expect(await portalOf().inbox(`asha-${number}@fernhollow.example`)).toEqual([]);
  });
});

describe('changing', () => {
  test('whoever takes a ticket has it, and begins to work on it', async () => {
    const ticket = await ask();
    await gwen.desk.post(at(ticket, 'take'));
    expect(await now(ticket)).toMatchObject({ state: 'open', assignedTo: gwen.id });
    expect((await gwen.desk.get('/desk/tickets?queue=mine')).text).toContain(ticket.reference);
    await sana.desk.post(at(ticket, 'take'));
    expect(await now(ticket)).toMatchObject({ assignedTo: sana.id });
  });

  test('a ticket is given to somebody with a priority and tags; its clocks move with the priority', async () => {
    const ticket = await ask();
    const before = (await now(ticket)).firstAnswerDueAt as Date;
    const wish = {
      assignee: sana.id,
      team: '',
      priority: 'urgent',
      state: '',
      tags: 'Password, pass word,password',
      notice: '',
    };
    const done = await gwen.desk.post(at(ticket, 'change'), wish);
    expect(done.location).toBe(`${at(ticket)}?done=changed`);
    const changed = await now(ticket);
    expect(changed).toMatchObject({ assignedTo: sana.id, priority: 1, tags: ['password', 'pass-word'] });
    expect(changed.firstAnswerDueAt?.getTime()).toBeLessThan(before.getTime());
    const again = await gwen.desk.post(at(ticket, 'change'), { ...wish, tags: 'password, pass-word' });
    expect(again.location).toBe(`${at(ticket)}?done=nothing-changed`);
  });

  test('a ticket is given to nobody who may not answer it', async () => {
    const ticket = await ask();
    const [editor, accounts] = [
      await atTheDesk(portalOf(), 'editor', `Eilidh ${number}`),
      await atTheDesk(portalOf(), 'accounts', `Piotr ${number}`),
    ];
    for (const { id } of [editor, accounts]) {
      const wish = { assignee: id, team: '', priority: 'normal', state: '', tags: '', notice: '' };
      expect((await gwen.desk.post(at(ticket, 'change'), wish)).location).toContain('done=not-assignable');
    }
    expect((await now(ticket)).assignedTo).toBeNull();
  });

  test('what is solved can be opened again, what is closed cannot', async () => {
    const ticket = await ask();
    await reply(gwen, ticket, { leaves: 'solved' });
    await gwen.desk.post(at(ticket, 'reopen'));
    expect((await now(ticket)).state).toBe('open');
    await gwen.desk.post(at(ticket, 'spam'));
    expect(await now(ticket)).toMatchObject({ state: 'closed', tags: ['spam'] });
    expect((await gwen.desk.post(at(ticket, 'reopen'))).location).toContain('done=closed');
  });
});

describe('merging and splitting', () => {
  const into = (ticket: Ticket, other: Ticket, fields = {}) =>
    gwen.desk.post(at(ticket, 'merge'), { into: other.reference, both: '', step: 'merge', ...fields });

  test('two tickets of one person become one after a preview: what is written to either goes to the one that stays', async () => {
    const [goes, stays] = [
      await ask({ body: 'First words' }),
      await ask({ body: 'Second words', title: 'Again' }),
    ];
    await reply(gwen, stays);
    const preview = await gwen.desk.post(at(goes, 'merge'), {
      into: stays.reference.toLowerCase(),
      both: '',
      step: '',
    });
    expect(preview.text).toContain('Check before you merge');
    expect((await now(goes)).state).toBe('new');
    expect((await into(goes, stays)).location).toBe(`${at(stays)}?done=merged`);
    expect(await now(goes)).toMatchObject({ state: 'closed', mergedInto: stays.id });
    expect(await now(stays)).toMatchObject({ state: 'waiting-for-us' });
    const page = await gwen.desk.get(at(stays));
    expect(page.text).toContain('First words');
    expect(page.text).toContain(`Written on ${goes.reference}`);
    expect((await gwen.desk.get(at(goes))).text).toContain(`It goes on here: ${stays.reference}`);
  });

  test('tickets of two people are merged only if both may read the answers', async () => {
    const [goes, stays] = [
      await ask(),
      await ask({ name: 'Ben Okoro', email: `ben-${number}@fernhollow.example` }),
    ];
    const asked = await into(goes, stays);
    expect([asked.status, asked.text]).toEqual([
      422,
      expect.stringContaining('Say whether all of them may read the answers'),
    ]);
    await into(goes, stays, { both: 'yes' });
    await reply(gwen, stays, { body: 'For both of you.' });
    for (const email of [`asha-${number}@fernhollow.example`, `ben-${number}@fernhollow.example`])
      expect((await portalOf().inbox(email))[0]?.text).toContain('For both of you.');
  });

  test('a ticket is not merged into itself, into nothing, or into one that is closed', async () => {
    const [ticket, closed] = [await ask(), await ask({ title: 'Other' })];
    await gwen.desk.post(at(closed, 'spam'));
    expect((await into(ticket, ticket)).text).toContain('Enter the reference of another ticket');
    expect((await into(ticket, closed)).text).toContain('That ticket is closed');
    expect(
      (await gwen.desk.post(at(ticket, 'merge'), { into: 'GH-2222-2222', step: 'merge' })).text,
    ).toContain('There is no such ticket');
    expect((await into(closed, ticket)).text).toContain('This ticket is closed already');
  });

  test('messages that are about something else become a ticket of their own, with clocks of its own', async () => {
    const ticket = await ask({ body: 'My password' });
    portalOf().clock.advance(minutes(1));
    await answerTicket(portalOf(), ticket, { by: gwen.id, body: 'Try now.' });
    const page = await gwen.desk.get(at(ticket, 'split'));
    const [first = '', second = ''] = [...page.html.matchAll(/name="messages"[^>]*value="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    const fields = { subject: 'other', title: 'Something else' };
    expect((await gwen.desk.post(at(ticket, 'split'), fields)).text).toContain('Choose at least one message');
    expect(
      (await gwen.desk.post(at(ticket, 'split'), { ...fields, messages: [first, second] })).text,
    ).toContain('Leave at least one message here');
    const split = await gwen.desk.post(at(ticket, 'split'), { ...fields, messages: [first] });
    const fresh = await gwen.desk.follow(split);
    expect(fresh.text).toContain('My password');
    expect(fresh.text).toContain(`Split off from ${ticket.reference}`);
    expect((await gwen.desk.get(at(ticket))).text).not.toContain('My password');
  });
});

describe('several at once', () => {
  const chosen = (tickets: Ticket[]) => tickets.map(({ reference }) => reference);
  const leave = {
    back: '',
    assignee: 'leave',
    team: 'leave',
    notice: 'leave',
    priority: 'leave',
    state: 'leave',
    tag: '',
  };

  test('what is chosen is shown before it is changed, and then what became of each', async () => {
    const tickets = [await ask(), await ask({ title: 'Two' }), await ask({ title: 'Three' })];
    await gwen.desk.post(at(tickets[2] as Ticket, 'spam'));
    const page = await sana.desk.post('/desk/tickets/chosen', { chosen: chosen(tickets), back: 'queue=all' });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Change 3 tickets')]);
    const nothing = await sana.desk.post('/desk/tickets/chosen', {
      ...leave,
      chosen: chosen(tickets),
      step: 'change',
    });
    expect(nothing.text).toContain('Choose what is to be changed');
    const asked = { ...leave, chosen: chosen(tickets), step: 'change', assignee: gwen.id, tag: 'Outage' };
    const done = await sana.desk.post('/desk/tickets/chosen', asked);
    expect(done.text).toContain('2 of 3 changed.');
    expect(done.text).toContain('Not changed: it is closed');
    expect(await now(tickets[0] as Ticket)).toMatchObject({ assignedTo: gwen.id, tags: ['outage'] });
  });

  test('an agent changes several of their own, and nobody else’s', async () => {
    const [own, other] = [await ask(), await ask({ title: 'Two' })];
    await gwen.desk.post(at(own, 'take'));
    const asked = { ...leave, chosen: chosen([own, other]), step: 'change', priority: 'low' };
    const done = await gwen.desk.post('/desk/tickets/chosen', asked);
    expect(done.text).toContain('1 of 2 changed.');
    expect([(await now(own)).priority, (await now(other)).priority]).toEqual([4, other.priority]);
  });

  test('nothing chosen and more than a hundred are refused with words', async () => {
    expect((await sana.desk.post('/desk/tickets/chosen', { back: '' })).text).toContain(
      'Choose at least one ticket',
    );
    const many = Array.from({ length: 101 }, () => 'GH-2222-2222');
    expect((await sana.desk.post('/desk/tickets/chosen', { chosen: many, back: '' })).text).toContain(
      '100 tickets or fewer',
    );
  });
});

test('a complaint says how many days are left, and that it is overdue', async () => {
  const ticket = await ask({ subject: 'data-protection' });
  expect((await gwen.desk.get(at(ticket))).text).toContain('Complaint: 30 days left');
  portalOf().clock.advance(days(33));
  const later = await atTheDesk(portalOf(), 'agent', `Gwen Later ${number}`);
  expect((await later.desk.get(at(ticket))).text).toContain('Complaint overdue by 3 days');
  expect(after(ticket.createdAt, days(30)).toISOString().slice(0, 10)).toBe(ticket.complaintDueOn);
});
