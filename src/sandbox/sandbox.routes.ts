import type { Clock } from '../kernel/clock.ts';
import { anyone } from '../kernel/policy.ts';
import { wordsIn } from '../kernel/words.ts';
import type { Database } from '../platform/database/database.ts';
import { type Route, route } from '../platform/http/index.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { show } from '../ui/index.ts';
import { inboxRoutes } from './inbox/inbox.routes.ts';
import { sandboxPage } from './sandbox.page.tsx';
import { sandboxWords } from './sandbox.words.ts';

/** Mounted in sandbox mode only. */
export const sandboxRoutes = (needs: { clock: Clock; database: Database; settings: Settings }): Route[] => [
  route(
    { method: 'GET', address: '/sandbox', policy: anyone, supportAccess: 'never' },
    async (request, reply) =>
      show(reply, sandboxPage(needs.settings, needs.clock.now(), wordsIn(sandboxWords, request.language))),
  ),
  ...inboxRoutes({ ...needs, timeZone: needs.settings.service.timeZone }),
];
