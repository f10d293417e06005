import type { Route } from '../platform/http/index.ts';
import {
  acceptInvitationRoutes,
  type LinkedInvitationNeeds,
} from './accept-invitation/accept-invitation.routes.ts';
import { myInvitationsRoutes } from './accept-invitation/my-invitations.routes.ts';
import { accessRequestsRoutes } from './access-requests/access-requests.routes.ts';
import type { DecideRequestNeeds } from './access-requests/decide-request.ts';
import { askForAccessRoutes } from './ask-for-access/ask-for-access.routes.ts';
import type { AskForAccessNeeds } from './ask-for-access/ask-for-access.ts';
import { changePersonRoutes } from './change-person/change-person.routes.ts';
import { answerByMailboxRoutes } from './check-registration/answer-by-mailbox.routes.ts';
import {
  type CheckRegistrationNeeds,
  checkRegistrationRoutes,
} from './check-registration/check-registration.routes.ts';
import { createUserRoutes } from './create-user/create-user.routes.ts';
import type { CreateUserNeeds } from './create-user/create-user.ts';
import { findOrganisationRoutes } from './find-organisation/find-organisation.routes.ts';
import type { AnswerHandoverNeeds } from './hand-over/answer-handover.ts';
import { handOverRoutes } from './hand-over/hand-over.routes.ts';
import { hasLeftRoutes } from './has-left/has-left.routes.ts';
import type { SayLeftNeeds } from './has-left/say-left.ts';
import {
  type HelpOrganisationNeeds,
  helpOrganisationRoutes,
} from './help-organisation/help-organisation.routes.ts';
import { importPeopleRoutes } from './import-people/import-people.routes.ts';
import type { ImportPeopleNeeds } from './import-people/import-people.ts';
import { type RegistersNeeds, registersRoutes } from './import-register/registers.routes.ts';
import { leaveRoutes } from './leave/leave.routes.ts';
import type { DownloadPeopleNeeds } from './list-people/download-people.ts';
import { listPeopleRoutes } from './list-people/list-people.routes.ts';
import { lookAtInvitationRoutes } from './look-at-invitation/look-at-invitation.routes.ts';
import type { LookAtInvitationNeeds } from './look-at-invitation/look-at-invitation.ts';
import {
  type MainContactGoneNeeds,
  mainContactGoneRoutes,
} from './main-contact-gone/main-contact-gone.routes.ts';
import { manageInvitationRoutes } from './manage-invitation/manage-invitation.routes.ts';
import type { ManageInvitationNeeds } from './manage-invitation/manage-invitation.ts';
import { type MyPeopleRoutesNeeds, myPeopleRoutes } from './my-people/my-people.routes.ts';
import { organisationHomeRoutes } from './organisation-home/organisation-home.routes.ts';
import { personRoutes } from './person/person.routes.ts';
import { reactivatePersonRoutes } from './reactivate-person/reactivate-person.routes.ts';
import type { ReactivatePersonNeeds } from './reactivate-person/reactivate-person.ts';
import { registerOrganisationRoutes } from './register-organisation/register-organisation.routes.ts';
import type { RegisterOrganisationNeeds } from './register-organisation/register-organisation.ts';
import { removePersonRoutes } from './remove-person/remove-person.routes.ts';
import type { GiveBackNeeds } from './remove-person/undo-removal.ts';
import { reviewAccessRoutes } from './review-access/review-access.routes.ts';
import type { ReviewAccessNeeds } from './review-access/review-access.ts';

export type OrganisationNeeds = MainContactGoneNeeds &
  AnswerHandoverNeeds &
  AskForAccessNeeds &
  CheckRegistrationNeeds &
  CreateUserNeeds &
  LinkedInvitationNeeds &
  LookAtInvitationNeeds &
  ManageInvitationNeeds &
  DecideRequestNeeds &
  DownloadPeopleNeeds &
  GiveBackNeeds &
  ImportPeopleNeeds &
  HelpOrganisationNeeds &
  MyPeopleRoutesNeeds &
  ReactivatePersonNeeds &
  RegistersNeeds &
  RegisterOrganisationNeeds &
  ReviewAccessNeeds &
  SayLeftNeeds;

/** Every address of the module: registering, asking for access, and the desk's part in both. */
export const organisationRoutes = (needs: OrganisationNeeds): Route[] => [
  ...findOrganisationRoutes(needs),
  ...registerOrganisationRoutes(needs),
  ...askForAccessRoutes(needs),
  ...accessRequestsRoutes(needs),
  ...answerByMailboxRoutes(needs),
  ...checkRegistrationRoutes(needs),
  ...handOverRoutes(needs),
  ...mainContactGoneRoutes(needs),
  ...registersRoutes(needs),
  ...organisationHomeRoutes(needs),
  ...listPeopleRoutes(needs),
  ...myPeopleRoutes(needs),
  ...createUserRoutes(needs),
  ...manageInvitationRoutes(needs),
  ...lookAtInvitationRoutes(needs),
  ...acceptInvitationRoutes(needs),
  ...myInvitationsRoutes(needs),
  ...importPeopleRoutes(needs),
  ...personRoutes(needs),
  ...changePersonRoutes(needs),
  ...removePersonRoutes(needs),
  ...leaveRoutes(needs),
  ...reactivatePersonRoutes(needs),
  ...hasLeftRoutes(needs),
  ...reviewAccessRoutes(needs),
  ...helpOrganisationRoutes(needs),
];
