import type { Realm, Role } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Factor, FactorKind } from './factor.ts';

type Rules = Settings['secondFactor'];

/** What decides who is asked: the rule itself, and what the roles there are mean. */
export interface WhoIsAsked {
  secondFactor: Pick<Rules, 'needed'>;
  organisations: Pick<Settings['organisations'], 'services'>;
}

/** Roles that change another person's access, as the settings say; a receptionist without one is no administrator. */
const administers =
  ({ organisations: { services } }: WhoIsAsked) =>
  ({ service, role }: Pick<Role, 'service' | 'role'>): boolean =>
    service === 'support' ? role !== '' : (services[service]?.roles[role]?.kind ?? 'task') !== 'task';

/** Whether the policy asks a person in these roles for more than a password. */
export function needsFactor(
  settings: WhoIsAsked,
  realm: Realm,
  roles: readonly Pick<Role, 'service' | 'role'>[],
): boolean {
  switch (settings.secondFactor.needed) {
    case 'nobody':
      return false;
    case 'everyone':
      return true;
    case 'staff-and-administrators':
      return realm === 'support' || roles.some(administers(settings));
  }
}

/** Recovery codes count while one is left. */
export const canProve = ({ kind, codesLeft }: Factor): boolean => kind !== 'recovery-codes' || codesLeft > 0;

/**
 * Whether a kind is enough by itself, where one is needed: a text only where the setting says so, an email never, since
 * an email alone resets the password.
 */
const isEnoughAlone = ({ textAlone }: Pick<Rules, 'textAlone'>, kind: FactorKind): boolean =>
  kind === 'text' ? textAlone : kind !== 'email';

/** Whether these are enough where a factor is needed. What is not offered any more is used, and is not enough. */
export const areEnough = (rules: Pick<Rules, 'methods' | 'textAlone'>, factors: readonly Factor[]): boolean =>
  factors.some(
    (factor) => canProve(factor) && rules.methods.includes(factor.kind) && isEnoughAlone(rules, factor.kind),
  );

export interface ProofSituation {
  now: Date;
  /** When whoever reads the account's mail last chose its password. */
  recoveredAt: Date | null;
}

/**
 * What proves its owner at a log in. A reset by email must not be followed by a code by email: that way waits until
 * another one was used since.
 */
export function usableFactors(factors: readonly Factor[], { recoveredAt }: ProofSituation): Factor[] {
  const able = factors.filter(canProve);
  const isMailEnough = !recoveredAt || able.some((factor) => wasProvenSince(factor, recoveredAt));
  return able.filter(({ kind }) => kind !== 'email' || isMailEnough);
}

/** By a way that does not go to the mail, and that counted alone when it was used. */
const wasProvenSince = (factor: Factor, since: Date): boolean =>
  factor.kind !== 'email' &&
  factor.lastUsedAt !== null &&
  factor.lastUsedAt > since &&
  isTrusted(factor, factor.lastUsedAt);

/** A new number needs a code by email beside it until it is trusted. */
export const isTrusted = ({ trustedFrom }: Factor, now: Date): boolean => trustedFrom <= now;

/** The preferred first, then as the setting orders the kinds, then the oldest. */
export function inOrder(rules: Pick<Rules, 'methods'>, factors: readonly Factor[]): Factor[] {
  const place = ({ kind }: Factor) => (rules.methods.indexOf(kind) + 1 || rules.methods.length + 1) - 1;
  return [...factors].sort(
    (one, other) =>
      Number(other.isPreferred) - Number(one.isPreferred) ||
      place(one) - place(other) ||
      one.addedAt.getTime() - other.addedAt.getTime(),
  );
}
