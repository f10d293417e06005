import type { KeyRing } from '../kernel/key-ring.ts';
import type { Queryable } from '../platform/database/database.ts';
import { type EventFinding, findTouchedEvent } from './find-touched-event.ts';
import { countEventsAfter, findSealAfter, type Seal } from './seal.store.ts';
import { type KeptSeal, readStatement } from './seal-statement.ts';
import { type ChainLink, checkSeal, type SealFinding, startOfChain } from './verify-seal.ts';

export interface VerifyAuditNeeds {
  database: Queryable;
  keyRing: KeyRing;
}

export type AuditFinding = SealFinding | EventFinding;

interface Checked {
  /** Seals and events that were checked and found whole. */
  seals: number;
  events: number;
  /** Events that no seal covers yet, so that nothing can be said of them. */
  notSealed: number;
}

/** `finding` is the first thing that is wrong. */
export type VerifyAuditOutcome =
  | ({ outcome: 'whole'; finding?: undefined } & Checked)
  | ({ outcome: 'touched'; finding: AuditFinding } & Checked);

/**
 * Checks every seal, and every event under it, in order and batch by batch. `kept`, a seal kept outside, also proves
 * that the newest seals were not cut off and that the record was not sealed again by whoever holds the root key.
 */
export async function verifyAudit(
  { database, keyRing }: VerifyAuditNeeds,
  kept?: KeptSeal,
): Promise<VerifyAuditOutcome> {
  let link: ChainLink = startOfChain;
  let finding: AuditFinding | undefined;
  for (;;) {
    const seal = await findSealAfter(database, link.number || undefined);
    if (!seal) break;
    const checked = checkSeal(keyRing, link, seal);
    finding = 'finding' in checked ? checked.finding : await checkStretch(database, link, seal);
    finding ??= differsFromKept(seal, kept);
    if (finding || 'finding' in checked) break;
    link = checked;
  }
  finding ??= unvouched(link) ?? cutOff(link, kept);
  const notSealed = await countEventsAfter(database, link.last ?? 0);
  const counts = { seals: link.number, events: link.events, notSealed };
  return finding ? { outcome: 'touched', finding, ...counts } : { outcome: 'whole', ...counts };
}

const checkStretch = (database: Queryable, { last }: ChainLink, seal: Seal) =>
  findTouchedEvent(database, last, seal);

/** The same number and another statement: everything was sealed anew, so where it begins to differ nobody can tell. */
function differsFromKept(seal: Seal, kept: KeptSeal | undefined): AuditFinding | undefined {
  const isSame = seal.number !== numberOf(kept) || seal.statement === kept?.statement;
  return isSame ? undefined : { found: 'seal-not-as-kept', number: seal.number };
}

/** Seals signed by keys that left the ring count because a later one, signed by a key that is here, builds on them. */
const unvouched = ({ number, vouchedUpTo }: ChainLink): AuditFinding | undefined =>
  vouchedUpTo < number ? { found: 'seal-of-unknown-key', number: vouchedUpTo + 1 } : undefined;

const cutOff = ({ number }: ChainLink, kept: KeptSeal | undefined): AuditFinding | undefined =>
  number < (numberOf(kept) ?? 0) ? { found: 'seal-missing', number: number + 1 } : undefined;

const numberOf = (kept: KeptSeal | undefined): number | undefined =>
  kept && readStatement(kept.statement)?.number;
