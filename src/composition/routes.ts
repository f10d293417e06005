import {
  accessRoutes,
  accountRoutes,
  activateRoutes,
  activityRoutes,
  confirmPasswordRoutes,
  createAccountRoutes,
  devicesRoutes,
  logInRoutes,
  logOutRoutes,
  notMeRoutes,
  recoverAccountRoutes,
} from '../identity/index.ts';
import { organisationRoutes } from '../organisations/index.ts';
import type { Route } from '../platform/http/index.ts';
import { sandboxRoutes } from '../sandbox/index.ts';
import { siteRoutes } from '../site/index.ts';
import { supportRoutes } from '../support/index.ts';
import type { Needs } from './needs.ts';

/** Every address the product answers, in one list: the matrix tests and the docs read it. */
export const allRoutes = (needs: Needs): Route[] => [
  ...siteRoutes(needs),
  ...logInRoutes(needs),
  ...logOutRoutes(needs),
  ...recoverAccountRoutes(needs),
  ...activateRoutes(needs),
  ...createAccountRoutes(needs),
  ...confirmPasswordRoutes(needs),
  ...devicesRoutes(needs),
  ...notMeRoutes(needs),
  ...accountRoutes(needs),
  ...accessRoutes(needs),
  ...activityRoutes(needs),
  ...organisationRoutes(needs),
  ...supportRoutes(needs),
  ...(needs.sandbox ? sandboxRoutes(needs) : []),
];
