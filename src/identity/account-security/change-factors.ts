import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { askerOfSession } from '../second-factors/asker.ts';
import { preferFactor, removeFactor, renameFactor } from '../second-factors/change-factor.store.ts';
import type { Factor } from '../second-factors/factor.ts';
import { freeName } from '../second-factors/factor-name.ts';
import { areEnough, needsFactor } from '../second-factors/factor-policy.ts';
import { type HoldOutcome, holdFactors, type NotHeld } from '../second-factors/hold-factors.ts';
import { type FactorChange, type SettleChangeNeeds, settleChange } from '../second-factors/settle-change.ts';

export type ChangeFactorsNeeds = SettleChangeNeeds & { database: Database; settings: Settings };

export type ChangeFactorOutcome =
  /** `token`: what this session goes on under. */
  | { outcome: 'removed' | 'renamed' | 'preferred'; token: string | undefined }
  /** The policy wants a way to prove oneself, and the rest would not do. */
  | { outcome: 'last-one' }
  /** It was removed meanwhile, or never was this account's. */
  | { outcome: 'gone' }
  | NotHeld;

type Held = Extract<HoldOutcome, { outcome: 'held' }>;
type Changing = { tx: Tx; actor: Actor; held: Held; factor: Factor };
type Made = { what: 'removed' | 'renamed' | 'preferred'; name?: string } | 'last-one';

/** Removes one for good; it is kept some days, for an owner who says that it was not them. */
export const removeOwnFactor = (needs: ChangeFactorsNeeds, actor: Actor | undefined, id: string) =>
  changeFactor(needs, actor, id, async ({ tx, actor: owner, held, factor }) => {
    if (!mayGo(needs, owner, held.factors, factor)) return 'last-one';
    await removeFactor(tx, factor.id, needs.clock.now());
    return { what: 'removed' };
  });

export const renameOwnFactor = (
  needs: ChangeFactorsNeeds,
  actor: Actor | undefined,
  { id, name: wanted }: { id: string; name: string },
) =>
  changeFactor(needs, actor, id, async ({ tx, held, factor }) => {
    const others = held.factors.filter((other) => other.id !== factor.id);
    const name = freeName(wanted, factor.kind, others);
    await renameFactor(tx, factor.id, name);
    return { what: 'renamed', name };
  });

/** Which is asked for first. */
export const preferOwnFactor = (needs: ChangeFactorsNeeds, actor: Actor | undefined, id: string) =>
  changeFactor(needs, actor, id, async ({ tx, actor: { person }, factor }) => {
    await preferFactor(tx, person.accountId, person.realm, factor.id);
    return { what: 'preferred' };
  });

/** Whether the rest would still do what the policy asks. */
export const mayGo = (
  { settings }: Pick<ChangeFactorsNeeds, 'settings'>,
  { person: { realm, roles } }: Actor,
  factors: readonly Factor[],
  factor: Factor,
): boolean =>
  !needsFactor(settings, realm, roles) ||
  areEnough(
    settings.secondFactor,
    factors.filter(({ id }) => id !== factor.id),
  );

/** Holds the account, so that of two that would each leave the other one only the first goes. */
async function changeFactor(
  needs: ChangeFactorsNeeds,
  actor: Actor | undefined,
  id: string,
  make: (changing: Changing) => Promise<Made>,
): Promise<ChangeFactorOutcome> {
  ask(loggedInTo[actor?.person.realm ?? 'portal'], actor, undefined);
  const asker = await askerOfSession(needs.database, actor);
  return inTransaction(needs.database, async (tx) => {
    const held = await holdFactors(needs, tx, asker);
    if (held.outcome !== 'held') return held;
    const factor = held.factors.find((own) => own.id === id);
    if (!factor) return { outcome: 'gone' };
    const made = await make({ tx, actor, held, factor });
    if (made === 'last-one') return { outcome: 'last-one' };
    const { account, factors: before, since } = held;
    const name = made.name ?? factor.name;
    const change: FactorChange = {
      what: made.what,
      kind: factor.kind,
      id: factor.id,
      name,
      account,
      before,
      since,
    };
    return { outcome: made.what, token: await settleChange(needs, tx, asker, change) };
  });
}
