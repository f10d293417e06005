import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { accountDetailsAddress } from '../addresses.ts';
import { accountDetailsPage } from './account-details.page.tsx';
import { findAccountDetails } from './account-details.store.ts';
import { accountDetailsWords } from './account-details.words.ts';

interface AccountDetailsNeeds {
  clock: Clock;
  database: Database;
  settings: Settings;
}

export const accountDetailsRoutes = ({ clock, database, settings }: AccountDetailsNeeds): Route[] => [
  route(
    { method: 'GET', address: accountDetailsAddress, policy: loggedIn, supportAccess: 'read' },
    async (request, reply) => {
      ask(loggedIn, request.actor, undefined);
      const details = await findAccountDetails(database, request.actor.subject, clock.now());
      if (!details) throw new NotFound('account');
      const isPasswordDone = (request.query as { done?: unknown }).done === 'password';
      const words = wordsIn(accountDetailsWords, request.language);
      return show(reply, accountDetailsPage({ details, settings, isPasswordDone }, words));
    },
  ),
];
