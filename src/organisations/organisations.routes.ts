import type { Route } from '../platform/http/index.ts';
import { accessRequestsRoutes } from './access-requests/access-requests.routes.ts';
import type { DecideRequestNeeds } from './access-requests/decide-request.ts';
import { askForAccessRoutes } from './ask-for-access/ask-for-access.routes.ts';
import type { AskForAccessNeeds } from './ask-for-access/ask-for-access.ts';
import { answerByMailboxRoutes } from './check-registration/answer-by-mailbox.routes.ts';
import {
  type CheckRegistrationNeeds,
  checkRegistrationRoutes,
} from './check-registration/check-registration.routes.ts';
import { createUserRoutes } from './create-user/create-user.routes.ts';
import type { CreateUserNeeds } from './create-user/create-user.ts';
import { findOrganisationRoutes } from './find-organisation/find-organisation.routes.ts';
import { importPeopleRoutes } from './import-people/import-people.routes.ts';
import type { ImportPeopleNeeds } from './import-people/import-people.ts';
import { type RegistersNeeds, registersRoutes } from './import-register/registers.routes.ts';
import type { DownloadPeopleNeeds } from './list-people/download-people.ts';
import { listPeopleRoutes } from './list-people/list-people.routes.ts';
import { organisationHomeRoutes } from './organisation-home/organisation-home.routes.ts';
import { personRoutes } from './person/person.routes.ts';
import { registerOrganisationRoutes } from './register-organisation/register-organisation.routes.ts';
import type { RegisterOrganisationNeeds } from './register-organisation/register-organisation.ts';
import { reviewAccessRoutes } from './review-access/review-access.routes.ts';
import type { ReviewAccessNeeds } from './review-access/review-access.ts';

export type OrganisationNeeds = AskForAccessNeeds &
  CheckRegistrationNeeds &
  CreateUserNeeds &
  DecideRequestNeeds &
  DownloadPeopleNeeds &
  ImportPeopleNeeds &
  RegistersNeeds &
  RegisterOrganisationNeeds &
  ReviewAccessNeeds;

/** Every address of the module: registering, asking for access, and the desk's part in both. */
export const organisationRoutes = (needs: OrganisationNeeds): Route[] => [
  ...findOrganisationRoutes(needs),
  ...registerOrganisationRoutes(needs),
  ...askForAccessRoutes(needs),
  ...accessRequestsRoutes(needs),
  ...answerByMailboxRoutes(needs),
  ...checkRegistrationRoutes(needs),
  ...registersRoutes(needs),
  ...organisationHomeRoutes(needs),
  ...listPeopleRoutes(needs),
  ...createUserRoutes(needs),
  ...importPeopleRoutes(needs),
  ...personRoutes(needs),
  ...reviewAccessRoutes(needs),
];
