import type { Route } from '../platform/http/index.ts';
import { findOrganisationRoutes } from './find-organisation/find-organisation.routes.ts';
import type { FindOrganisationNeeds } from './organisation-by-code.ts';
import { registerOrganisationRoutes } from './register-organisation/register-organisation.routes.ts';

type Needs = FindOrganisationNeeds & Parameters<typeof registerOrganisationRoutes>[0];

/** Every address of this module. */
export const organisationRoutes = (needs: Needs): Route[] => [
  ...findOrganisationRoutes(needs),
  ...registerOrganisationRoutes(needs),
];
