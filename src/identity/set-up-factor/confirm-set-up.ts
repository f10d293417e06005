import { readPhoneNumber } from '../../kernel/phone-number.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { type Closure, giveTryBack, reserveTry } from '../lockout/entry-lane.ts';
import { limitTries } from '../lockout/network-limit.ts';
import {
  type AddFactorNeeds,
  type AddFactorOutcome,
  addFactor,
  type NewFactor,
} from '../second-factors/add-factor.ts';
import { askProven } from '../second-factors/ask-proven.ts';
import type { Asker } from '../second-factors/asker.ts';
import { stepOfCode } from '../second-factors/authenticator.ts';
import { noteWrongCode } from '../second-factors/check-code.ts';
import { codeLane, codeRules } from '../second-factors/code-lane.ts';
import type { FactorKind } from '../second-factors/factor.ts';
import { recoveryKeyLength, tidyCode } from '../second-factors/recovery-codes.ts';
import { isSentCode } from '../second-factors/sent-code.ts';
import { codesOf, secretOf } from './begin-set-up.ts';
import { endSetUp, findSetUp, type SetUp, type SetUpId } from './set-up.store.ts';

export type ConfirmSetUpNeeds = AddFactorNeeds & { database: Database };

export interface CodeToConfirm {
  kind: FactorKind;
  /** The set-up the page was about: another tab may have begun another. */
  setUp: SetUpId;
  code: string;
  /** What an app is called until its owner says otherwise. */
  name: string;
  clientNetwork: string;
}

export type ConfirmSetUpOutcome =
  | AddFactorOutcome
  | { outcome: 'wrong'; left: number }
  | { outcome: 'closed'; closure: Closure; justNow: boolean }
  /** It was finished, ran out, or was begun anew in another tab. */
  | { outcome: 'gone' };

/**
 * Takes the code that proves a set-up. Wrong ones count with all other wrong codes of the account; a right one gives its
 * try back and no more, so that setting something up buys nobody further tries at a code that is not theirs.
 */
export async function confirmSetUp(
  needs: ConfirmSetUpNeeds,
  asker: Asker,
  typed: CodeToConfirm,
): Promise<ConfirmSetUpOutcome> {
  const { database, settings, clock } = needs;
  if (asker.via.in === 'session') await askProven(needs, database, asker.via.actor);
  await limitTries(needs, database, typed.clientNetwork);
  const [lane, rules] = [codeLane(needs, asker), codeRules(settings)];
  const taken = await reserveTry(database, lane, rules, clock.now());
  if (taken.outcome === 'closed') return { ...taken, justNow: false };
  const result = await inTransaction(database, async (tx) => {
    const setUp = await holdSetUp(needs, tx, asker, typed);
    const factor = setUp && (await prove(needs, tx, asker, setUp, typed));
    if (setUp && !factor) return undefined;
    await giveTryBack(tx, lane, rules);
    return setUp && factor ? add(needs, tx, asker, setUp, factor) : ({ outcome: 'gone' } as const);
  });
  if (result) return result;
  await noteWrongCode(needs, { ...asker, ...typed }, taken.closesWith !== undefined);
  if (taken.closesWith) return { outcome: 'closed', closure: taken.closesWith, justNow: true };
  return { outcome: 'wrong', left: taken.left };
}

/** Makes the codes on the page those of the account; whoever ticked the box has kept them. */
export const keepRecoveryCodes = (
  needs: ConfirmSetUpNeeds,
  asker: Asker,
  id: SetUpId,
): Promise<AddFactorOutcome | { outcome: 'gone' }> =>
  inTransaction(needs.database, async (tx) => {
    const kind = 'recovery-codes';
    const setUp = await holdSetUp(needs, tx, asker, { kind, setUp: id });
    if (!setUp) return { outcome: 'gone' };
    const key = needs.secrets.bytes(recoveryKeyLength);
    return add(needs, tx, asker, setUp, { kind, key, codes: codesOf(needs, setUp) });
  });

/** As it is while the account is held: a second press of the button finds it done. */
async function holdSetUp(
  { clock }: ConfirmSetUpNeeds,
  tx: Tx,
  { accountId, boundTo }: Asker,
  { kind, setUp }: Pick<CodeToConfirm, 'kind' | 'setUp'>,
): Promise<SetUp | undefined> {
  await lockAccount(tx, accountId);
  const found = await findSetUp(tx, { boundTo, kind, now: clock.now() });
  return found?.id === setUp ? found : undefined;
}

async function prove(
  needs: ConfirmSetUpNeeds,
  tx: Tx,
  { boundTo }: Asker,
  setUp: SetUp,
  { code, name }: CodeToConfirm,
): Promise<NewFactor | undefined> {
  if (setUp.kind === 'authenticator') {
    const secret = secretOf(needs, setUp);
    const lastStep = stepOfCode(secret, tidyCode(code), needs.clock.now());
    return lastStep === undefined ? undefined : { kind: 'authenticator', name, secret, lastStep };
  }
  if (!(await isSentCode(needs, tx, { boundTo, target: setUp.id, code }))) return undefined;
  const phone = readPhoneNumber(setUp.phone ?? '');
  if (!phone) return { kind: 'email' };
  return { kind: 'text', phone, ...(setUp.replaces && { replaces: setUp.replaces }) };
}

async function add(
  needs: ConfirmSetUpNeeds,
  tx: Tx,
  asker: Asker,
  { id }: SetUp,
  factor: NewFactor,
): Promise<AddFactorOutcome> {
  const added = await addFactor(needs, tx, asker, factor);
  if (added.outcome === 'added') await endSetUp(tx, id, needs.clock.now());
  return added;
}
