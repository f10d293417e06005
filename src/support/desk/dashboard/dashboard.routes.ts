import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { show } from '../../../ui/index.ts';
import { deskDashboardAddress } from '../../addresses.ts';
import { seeDashboard } from '../../policy.ts';
import { dashboardPage } from './dashboard.page.tsx';
import { dashboardWords } from './dashboard.words.ts';
import { type DashboardNeeds, type Period, periods, readDashboard } from './read-dashboard.ts';

const desk = { policy: seeDashboard, supportAccess: 'never', realm: 'support' } as const;

export const dashboardRoutes = (needs: DashboardNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskDashboardAddress }, async (request, reply) => {
    const period = periodOf(request.query);
    const dashboard = await readDashboard(needs, request.actor, period);
    return show(reply, dashboardPage({ dashboard, period }, wordsIn(dashboardWords, request.language)));
  }),
];

const periodOf = (query: unknown): Period => {
  const { weeks } = query as { weeks?: unknown };
  return periods.find((period) => String(period) === weeks) ?? 12;
};
