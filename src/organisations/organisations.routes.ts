import type { Route } from '../platform/http/index.ts';
import { askForAccessRoutes } from './ask-for-access/ask-for-access.routes.ts';
import type { AskForAccessNeeds } from './ask-for-access/ask-for-access.ts';
import { answerByMailboxRoutes } from './check-registration/answer-by-mailbox.routes.ts';
import {
  type CheckRegistrationNeeds,
  checkRegistrationRoutes,
} from './check-registration/check-registration.routes.ts';
import { findOrganisationRoutes } from './find-organisation/find-organisation.routes.ts';
import { type RegistersNeeds, registersRoutes } from './import-register/registers.routes.ts';
import { registerOrganisationRoutes } from './register-organisation/register-organisation.routes.ts';
import type { RegisterOrganisationNeeds } from './register-organisation/register-organisation.ts';

export type OrganisationNeeds = AskForAccessNeeds &
  CheckRegistrationNeeds &
  RegistersNeeds &
  RegisterOrganisationNeeds;

/** Every address of the module: registering, asking for access, and the desk's part in both. */
export const organisationRoutes = (needs: OrganisationNeeds): Route[] => [
  ...findOrganisationRoutes(needs),
  ...registerOrganisationRoutes(needs),
  ...askForAccessRoutes(needs),
  ...answerByMailboxRoutes(needs),
  ...checkRegistrationRoutes(needs),
  ...registersRoutes(needs),
];
