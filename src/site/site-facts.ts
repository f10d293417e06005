import type { Duration } from '../kernel/duration.ts';

/** What the public pages say about who runs the service and how to reach them; all of it from settings. */
export interface SiteFacts {
  serviceName: string;
  operator: string;
  support: { email: string; phone: string; hours: { days: string; times: string } };
  usedByPatients: boolean;
  retention: {
    closedAccounts: Duration;
    unusedInvitations: Duration;
    sessions: Duration;
    messages: Duration;
  };
  /** Whether people are there for an organisation they work for. */
  hasOrganisations: boolean;
}
