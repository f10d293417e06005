import { z } from 'zod';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, readPosted, show } from '../../ui/index.ts';
import { readLink } from '../access-links/access-link.ts';
import { postedLink } from '../access-links/posted-link.ts';
import { notMeAddress } from '../addresses.ts';
import { notMeNotLivePage, notMePage, securedPage } from './not-me.page.tsx';
import { type SayNotMeNeeds, sayNotMe } from './not-me.ts';
import { notMeWords } from './not-me.words.ts';

const open = { policy: anyone, supportAccess: 'never', address: notMeAddress } as const;
const form = z.object({ link: z.string() });

/** Where a notice's "This was not me" leads. Mail scanners open links too, so only the button on the page does it. */
export const notMeRoutes = (needs: SayNotMeNeeds): Route[] => {
  const { settings } = needs;
  return [
    route({ ...open, method: 'GET' }, async (request, reply) => {
      const words = wordsIn(notMeWords, request.language);
      const link = postedLink(request.query);
      const { link: found, state } = await readLink(needs, link, 'not-me');
      if (state === 'live' && found)
        return show(reply, notMePage({ form: emptyForm, link, name: found.fullName }, words));
      const why = state === 'used' ? 'doneBefore' : 'dead';
      return show(reply, notMeNotLivePage({ why, realm: found?.realm ?? 'portal', settings }, words), 410);
    }),
    route({ ...open, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
      const words = wordsIn(notMeWords, request.language);
      const secret = postedLink(request.body);
      const read = readPosted(form, request);
      if (!read.valid) {
        const { link } = await readLink(needs, secret, 'not-me');
        return show(reply, notMePage({ form: read, link: secret, name: link?.fullName ?? '' }, words), 422);
      }
      const result = await sayNotMe(needs, { secret, clientNetwork: request.clientNetwork });
      if (result.outcome !== 'secured')
        return show(
          reply,
          notMeNotLivePage({ why: result.outcome, realm: result.realm, settings }, words),
          410,
        );
      // Their session has just ended with the others, so the page must not greet them as logged in.
      if (request.actor?.subject === result.accountId) request.actor = undefined;
      return show(reply, securedPage(settings, words));
    }),
  ];
};
