import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { escapedWords } from '../support/escaped-words.ts';
import { portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';
import { logInToTickets, openLinkOf, pageOf, visitTicket } from '../support/ticket-visitors.ts';
import { addTicket, answerTicket, setTicketState } from '../support/tickets.ts';

const email = 'asha.rowe@post.example';

test('every word of following one’s tickets, on pages and in emails, comes from a catalogue', async () => {
  const the = await portal({ settings: { service: { language: 'pseudo' } } });
  const { id: staff } = await atTheDesk(the);
  const { database } = the.needs;
  const ticket = await addTicket(the, { email, title: 'Title 1', body: 'Body 1' });
  await database.updateTable('requester').set({ language: 'pseudo' }).execute();
  await answerTicket(the, ticket, { by: staff, body: 'Body 2' });
  const pages: Answer[] = [];
  const browser = the.browser();
  const see = async (answer: Promise<Answer>) => void pages.push(await browser.follow(await answer));
  const link = await openLinkOf(the, email);
  for (const address of ['/tickets/log-in', '/tickets/create-account', '/tickets/log-in/sent', link])
    await see(browser.get(address));
  await see(browser.get('/tickets/open?link=none'));
  await see(browser.get('/tickets/log-in/link?link=none'));
  await visitTicket(the, link, browser);
  await see(browser.get(pageOf(ticket)));
  await see(browser.get(pageOf(ticket, 'documents')));
  await see(browser.post(pageOf(ticket, 'documents'), { send: 'yes' }));
  await see(browser.post(pageOf(ticket, 'documents'), { code: '1111' }));
  await see(browser.post('/tickets/open/again', { link: 'none' }));
  await see(browser.post('/tickets/open/leave'));
  await see(browser.post('/tickets/log-in', { email, password: 'wrong' }));
  await logInToTickets(the, email, browser);
  for (const address of ['/tickets', '/tickets?q=zzz', pageOf(ticket), '/tickets/account'])
    await see(browser.get(address));
  await see(browser.post(pageOf(ticket), { message: '' }));
  await see(browser.post(pageOf(ticket), { message: 'Body 3' }));
  await see(browser.post(pageOf(ticket, 'solved')));
  await see(browser.post(pageOf(ticket, 'rating'), {}));
  await see(browser.post(pageOf(ticket, 'rating'), { rating: 'bad', words: 'Body 4' }));
  await see(browser.post('/tickets/account', { fullName: '' }));
  await see(browser.get('/tickets/account/password'));
  await see(browser.post('/tickets/account/password', { password: 'x' }));
  await see(browser.post('/tickets/account/password', { password: 'Nine-quiet-otters-27' }));
  await setTicketState(the, ticket, 'closed');
  await see(browser.get(pageOf(ticket)));
  the.clock.advance(minutes(1));
  const sent = await the.inbox(email);
  const { service, support } = the.settings;
  const data = [
    ...[email, 'Asha Rowe', ticket.reference, 'Title 1', 'Body 1', 'Body 2', 'Body 3', 'Body 4', 'zzz'],
    ...[service.name, service.operator, support.email, support.phone, the.config.origin],
    ...Object.values(support.hours),
    ...the.settings.tickets.subjects.map(({ name }) => name),
    ...sent.flatMap(({ links, codes }) => [...links, ...codes]),
  ];
  for (const [at, { html, headers }] of pages.entries())
    expect([at, escapedWords(html, [...data, String(headers['x-request-id'])])]).toEqual([at, []]);
  for (const { subject, html } of sent)
    expect([subject, escapedWords(`<p>${subject}</p>${html}`, data)]).toEqual([subject, []]);
});
