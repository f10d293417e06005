import type { Ticket } from '../../src/support/tickets/ticket.ts';
import type { Portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';

type Gate = Pick<Portal, 'browser' | 'inbox'>;

export const secretIn = (link: string): string => new URL(link).searchParams.get('link') ?? '';

/** Logs a browser in to the tickets of an address, as whoever reads its mail does. */
export async function logInToTickets(gate: Gate, email: string, browser = gate.browser()): Promise<Browser> {
  await browser.get('/tickets/log-in?again=yes');
  const known = new Set((await gate.inbox(email)).map(({ id }) => id));
  await browser.post('/tickets/log-in', { email, way: 'link' });
  const mail = (await gate.inbox(email)).find(({ id }) => !known.has(id));
  const link = mail?.links.find((each) => each.includes('/tickets/log-in/link')) ?? '';
  await browser.get(link);
  const done = await browser.post('/tickets/log-in/link', { link: secretIn(link) });
  if (done.status !== 303) throw new Error(`${email} was not let in: ${done.text}`);
  await browser.get('/tickets');
  return browser;
}

/** The newest link that opens one ticket, from the mail of an address. */
export async function openLinkOf(gate: Gate, email: string): Promise<string> {
  const links = (await gate.inbox(email)).flatMap(({ links: all }) => all);
  const link = links.find((each) => each.includes('/tickets/open?link='));
  if (!link) throw new Error(`${email} has no link to a ticket`);
  return link;
}

/** A browser that came by the link of an email and pressed its button. */
export async function visitTicket(gate: Gate, link: string, browser = gate.browser()): Promise<Browser> {
  await browser.get(link);
  await browser.post('/tickets/open', { link: secretIn(link) });
  return browser;
}

export const pageOf = ({ reference }: Ticket, step = ''): string =>
  `/tickets/${reference}${step ? `/${step}` : ''}`;
