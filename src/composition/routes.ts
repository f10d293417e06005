import {
  accessRoutes,
  accountRoutes,
  accountSecurityRoutes,
  activateRoutes,
  activityRoutes,
  addPasskeyRoutes,
  cannotUseRoutes,
  closeAccountRoutes,
  confirmIdentityRoutes,
  confirmPasskeyRoutes,
  correctDataRoutes,
  createAccountRoutes,
  dataRightsRoutes,
  devicesRoutes,
  logInCodeRoutes,
  logInPasskeyRoutes,
  logInRoutes,
  logOutRoutes,
  notMeRoutes,
  recoverAccountRoutes,
  setUpFactorRoutes,
  stayRoutes,
  supportSignInRoutes,
} from '../identity/index.ts';
import { organisationPages, organisationRoutes, waitingInvitations } from '../organisations/index.ts';
import type { Route } from '../platform/http/index.ts';
import { sandboxRoutes } from '../sandbox/index.ts';
import { siteRoutes } from '../site/index.ts';
import { supportRoutes } from '../support/index.ts';
import type { Needs } from './needs.ts';

/** Every address the product answers, in one list: the matrix tests and the docs read it. */
export const allRoutes = (needs: Needs): Route[] => [
  ...siteRoutes(needs),
  ...logInRoutes(needs),
  ...logInPasskeyRoutes(needs),
  ...logInCodeRoutes(needs),
  ...logOutRoutes(needs),
  ...setUpFactorRoutes(needs),
  ...cannotUseRoutes(needs),
  ...recoverAccountRoutes(needs),
  ...activateRoutes(needs),
  ...createAccountRoutes(needs),
  ...confirmIdentityRoutes(needs),
  ...confirmPasskeyRoutes(needs),
  ...addPasskeyRoutes(needs),
  ...devicesRoutes(needs),
  ...stayRoutes(needs),
  ...notMeRoutes(needs),
  ...accountRoutes({
    ...needs,
    invitations: waitingInvitations(needs),
    organisationPages: organisationPages(needs),
  }),
  ...accountSecurityRoutes(needs),
  ...accessRoutes(needs),
  ...dataRightsRoutes(needs),
  ...correctDataRoutes(needs),
  ...closeAccountRoutes(needs),
  ...activityRoutes(needs),
  ...supportSignInRoutes(needs),
  ...organisationRoutes(needs),
  ...supportRoutes(needs),
  ...(needs.sandbox ? sandboxRoutes(needs) : []),
];
