import { holds } from '../kernel/actor.ts';
import { policy } from '../kernel/policy.ts';

/** Support staff look after registers and registrations, whatever organisation they concern. */
export const manageRegistrations = policy('manage registrations', (actor) =>
  holds(actor, 'support', 'agent', 'administrator'),
);

export const manageRegisters = policy('manage registers', (actor) =>
  holds(actor, 'support', 'agent', 'administrator'),
);
