import { loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { activityPage } from './activity.page.tsx';
import { activityWords } from './activity.words.ts';
import { readActivity } from './read-activity.ts';

export interface ActivityNeeds {
  database: Database;
  settings: Pick<Settings, 'service'>;
}

export const activityAddress = '/account/activity';

export const activityRoutes = (needs: ActivityNeeds): Route[] => [
  route(
    { method: 'GET', address: activityAddress, policy: loggedIn, supportAccess: 'read' },
    async (request, reply) => {
      const { page } = request.query as { page?: unknown };
      const activity = await readActivity(needs, request.actor, Math.trunc(Number(page)) || 1);
      const { timeZone } = needs.settings.service;
      const words = wordsIn(activityWords, request.language);
      return show(reply, activityPage({ ...activity, timeZone, address: activityAddress }, words));
    },
  ),
];
