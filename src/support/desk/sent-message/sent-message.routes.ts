import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { show } from '../../../ui/index.ts';
import { seePersonBesideTicket } from '../../policy.ts';
import { sentMessageAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { eventsWords } from '../events.words.ts';
import { type ReadSentMessageNeeds, readSentMessage } from './read-sent-message.ts';
import { sentMessagePage } from './sent-message.page.tsx';
import { sentMessageWords } from './sent-message.words.ts';

export interface SentMessageNeeds extends ReadSentMessageNeeds {
  settings: Pick<Settings, 'service'>;
}

const desk = { policy: seePersonBesideTicket, supportAccess: 'never', realm: 'support' } as const;

export const sentMessageRoutes = (needs: SentMessageNeeds): Route[] => [
  route(
    { ...desk, method: 'GET', address: sentMessageAddress(':id', ':message') },
    async (request, reply) => {
      const { id: person, message: asked } = request.params as { id: string; message: string };
      const message = await readSentMessage(needs, request.actor, { person, message: asked });
      const words = {
        desk: wordsIn(deskWords, request.language),
        events: wordsIn(eventsWords, request.language),
        message: wordsIn(sentMessageWords, request.language),
      };
      const { timeZone } = needs.settings.service;
      const ticket = ticketIn(request.query);
      return show(reply, sentMessagePage({ person, ticket, message, timeZone }, words));
    },
  ),
];

/** A reference and nothing else, so that no link made by others leads away from the desk. */
function ticketIn(query: unknown): string | undefined {
  const { ticket } = query as { ticket?: unknown };
  return typeof ticket === 'string' && /^GH(-[2-9A-Z]{4}){2}$/.test(ticket) ? ticket : undefined;
}
