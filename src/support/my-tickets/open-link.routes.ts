import type { FastifyReply } from 'fastify';
import { days } from '../../kernel/duration.ts';
import { anyone } from '../../kernel/policy.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import {
  leaveTicketAddress,
  openTicketAddress,
  openTicketAgainAddress,
  ticketAddress,
  ticketLogInAddress,
} from '../addresses.ts';
import { closedTicketPage, openLinkPage, pastOpenLinkPage, sentAgainPage } from './open-link.page.tsx';
import { type OpenLinkNeeds, openByLink, readOpenLink, sendLinkAgain } from './open-link.ts';
import { type OpenLinkWords, openLinkWords } from './open-link.words.ts';
import { endVisit } from './visit.store.ts';

const open = { policy: anyone, supportAccess: 'never', sessions: 'tickets' } as const;

/** The visit is over by then; its cookie gives back what somebody wrote, if they wrote for longer. */
const knownAfterwards = days(1);

/** Where the link of an email opens one ticket, by a button, for a while. */
export const openLinkRoutes = (needs: OpenLinkNeeds): Route[] => [
  route({ ...open, method: 'GET', address: openTicketAddress }, async (request, reply) => {
    const words = wordsIn(openLinkWords, request.language);
    const link = linkIn(request.query);
    const found = await readOpenLink(needs, link);
    if (found.state !== 'live') return showDead(reply, found.state, link, words);
    const { visitLasts: lasts } = needs.settings.tickets;
    return show(reply, openLinkPage({ link, reference: found.ticket.reference, lasts }, words));
  }),
  route({ ...open, method: 'POST', address: openTicketAddress }, async (request, reply) => {
    const words = wordsIn(openLinkWords, request.language);
    const link = linkIn(request.body);
    const opened = await openByLink(needs, link, request.clientNetwork);
    if (opened.state !== 'opened') return showDead(reply, opened.state, link, words);
    const { visitLasts } = needs.settings.tickets;
    request.cookieJar.write('ticket-visit', opened.token, visitLasts + knownAfterwards);
    return reply.redirect(ticketAddress(opened.ticket.reference), 303);
  }),
  route(
    { ...open, method: 'POST', address: openTicketAgainAddress, formAt: openTicketAddress },
    async (request, reply) => {
      await sendLinkAgain(needs, linkIn(request.body), request.clientNetwork);
      return show(reply, sentAgainPage(wordsIn(openLinkWords, request.language)));
    },
  ),
  route(
    { ...open, method: 'POST', address: leaveTicketAddress, formAt: openTicketAddress },
    async (request, reply) => {
      const token = request.cookieJar.read('ticket-visit');
      if (token) await endVisit(needs.database, hashOfSecret(token), needs.clock.now());
      request.cookieJar.remove('ticket-visit');
      return reply.redirect(`${ticketLogInAddress}?done=left`, 303);
    },
  ),
];

const showDead = (reply: FastifyReply, state: 'closed' | 'past', link: string, words: OpenLinkWords) =>
  show(reply, state === 'closed' ? closedTicketPage(words) : pastOpenLinkPage({ link }, words), 410);

const linkIn = (from: unknown): string => {
  const { link } = (from ?? {}) as { link?: unknown };
  return typeof link === 'string' ? link.slice(0, 200) : '';
};
