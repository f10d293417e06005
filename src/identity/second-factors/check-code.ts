import type { Audit } from '../../audit/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import { type Closure, clearLane, giveTryBack, type Lane, reserveTry } from '../lockout/entry-lane.ts';
import { countWrongTry, limitTries } from '../lockout/network-limit.ts';
import { type CodeEntry, codeLane, codeRules } from './code-lane.ts';
import { listFactors, markFactorUsed } from './factor.store.ts';
import type { Factor } from './factor.ts';
import { isTrusted } from './factor-policy.ts';
import { isRightCode } from './is-right-code.ts';
import { voidSentCodes } from './sent-code.store.ts';
import { besideTarget, isSentCode } from './sent-code.ts';

export interface CheckCodeNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  settings: Pick<Settings, 'lockout' | 'secondFactor'>;
}

export interface CodeToCheck extends CodeEntry {
  /** The session or waiting log in in which the code is typed. */
  boundTo: string;
  factor: Factor;
  /** The code is the one by email that a number needs beside it until it is trusted. */
  isBeside?: boolean;
  /** As typed: spaces and dashes are forgiven. */
  code: string;
  clientNetwork: string;
}

export type CheckCodeOutcome<T> =
  /** `done` is what the caller made of it, in the same transaction. */
  | { outcome: 'right'; done: T }
  | { outcome: 'wrong'; left: number }
  /** `justNow`: this try closed it. */
  | { outcome: 'closed'; closure: Closure; justNow: boolean };

/**
 * Checks a code against one of the account's own factors. All ways of getting one share the tries, however many
 * browsers ask and however many codes were sent; the try is taken before the code is looked at.
 */
export async function checkCode<T>(
  needs: CheckCodeNeeds,
  typed: CodeToCheck,
  onRight: (tx: Tx) => Promise<T>,
): Promise<CheckCodeOutcome<T>> {
  const { database, settings, clock } = needs;
  await limitTries(needs, database, typed.clientNetwork);
  const lane = codeLane(needs, typed);
  const taken = await reserveTry(database, lane, codeRules(settings), clock.now());
  if (taken.outcome === 'closed') return { ...taken, justNow: false };
  const right = await inTransaction(database, async (tx) => {
    await lockAccount(tx, typed.accountId);
    const factor = await findFactor(tx, typed);
    if (!factor || !(await looksRight(needs, tx, { ...typed, factor }))) return undefined;
    await settleTries(needs, tx, lane, typed.isBeside || isTrusted(factor, clock.now()));
    await markFactorUsed(tx, factor.id, clock.now());
    return { done: await onRight(tx) };
  });
  if (right) return { outcome: 'right', done: right.done };
  await noteWrongCode(needs, typed, taken.closesWith !== undefined);
  if (taken.closesWith) return { outcome: 'closed', closure: taken.closesWith, justNow: true };
  return { outcome: 'wrong', left: taken.left };
}

/** As it is now: one that was removed meanwhile proves nothing. */
const findFactor = async (tx: Tx, { accountId, realm, factor }: CodeToCheck): Promise<Factor | undefined> =>
  (await listFactors(tx, accountId, realm)).find(({ id }) => id === factor.id);

const looksRight = (needs: CheckCodeNeeds, tx: Tx, typed: CodeToCheck): Promise<boolean> =>
  typed.isBeside
    ? isSentCode(needs, tx, { ...typed, target: besideTarget(typed) })
    : isRightCode(needs, tx, typed);

/** A number that proves nothing alone must not buy its holder more tries at the code that is asked for beside it. */
const settleTries = ({ settings }: CheckCodeNeeds, tx: Tx, lane: Lane, isProven: boolean) =>
  isProven ? clearLane(tx, lane) : giveTryBack(tx, lane, codeRules(settings));

/** `closes`: it was the last try, so no code under way works any more. */
export const noteWrongCode = (
  needs: CheckCodeNeeds,
  typed: Pick<CodeToCheck, 'accountId' | 'realm' | 'clientNetwork'>,
  closes: boolean,
) =>
  inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, typed.accountId);
    await countWrongTry(needs, tx, typed.clientNetwork);
    if (closes) await voidSentCodes(tx, typed.accountId, typed.realm, needs.clock.now());
    await needs.audit.record(tx, {
      action: closes ? 'code-entry-closed' : 'code-wrong',
      actor: 'anyone',
      subject: typed.accountId,
      clientNetwork: typed.clientNetwork,
    });
  });
