import type { Clock } from '../../kernel/clock.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Tx } from '../../platform/database/database.ts';
import { tidyCode } from './recovery-codes.ts';
import { findLiveCode, useSentCode } from './sent-code.store.ts';

/** What a code may be kept as, newest key first; bound to its own row, so equal codes look different. */
export const sentCodeMacs = (keyRing: KeyRing, id: string, code: string): string[] =>
  keyRing.macs('typed-code', `${id}:${code}`);

/** Whether this is the newest code that was sent to this browser for the target; it works once. */
export async function isSentCode(
  { keyRing, clock }: { keyRing: KeyRing; clock: Clock },
  tx: Tx,
  { boundTo, target, code }: { boundTo: string; target: string; code: string },
): Promise<boolean> {
  const now = clock.now();
  const live = await findLiveCode(tx, { boundTo, target, now });
  if (!live || !sentCodeMacs(keyRing, live.id, tidyCode(code)).includes(live.codeMac)) return false;
  return useSentCode(tx, live.id, now);
}

/** What a code by email is sent for that a number needs beside it; it works in the log in that asked for it. */
export const besideTarget = ({ accountId }: { accountId: AccountId }): string => accountId;
