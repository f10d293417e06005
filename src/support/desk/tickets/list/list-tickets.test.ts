import { beforeAll, expect, test } from 'vitest';
import { atTheDesk, type DeskPerson } from '../../../../../tests/support/at-the-desk.ts';
import { sharedPortal } from '../../../../../tests/support/running-portal.ts';
import { addTicket, answerTicket } from '../../../../../tests/support/tickets.ts';
import { days, hours } from '../../../../kernel/duration.ts';
import type { Ticket } from '../../../tickets/ticket.ts';

const portalOf = sharedPortal({ profile: 'clinic', at: '2026-03-02T09:00:00Z', wholeProfile: false });
let gwen: DeskPerson;
let sana: DeskPerson;
let piotr: DeskPerson;
const known: Record<string, Ticket> = {};

beforeAll(async () => {
  const the = portalOf();
  known.old = await addTicket(the, { title: 'Very old question' });
  the.clock.advance(days(3));
  known.paid = await addTicket(the, {
    title: 'Invoice twice',
    subject: 'payments',
    name: 'Idris Bell',
    email: 'idris@fernhollow.example',
  });
  the.clock.advance(hours(0.01));
  known.late = await addTicket(the, { title: 'Cannot print' });
  known.held = await addTicket(the, {
    title: 'From a stranger',
    isHeld: true,
    email: 'stranger@fernhollow.example',
  });
  the.clock.advance(hours(0.01));
  known.complaint = await addTicket(the, { title: 'My data', subject: 'data-protection' });
  known.answered = await addTicket(the, { title: 'Where is it', body: 'My umbrella is in the waiting room' });
  the.clock.advance(hours(1));
  [gwen, sana, piotr] = [
    await atTheDesk(the),
    await atTheDesk(the, 'senior'),
    await atTheDesk(the, 'accounts'),
  ];
  await answerTicket(the, known.answered, { by: gwen.id, body: 'It is at the desk.' });
}, 60_000);

const titlesOf = (html: string): string[] =>
  [...html.matchAll(/<a href="\/desk\/tickets\/GH-[^"]+">([^<]+)<\/a>/g)].map(([, title = '']) => title);

const listed = async (query: string, who = gwen) =>
  titlesOf((await who.desk.get(`/desk/tickets${query}`)).html);

test('[C2] each queue shows what its name says, and the count beside it', async () => {
  const page = await gwen.desk.get('/desk/tickets');
  expect(titlesOf(page.html)).toEqual(['Very old question', 'Invoice twice', 'Cannot print', 'My data']);
  expect(page.text).toContain('All that wait for us (4)');
  expect(page.text).toContain('Waiting for them (1)');
  expect(page.text).toContain('Held (1)');
  expect(page.text).toContain('Complaints (1)');
  expect(await listed('?queue=waiting-for-you')).toEqual(['Where is it']);
  expect(await listed('?queue=held')).toEqual(['From a stranger']);
  expect(await listed('?queue=complaints')).toEqual(['My data']);
  expect(await listed('?queue=overdue')).toEqual(['Very old question']);
  expect(await listed('?queue=mine')).toEqual([]);
  expect(await listed('?queue=all')).toHaveLength(6);
});

test('what is overdue stands before what is not, and says since when in words', async () => {
  const { text } = await gwen.desk.get('/desk/tickets');
  expect(text).toMatch(/Very old question.*Overdue by 2 days.*Cannot print.*left/);
});

test.each([
  ['a word of the title', '?find=print', ['Cannot print']],
  ['a word that is only begun', '?find=invo', ['Invoice twice']],
  ['words that somebody wrote', '?queue=all&find=umbrellas', ['Where is it']],
  ['the name of who asked', '?find=idris+bell', ['Invoice twice']],
  ['a part of their address', '?queue=all&find=stranger@fern', ['From a stranger']],
  ['nothing that is there', '?find=zzzzz', []],
  ['a state', '?queue=all&state=held', ['From a stranger']],
  ['a subject', '?queue=all&subject=payments', ['Invoice twice']],
  ['a channel', '?queue=all&channel=email', []],
  ['nobody’s', '?queue=all&assignee=nobody&find=print', ['Cannot print']],
  ['days', '?queue=all&to=3/3/2026', ['Very old question']],
])('tickets are found by %s', async (_, query, titles) => {
  expect(await listed(query)).toEqual(titles);
});

test('a ticket is found by its reference, however it is typed', async () => {
  const { reference } = known.held as Ticket;
  for (const typed of [reference, reference.toLowerCase(), reference.replaceAll('-', ' ')])
    expect(await listed(`?queue=all&find=${encodeURIComponent(typed)}`)).toEqual(['From a stranger']);
});

test('what says nothing is said so in words, and whatever else is asked never fails', async () => {
  const page = await gwen.desk.get('/desk/tickets?from=never&organisation=zz');
  expect(page.status).toBe(422);
  expect(page.text).toContain('The first day must be a day');
  expect(page.text).toContain('No organisation has this unique ID');
  const odd = [
    '?queue=x&sort=y',
    '?after=1,2,3',
    '?after=true,x,y',
    '?sort=newest&after=2026-99-99%2000:00:00%2B00,01900000-0000-7000-8000-000000000000',
    '?sort=newest&after=2026-01-01%2000:00:00%2B99,01900000-0000-7000-8000-000000000000',
    '?team=1&assignee=2',
    '?find=%00%27%25_%5C',
    '?find=!%26%7C',
    '?tag=%F0%9F%92%A9',
  ];
  for (const query of odd)
    expect([query, (await gwen.desk.get(`/desk/tickets${query}`)).status]).toEqual([query, 200]);
});

test('accounts staff see and count what is about payments, and nothing else', async () => {
  const page = await piotr.desk.get('/desk/tickets?queue=all');
  expect(titlesOf(page.html)).toEqual(['Invoice twice']);
  expect(page.text).toContain('Held (0)');
  expect(await listed('?queue=all&find=print', piotr)).toEqual([]);
});

test('a view is saved under a name, for oneself or by senior staff for everybody, and removed again', async () => {
  const filters = 'queue=all&find=print';
  expect((await gwen.desk.get(`/desk/tickets/views?save=${encodeURIComponent(filters)}`)).text).not.toContain(
    'Who sees it?',
  );
  await gwen.desk.post('/desk/tickets/views', { name: 'Printers', query: filters });
  expect((await sana.desk.get('/desk/tickets')).text).not.toContain('Printers');
  expect(
    (await gwen.desk.post('/desk/tickets/views', { name: 'X', query: '', shared: 'everybody' })).status,
  ).toBe(403);
  await sana.desk.post('/desk/tickets/views', { name: 'For us all', query: filters, shared: 'everybody' });
  const { html, text } = await gwen.desk.get('/desk/tickets');
  expect(text).toContain('Printers');
  const address =
    /href="(\/desk\/tickets\?[^"]*)">For us all</.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(titlesOf((await gwen.desk.get(address)).html)).toEqual(['Cannot print']);
  const views = await sana.desk.get('/desk/tickets/views');
  const remove = /action="(\/desk\/tickets\/views\/[^"]+\/remove)"/.exec(views.html)?.[1] ?? '';
  expect((await gwen.desk.post(remove)).status).toBe(404);
  await sana.desk.post(remove);
  expect((await gwen.desk.get('/desk/tickets')).text).not.toContain('For us all');
});

test('a long list is turned page by page, and nothing is missed or shown twice, in any order', async () => {
  const the = portalOf();
  const added: string[] = [];
  for (let at = 0; at < 30; at += 1) {
    added.push((await addTicket(the, { title: `Question ${at}`, subject: 'appointment' })).title);
    if (at % 3 === 0) the.clock.advance(hours(0.01));
  }
  const fresh = await atTheDesk(the, 'agent', 'Gethin Rees');
  for (const sort of ['due', 'newest', 'created', 'oldest']) {
    const seen: string[] = [];
    let address: string | undefined = `/desk/tickets?queue=all&subject=appointment&sort=${sort}`;
    while (address) {
      const { html } = await fresh.desk.get(address);
      seen.push(...titlesOf(html));
      address = /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 30, 30]);
    if (sort === 'oldest') expect(seen[0]).toBe('Question 0');
  }
});
