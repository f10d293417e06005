import type { Route } from '../platform/http/index.ts';
import { activityRoutes } from './desk/activity/activity.routes.ts';
import { correctionsRoutes } from './desk/corrections/corrections.routes.ts';
import { factorResetsRoutes } from './desk/factor-resets/factor-resets.routes.ts';
import { findPeopleRoutes } from './desk/people/find-people.routes.ts';
import { type PersonNeeds, personRoutes } from './desk/person/person.routes.ts';
import { type StaffRouteNeeds, staffRoutes } from './desk/staff/staff.routes.ts';
import { startRoutes } from './desk/start/start.routes.ts';
import { type TasksNeeds, tasksRoutes } from './desk/tasks/tasks.routes.ts';
import { teamsRoutes } from './desk/teams/teams.routes.ts';
import { type FeedbackRouteNeeds, feedbackRoutes } from './help-centre/feedback/feedback.routes.ts';
import { type ReadHelpNeeds, readHelpRoutes } from './help-centre/read-help/read-help.routes.ts';

export type SupportNeeds = PersonNeeds & StaffRouteNeeds & TasksNeeds & ReadHelpNeeds & FeedbackRouteNeeds;

/** Every address of the desk. */
export const supportRoutes = (needs: SupportNeeds): Route[] => [
  ...readHelpRoutes(needs),
  ...feedbackRoutes(needs),
  ...startRoutes(needs),
  ...tasksRoutes(needs),
  ...findPeopleRoutes(needs),
  ...personRoutes(needs),
  ...staffRoutes(needs),
  ...teamsRoutes(needs),
  ...activityRoutes(needs),
  ...correctionsRoutes(needs),
  ...factorResetsRoutes(needs),
];
