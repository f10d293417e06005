import { isStaff } from '../identity/index.ts';
import { policy } from '../kernel/policy.ts';

/** Support staff look after registers and registrations, whatever organisation they concern. */
export const manageRegistrations = policy('manage registrations', (actor) =>
  isStaff(actor, 'agent', 'administrator'),
);

export const manageRegisters = policy('manage registers', (actor) =>
  isStaff(actor, 'agent', 'administrator'),
);
