import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, show } from '../../ui/index.ts';
import { askAboutAddress, askAddress, contactAddress, newTicketAddress } from '../addresses.ts';
import { readNotices } from '../notices/read-notices.ts';
import { agreeRoutes } from './agree.routes.ts';
import { answerTimes } from './answer-times.ts';
import type { AskNeeds } from './ask.ts';
import { askWords } from './ask.words.ts';
import { type AskFormNeeds, askFormRoutes } from './ask-form.routes.ts';
import { searchedIn } from './brought-along.ts';
import { confirmRoutes } from './confirm.routes.ts';
import { contactPage } from './contact.page.tsx';
import { contactWords } from './contact.words.ts';
import { type OfferNeeds, offerRoutes } from './offer.routes.ts';
import { openToAnyone } from './open-to-anyone.ts';
import { sentRoutes } from './sent.routes.ts';
import { subjectsPage } from './subjects.page.tsx';

export type AskRouteNeeds = OfferNeeds & AskFormNeeds;

/** Asking support: reading how, choosing a subject, sending it, and proving whose it is. Nobody needs an account. */
export const askRoutes = (needs: AskRouteNeeds): Route[] => [
  route(
    { ...openToAnyone, supportAccess: 'read', method: 'GET', address: contactAddress },
    async (request, reply) => {
      const { settings, clock } = needs;
      const notices = await readNotices(needs)('contact');
      const props = { settings, times: answerTimes(settings, clock.now()), notices };
      return show(reply, contactPage(props, wordsIn(contactWords, request.language)));
    },
  ),
  route({ ...openToAnyone, method: 'GET', address: newTicketAddress }, (request, reply) =>
    chooseSubject(needs, request, reply),
  ),
  ...askFormRoutes(needs),
  ...sentRoutes(needs),
  ...confirmRoutes(needs),
  ...agreeRoutes(needs),
  ...offerRoutes(needs),
];

/** The choice is in the address: choosing changes nothing. */
async function chooseSubject(needs: AskNeeds, request: FastifyRequest, reply: FastifyReply) {
  const words = wordsIn(askWords, request.language);
  const { subject, chosen } = request.query as { subject?: unknown; chosen?: unknown };
  const searched = searchedIn(request);
  const { subjects } = needs.settings.tickets;
  const found = subjects.find(({ key }) => key === subject);
  if (found)
    return reply.redirect(searched ? askAboutAddress(searched, found.key) : askAddress(found.key), 303);
  const form: FormState = chosen
    ? { values: {}, errors: [{ field: 'subject', message: words.subjects.empty }] }
    : emptyForm;
  const notices = await readNotices(needs)('contact');
  return show(reply, subjectsPage({ subjects, notices, form, searched }, words), chosen ? 422 : 200);
}
