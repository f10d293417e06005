import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { accountHomePage } from './account-home.page.tsx';
import { findAccountHome } from './account-home.store.ts';
import { accountHomeWords } from './account-home.words.ts';
import type { OrganisationPages, WaitingInvitations } from './waiting-invitations.ts';

export interface AccountHomeNeeds {
  clock: Clock;
  database: Database;
  invitations: WaitingInvitations;
  organisationPages: OrganisationPages;
  settings: Settings;
}

/** A person's own page; the first thing seen after log in. */
export const accountHomeRoutes = ({
  clock,
  database,
  invitations,
  organisationPages,
  settings,
}: AccountHomeNeeds): Route[] => [
  route(
    { method: 'GET', address: '/account', policy: loggedIn, supportAccess: 'read' },
    async (request, reply) => {
      ask(loggedIn, request.actor, undefined);
      const home = await findAccountHome(database, request.actor.subject, clock.now());
      if (!home) throw new NotFound('account');
      const waiting = {
        address: invitations.address,
        count: await invitations.count(request.actor.subject),
      };
      const { timeZone } = settings.service;
      const { registration, services } = settings.organisations;
      const words = wordsIn(accountHomeWords, request.language);
      return show(
        reply,
        accountHomePage(
          {
            home,
            invitations: waiting,
            addressOf: organisationPages.address,
            hasPeople: organisationPages.looksAfterPeople(request.actor),
            timeZone,
            services,
            registration,
          },
          words,
        ),
      );
    },
  ),
];
