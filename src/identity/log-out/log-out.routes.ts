import type { Realm } from '../../kernel/actor.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { loggedOutPage } from '../log-in/log-in.page.tsx';
import { logInWords } from '../log-in/log-in.words.ts';
import { takeSession } from '../sessions/session-cookies.ts';
import { type LogOutNeeds, logOut } from './log-out.ts';

const addresses: Record<Realm, string> = { portal: '/log-out', support: '/log-out/staff' };

/** Log out is a POST, so that no picture or link on another site can do it. */
export const logOutRoutes = (needs: LogOutNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [
    route(
      { method: 'POST', address: addresses[realm], policy: anyone, supportAccess: 'never', realm },
      async (request, reply) => {
        if (request.actor) await logOut(needs, request.actor);
        takeSession(request, realm);
        return reply.redirect(`${addresses[realm]}/done`, 303);
      },
    ),
    route(
      { method: 'GET', address: `${addresses[realm]}/done`, policy: anyone, supportAccess: 'never', realm },
      async (request, reply) => show(reply, loggedOutPage(realm, wordsIn(logInWords, request.language))),
    ),
  ]);
