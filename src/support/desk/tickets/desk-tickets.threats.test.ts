import { beforeAll, expect, test } from 'vitest';
import { atTheDesk, type DeskPerson } from '../../../../tests/support/at-the-desk.ts';
import { sharedPortal } from '../../../../tests/support/running-portal.ts';
import { logInToTickets, pageOf } from '../../../../tests/support/ticket-visitors.ts';
import { addTicket, answerTicket } from '../../../../tests/support/tickets.ts';
import { openDetail } from '../../../audit/index.ts';
import { minutes } from '../../../kernel/duration.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { findRequesterByAddress, holdRequester } from '../../tickets/requester.store.ts';
import { findTicket, holdTicket } from '../../tickets/ticket.store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { addTicketPerson, saveAgreement } from '../../tickets/ticket-person.store.ts';
import { writeMessage } from '../../tickets/write-message.ts';

const portalOf = sharedPortal({ profile: 'primary-care', wholeProfile: false });
let gwen: DeskPerson;
beforeAll(async () => {
  gwen = await atTheDesk(portalOf());
});

const at = ({ reference }: Ticket, step: string) => `/desk/tickets/${reference}/${step}`;
const merge = (goes: Ticket, stays: Ticket) =>
  gwen.desk.post(at(goes, 'merge'), { into: stays.reference, both: 'yes', step: 'merge' });

/** A ticket of somebody who helps another, who was asked and said nothing yet; support answered it. */
async function helping(helper: string, person: string): Promise<Ticket> {
  const { needs } = portalOf();
  const ticket = await addTicket(portalOf(), { email: helper, body: 'I ask for Mary.' });
  await inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const address = readEmailAddress(person);
    if (!address) throw new Error(`${person} is no address`);
    const about = await holdRequester(tx, needs.ids, { address, fullName: 'Mary', language: 'en', now });
    await addTicketPerson(tx, { ticketId: ticket.id, requesterId: about.id, part: 'about', now });
  });
  portalOf().clock.advance(minutes(1));
  await answerTicket(portalOf(), ticket, { by: gwen.id, body: 'Mary’s account is locked.' });
  return ticket;
}

const agrees = (ticket: Ticket, person: string) => answers(ticket, person, true);

const answers = (ticket: Ticket, person: string, isYes: boolean) =>
  inTransaction(portalOf().needs.database, async (tx) => {
    const about = await findRequesterByAddress(tx, person);
    if (!about) throw new Error(`${person} is nobody`);
    await saveAgreement(tx, { ticketId: ticket.id, requesterId: about.id }, isYes, portalOf().clock.now());
  });

const viewsOf = async (ticket: Ticket): Promise<number> => {
  const views = await portalOf()
    .needs.database.selectFrom('audit_event')
    .select('id')
    .where('action', '=', 'ticket-viewed')
    .where('record_id', '=', ticket.id)
    .execute();
  return views.length;
};

test('every list of people, or of what they wrote, leaves one entry: what was asked, who was shown, no word typed', async () => {
  const { addPerson, needs } = portalOf();
  const chief = await atTheDesk(portalOf(), 'administrator', 'Hanna Ek');
  const mira = await addPerson({ name: 'Mira Listed', email: 'mira@listed.example' });
  const ticket = await addTicket(portalOf(), { email: mira.email, title: 'Zebra crossing' });
  await gwen.desk.post(at(ticket, 'call-back'), { phone: '07700 900123', note: '', hours: '1' });
  for (const [address, action, asked, shown] of [
    [
      '/desk/tickets?find=Zebra+crossing',
      'tickets-listed',
      { queue: 'our-turn', sort: 'due', typed: 'find' },
      ticket.id,
    ],
    [
      '/desk/tickets?queue=all&find=zzzz',
      'tickets-listed',
      { queue: 'all', sort: 'due', typed: 'find' },
      undefined,
    ],
    ['/desk/people?find=mira@listed.example', 'people-listed', { nearly: false, more: false }, mira.id],
    [
      `/desk/tickets/${ticket.reference}/check?find=Mira+Listed`,
      'people-listed',
      { nearly: false, more: false },
      mira.id,
    ],
    ['/desk/call-backs', 'call-backs-listed', {}, undefined],
    ['/desk/tasks', 'tasks-listed', { state: 'open', page: 1 }, undefined],
    ['/desk/mail', 'mail-listed', { state: 'unreadable', page: 1 }, undefined],
    [`/desk/activity?person=${mira.id}`, 'activity-listed', { person: mira.id }, undefined],
  ] as const) {
    const before = await listingsOf(chief);
    expect([address, (await chief.desk.get(address)).status]).toEqual([address, 200]);
    const entries = (await listingsOf(chief)).slice(before.length);
    expect([address, entries.map((entry) => entry.action)]).toEqual([address, [action]]);
    const { id, reason, sealed } = entries[0] as (typeof entries)[0];
    const detail = await openDetail(needs, needs.database, chief.id, id, sealed as Buffer);
    expect([address, reason, detail?.asked]).toEqual([address, null, asked]);
    if (shown) expect([address, detail?.shown]).toEqual([address, [shown]]);
  }
});

const listingsOf = ({ id }: DeskPerson) =>
  portalOf()
    .needs.database.selectFrom('audit_event')
    .select(['id', 'action', 'reason', 'sealed_detail as sealed'])
    .where('actor_id', '=', id)
    .where('action', 'like', '%-listed')
    .orderBy('position')
    .execute();

test('no merge with a ticket of another person tells a helper what waits for that person’s agreement', async () => {
  const [helper, person] = ['helper@merge.example', 'mary@merge.example'];
  const theirs = await helping(helper, person);
  const hers = await addTicket(portalOf(), { email: person, body: 'I am locked out.' });
  for (const [goes, stays] of [
    [theirs, hers],
    [hers, theirs],
  ] as const) {
    const refused = await merge(goes, stays);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('has not agreed to it')]);
  }
});

test('a helper’s two tickets that become one still wait for the agreement, with all that was answered', async () => {
  const helper = 'helper@two.example';
  const person = 'mary@two.example';
  const waits = await helping(helper, person);
  const own = await addTicket(portalOf(), { email: helper, title: 'My own question', body: 'And mine?' });
  const wrongWay = await merge(waits, own);
  expect([wrongWay.status, wrongWay.text]).toEqual([
    422,
    expect.stringContaining('Merge that ticket into this one instead'),
  ]);
  const alsoWaits = await helping(helper, 'ben@two.example');
  expect((await merge(alsoWaits, waits)).text).toContain('Both wait for somebody to agree');
  expect((await merge(own, waits)).status).toBe(303);
  const browser = await logInToTickets(portalOf(), helper);
  const page = await browser.get(pageOf(waits));
  for (const words of ['I ask for Mary.', 'And mine?']) expect(page.text).toContain(words);
  expect(page.text).not.toContain('Mary’s account is locked.');
  await agrees(waits, person);
  expect((await browser.get(pageOf(waits))).text).toContain('Mary’s account is locked.');
  const mary = await logInToTickets(portalOf(), person);
  expect((await mary.get(pageOf(waits))).text).not.toContain('And mine?');
});

test('a ticket about somebody who said no to being helped takes no other question with it', async () => {
  const [helper, person] = ['helper@no.example', 'mary@no.example'];
  const refused = await helping(helper, person);
  const own = await addTicket(portalOf(), { email: helper, title: 'My own question' });
  await answers(refused, person, false);
  for (const [goes, stays] of [
    [refused, own],
    [own, refused],
  ] as const) {
    const page = await merge(goes, stays);
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('said no to being helped')]);
  }
});

test('whom somebody helped reads nothing of what that helper asks for themselves, by a merge', async () => {
  const [helper, person] = ['helper@own.example', 'mary@own.example'];
  const helped = await helping(helper, person);
  await agrees(helped, person);
  const own = await addTicket(portalOf(), { email: helper, body: 'I am ill myself.' });
  await answerTicket(portalOf(), own, { by: gwen.id, body: 'Your own record is closed.' });
  const asked = await gwen.desk.post(at(helped, 'merge'), { into: own.reference, step: 'merge' });
  expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('may read the answers')]);
  portalOf().clock.advance(minutes(1));
  expect((await merge(helped, own)).status).toBe(303);
  const page = await (await logInToTickets(portalOf(), person)).get(pageOf(own));
  expect(page.text).not.toContain('I am ill myself.');
  expect(page.text).not.toContain('Your own record is closed.');
});

test('an agreement to one ticket is none to another that is merged into it', async () => {
  const [helper, person] = ['helper@again.example', 'mary@again.example'];
  const agreed = await helping(helper, person);
  await agrees(agreed, person);
  const waits = await helping(helper, person);
  for (const [goes, stays] of [
    [waits, agreed],
    [agreed, waits],
  ] as const)
    expect((await merge(goes, stays)).text).toContain('has not agreed to it');
});

test('what is split off waits for the same agreement, and is told once it is given', async () => {
  const [helper, person] = ['helper@split.example', 'mary@split.example'];
  const ticket = await helping(helper, person);
  const page = await gwen.desk.get(at(ticket, 'split'));
  const [, answer = ''] = [...page.html.matchAll(/name="messages"[^>]*value="([^"]+)"/g)].map(([, id]) => id);
  const fields = { subject: 'other', title: 'Something else', messages: [answer] };
  const split = await gwen.desk.post(at(ticket, 'split'), fields);
  const address = `/tickets/${split.location?.split(/[/?]/)[3]}`;
  const browser = await logInToTickets(portalOf(), helper);
  expect((await browser.get(address)).text).not.toContain('Mary’s account is locked.');
  await agrees(ticket, person);
  expect((await browser.get(address)).text).toContain('Mary’s account is locked.');
});

test('what somebody writes to the ticket theirs became is read by support, and not by the other requester', async () => {
  const [one, other] = ['asha@follow.example', 'ben@follow.example'];
  const [goes, stays] = [
    await addTicket(portalOf(), { email: one }),
    await addTicket(portalOf(), { email: other }),
  ];
  await merge(goes, stays);
  const { needs } = portalOf();
  await inTransaction(needs.database, async (tx) => {
    const held = await holdTicket(tx, stays.id);
    if (!held) throw new Error('there is no such ticket');
    const said = { kind: 'from-requester', channel: 'email', by: 'anyone' } as const;
    await writeMessage(needs, tx, held, { ...said, body: 'My own secret.', requesterId: goes.requesterId });
  });
  expect((await gwen.desk.get(at(stays, '').replace(/\/$/, ''))).text).toContain('My own secret.');
  const read = async (email: string) =>
    (await (await logInToTickets(portalOf(), email)).get(pageOf(stays))).text;
  expect(await read(one)).toContain('My own secret.');
  expect(await read(other)).not.toContain('My own secret.');
});

test('whoever only follows reads nothing that was answered before their ticket became part of another', async () => {
  const [one, other] = ['asha@chain.example', 'ben@chain.example'];
  const [first, second, third] = [
    await addTicket(portalOf(), { email: one, title: 'My own title' }),
    await addTicket(portalOf(), { email: other }),
    await addTicket(portalOf(), { email: other, title: 'A title of Ben' }),
  ];
  await merge(first, second);
  portalOf().clock.advance(minutes(1));
  await answerTicket(portalOf(), third, { by: gwen.id, body: 'For Ben alone.' });
  portalOf().clock.advance(minutes(1));
  await merge(second, third);
  const held = (await findTicket(portalOf().needs.database, third.reference)) as Ticket;
  await answerTicket(portalOf(), held, { by: gwen.id, body: 'For both.' });
  const reader = await logInToTickets(portalOf(), one);
  const page = await reader.get(pageOf(third));
  expect(page.text).toContain('For both.');
  expect(page.text).not.toContain('For Ben alone.');
  for (const address of [pageOf(third), '/tickets']) {
    const { html } = await reader.get(address);
    expect([address, html.includes('My own title'), html.includes('A title of Ben')]).toEqual([
      address,
      true,
      false,
    ]);
  }
  expect((await reader.get('/tickets?q=of+Ben')).html).not.toContain(third.reference);
});

test('whom somebody helps reads no other person’s words when their tickets become one', async () => {
  const [helper, person, other] = ['helper@three.example', 'mary@three.example', 'ben@three.example'];
  const helped = await helping(helper, person);
  await agrees(helped, person);
  const stays = await addTicket(portalOf(), { email: other, body: 'What Ben said.' });
  expect((await merge(helped, stays)).status).toBe(303);
  const page = await (await logInToTickets(portalOf(), person)).get(pageOf(stays));
  expect(page.text).not.toContain('What Ben said.');
});

test('every page that shows what a ticket says, or whose it is, leaves on record that staff looked', async () => {
  const [ticket, other] = [
    await addTicket(portalOf(), { email: 'looked@view.example', subject: 'register' }),
    await addTicket(portalOf(), { email: 'at@view.example' }),
  ];
  const looks = [
    () => gwen.desk.post(at(ticket, 'merge'), { into: other.reference, both: '', step: '' }),
    () => gwen.desk.get(at(ticket, 'split')),
    () => gwen.desk.get(at(ticket, 'call-back')),
    () => gwen.desk.get(at(ticket, 'registration')),
  ];
  for (const [index, look] of looks.entries()) {
    expect((await look()).status).toBe(200);
    expect([index, await viewsOf(ticket)]).toEqual([index, index + 1]);
  }
  expect(await viewsOf(other)).toBe(1);
});

test('where somebody on record can be reached is shown to staff, and that they looked is on record', async () => {
  const ticket = await addTicket(portalOf(), { email: 'caller@view.example' });
  const person = await portalOf().addPerson({ email: 'on.record@view.example' });
  await gwen.desk.get(`${at(ticket, 'check')}?person=${person.id}`);
  const views = await portalOf()
    .needs.database.selectFrom('audit_event')
    .select('actor_id as actor')
    .where('action', '=', 'person-viewed')
    .where('subject_id', '=', person.id)
    .execute();
  expect(views).toEqual([{ actor: gwen.id }]);
});

test('whatever is typed into addresses and forms of the desk, nothing breaks', async () => {
  const sana = await atTheDesk(portalOf(), 'senior');
  const ticket = await addTicket(portalOf(), { email: 'odd@typed.example' });
  const odd = ['%00', 'a%00b', '%ED%A0%80', '%27%22%5C', '%28%29%26%7C%21%3A*', 'GH-%00AAA-AAAA'];
  const answers = [];
  for (const typed of odd)
    for (const address of [
      `/desk/tickets?find=${typed}`,
      `/desk/tickets?queue=all&after=${typed}&tag=${typed}&subject=${typed}&organisation=${typed}`,
      `/desk/tickets/${typed}`,
      `/desk/tickets/${typed}/merge`,
      `/desk/tickets/${ticket.reference}/check?find=${typed}${typed}&person=${typed}`,
      `/desk/mail/${typed}`,
      `/desk/mail/${typed}/original`,
      `/desk/mail?page=${typed}`,
      `/desk/people?find=${typed}`,
      `/desk/tickets/${ticket.reference}/files/${typed}`,
      `/desk/people/${sana.id}/messages/${typed}`,
    ])
      answers.push([address, (await sana.desk.get(address)).status]);
  const raw = 'a\u0000b\ud800';
  for (const [step, fields] of [
    ['merge', { into: raw, both: 'yes', step: 'merge' }],
    ['reply', { body: raw, leaves: 'waiting-for-you', seen: '1', canned: raw, step: 'send' }],
    ['reply', { body: 'x', leaves: 'waiting-for-you', seen: raw, canned: raw, step: 'insert' }],
    ['note', { note: raw }],
    ['split', { subject: raw, title: raw, messages: [raw, raw] }],
    ['change', { assignee: raw, team: raw, priority: 'high', state: 'open', tags: raw, notice: raw }],
    ['change', { assignee: 'x', team: 'x', priority: 'high', state: 'new', tags: '', notice: 'x' }],
    ['call-back', { phone: raw, note: raw, hours: '1' }],
    ['check', { person: raw, contact: raw }],
    ['check/code', { code: raw }],
  ] as const)
    answers.push([step, (await sana.desk.post(at(ticket, step), { ...fields })).status]);
  for (const fields of [
    { chosen: [raw, 'GH-2222-2222'], step: '', back: raw },
    {
      chosen: [ticket.reference],
      assignee: raw,
      team: raw,
      notice: raw,
      priority: 'leave',
      state: 'leave',
      tag: raw,
      step: 'change',
      back: '//evil.test',
    },
  ])
    answers.push(['chosen', (await sana.desk.post('/desk/tickets/chosen', fields)).status]);
  expect(answers.filter(([, status]) => Number(status) >= 500)).toEqual([]);
});
