import type { Route } from '../platform/http/index.ts';
import { accountDetailsRoutes } from './account-details/account-details.routes.ts';
import { type AccountHomeNeeds, accountHomeRoutes } from './account-home/account-home.routes.ts';
import { changeEmailRoutes } from './change-email/change-email.routes.ts';
import type { ChangeEmailNeeds } from './change-email/change-email.ts';
import { changeLinksRoutes } from './change-email/change-links.routes.ts';
import { changePasswordRoutes } from './change-password/change-password.routes.ts';
import type { ChangePasswordNeeds } from './change-password/change-password.ts';
import { profileRoutes } from './profile/profile.routes.ts';

/** What people see and change of their own account. */
export const accountRoutes = (needs: AccountHomeNeeds & ChangeEmailNeeds & ChangePasswordNeeds): Route[] => [
  ...accountHomeRoutes(needs),
  ...profileRoutes(needs),
  ...accountDetailsRoutes(needs),
  ...changePasswordRoutes(needs),
  ...changeEmailRoutes(needs),
  ...changeLinksRoutes(needs),
];
