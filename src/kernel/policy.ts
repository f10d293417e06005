import type { Actor, Realm } from './actor.ts';
import { NotAllowed } from './endings.ts';

/**
 * One permission. `admits` decides from the person alone, so a route can turn people away at the door;
 * `allows` decides for one record, and the operation asks it.
 */
export interface Policy<Record = void> {
  readonly name: string;
  readonly admits: (actor: Actor | undefined) => boolean;
  readonly allows: (actor: Actor | undefined, record: Record) => boolean;
}

export const policy = <Record = void>(
  name: string,
  admits: Policy<Record>['admits'],
  allows: Policy<Record>['allows'] = admits,
): Policy<Record> => ({ name, admits, allows });

/** Throws `NotAllowed` unless the policy allows it; every operation that needs permission begins so. */
export function ask<Record>(
  asked: Policy<Record>,
  actor: Actor | undefined,
  record: Record,
): asserts actor is Actor {
  if (!asked.admits(actor) || !asked.allows(actor, record)) throw new NotAllowed(asked.name);
}

export const anyone: Policy = policy('anyone', () => true);
export const loggedIn: Policy = policy('logged in', (actor) => actor !== undefined);

/** Of pages that both realms have: each admits its own sessions only, and that of support only its staff's. */
export const loggedInTo: Record<Realm, Policy> = {
  portal: policy('logged in to the portal', (actor) => actor?.person.realm === 'portal'),
  support: policy(
    'logged in to support',
    (actor) =>
      actor?.person.realm === 'support' && actor.person.roles.some(({ service }) => service === 'support'),
  ),
};
