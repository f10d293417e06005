import type { Realm } from '../../kernel/actor.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { takeSession } from '../sessions/session-cookies.ts';
import { loggedOutPage } from './log-out.page.tsx';
import { type LogOutNeeds, logOut } from './log-out.ts';
import { logOutWords } from './log-out.words.ts';

const addresses: Record<Realm, string> = { portal: '/log-out', support: '/log-out/staff' };
const logInAddresses: Record<Realm, string> = { portal: '/log-in', support: '/log-in/staff' };

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
      async (request, reply) =>
        show(reply, loggedOutPage(logInAddresses[realm], wordsIn(logOutWords, request.language))),
    ),
  ]);
