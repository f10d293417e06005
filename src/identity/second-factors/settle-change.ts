import type { Audit } from '../../audit/index.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import type { Account } from '../account.ts';
import { endOtherAttempts } from '../log-in-attempts/held-attempt.store.ts';
import { forgetRemembered } from '../sessions/device.store.ts';
import { endOtherSessions, renewSession } from '../sessions/renew-session.ts';
import { endSessions } from '../sessions/session.store.ts';
import type { Asker } from './asker.ts';
import { listFactors } from './factor.store.ts';
import type { Factor, FactorId, FactorKind } from './factor.ts';
import { type TellOfFactorsNeeds, tellOfFactors } from './tell-of-factors.ts';

export type SettleChangeNeeds = TellOfFactorsNeeds & AccessLinkNeeds & { audit: Audit; secrets: Secrets };

export interface FactorChange {
  what: 'added' | 'number-changed' | 'codes-made' | 'removed' | 'renamed' | 'preferred';
  kind: FactorKind;
  id: FactorId;
  /** Empty where it has none. */
  name: string;
  account: Account;
  /** What there was, so that a number that went away still hears of it. */
  before: readonly Factor[];
  /** Its notice takes back all that was done from then on, the change itself first of all. */
  since: Date;
}

const actions: Record<FactorChange['what'], string> = {
  added: 'factor-added',
  'number-changed': 'factor-added',
  'codes-made': 'recovery-codes-made',
  removed: 'factor-removed',
  renamed: 'factor-renamed',
  preferred: 'factor-preferred',
};

/** A name and an order let nobody in, and throw nobody out. */
const endsOthers = ({ what }: FactorChange): boolean => what !== 'renamed' && what !== 'preferred';

/**
 * What every change of factors brings along, in its own transaction: everybody else is out, no device is remembered any
 * more, and its owner hears of it. Gives the new token of the session it was made in.
 */
export async function settleChange(
  needs: SettleChangeNeeds,
  tx: Tx,
  asker: Asker,
  change: FactorChange,
): Promise<string | undefined> {
  const token = endsOthers(change) ? await endTheRest(needs, tx, asker) : undefined;
  const now = await listFactors(tx, asker.accountId, asker.realm);
  for (const gone of replacedBy(change, now)) await note(needs, tx, asker, 'factor-removed', gone);
  await note(needs, tx, asker, actions[change.what], change);
  await tellOfFactors(needs, tx, asker, { ...change, numbers: numbersOf([...change.before, ...now]) });
  return token;
}

/** What went away to make room; what a change is about is on record by itself. */
const replacedBy = ({ before, id }: FactorChange, now: readonly Factor[]): Factor[] =>
  before.filter((one) => one.id !== id && !now.some((other) => other.id === one.id));

const note = (
  { audit }: SettleChangeNeeds,
  tx: Tx,
  { accountId, via }: Asker,
  action: string,
  { kind, id, name }: Pick<FactorChange, 'kind' | 'id' | 'name'>,
) =>
  audit.record(tx, {
    action,
    actor: via.in === 'session' ? via.actor : 'owner',
    subject: accountId,
    record: { type: 'factor', id },
    detail: { kind, ...(name && { name }) },
  });

async function endTheRest(needs: SettleChangeNeeds, tx: Tx, { accountId, via }: Asker) {
  const now = needs.clock.now();
  await forgetRemembered(tx, accountId);
  await endOtherAttempts(tx, accountId, via.in === 'log-in' ? via.attempt.id : null, now);
  if (via.in === 'log-in') {
    await endSessions(tx, accountId, 'factors-changed', now, via.attempt.id);
    return undefined;
  }
  await endOtherSessions(tx, via.actor, 'factors-changed', now);
  return renewSession(needs, tx, via.actor);
}

const numbersOf = (factors: readonly Factor[]): string[] => [
  ...new Set(factors.flatMap(({ phoneDialled }) => phoneDialled ?? [])),
];
