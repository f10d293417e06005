import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { hours } from '../../kernel/duration.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { ask } from '../../kernel/policy.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { isLetterCode, macOfLetterCode, newLetterCode } from '../claims/letter-code.ts';
import { manageRegistrations } from '../policy.ts';
import { keepCheck, keepLetterCode } from './change-registration.store.ts';
import { findRegistration } from './check-registration.store.ts';
import type { Registration, StaffWay } from './registration.ts';

export interface RecordCheckNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  secrets: Secrets;
}

export type MakeLetterOutcome =
  | { outcome: 'made'; code: string; registration: Registration }
  | { outcome: 'decided-already' };

const triesAnHour = 5;

/** Makes the code of a letter to the practice's address in the register. It is shown once; an earlier one stops working. */
export async function makeLetter(
  needs: RecordCheckNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<MakeLetterOutcome> {
  ask(manageRegistrations, actor, undefined);
  const registration = await findRegistration(needs.database, id);
  if (!registration) throw new NotFound('registration');
  const code = newLetterCode(needs.secrets);
  return inTransaction(needs.database, async (tx) => {
    const mac = macOfLetterCode(needs.keyRing, 'registration-letter', id, code);
    if (!(await keepLetterCode(tx, id, mac, needs.clock.now()))) return { outcome: 'decided-already' };
    await record(needs, tx, actor, 'registration-letter-made', registration);
    return { outcome: 'made', code, registration };
  });
}

export type RecordCheckOutcome =
  | { outcome: 'recorded' }
  | { outcome: 'decided-already' }
  | { outcome: 'no-letter' }
  | { outcome: 'wrong-code' }
  | { outcome: 'too-many-codes' };

/** Puts on record how staff made sure that the practice itself asks. A letter's code is compared, not believed. */
export async function recordCheck(
  needs: RecordCheckNeeds,
  actor: Actor | undefined,
  check: { id: string; how: StaffWay; note: string; code: string },
): Promise<RecordCheckOutcome> {
  ask(manageRegistrations, actor, undefined);
  const registration = await findRegistration(needs.database, check.id);
  if (!registration) throw new NotFound('registration');
  const problem = check.how === 'letter-code' && (await problemWithCode(needs, registration, check.code));
  if (problem) return { outcome: problem };
  return inTransaction(needs.database, async (tx) => {
    const kept = { how: check.how, note: check.note, by: actor.person.accountId, now: needs.clock.now() };
    if (!(await keepCheck(tx, check.id, kept))) return { outcome: 'decided-already' };
    await record(needs, tx, actor, 'registration-checked', registration, check.how);
    return { outcome: 'recorded' };
  });
}

/** Tries are counted apart from the check, so that a wrong one is not forgotten with it. */
async function problemWithCode(needs: RecordCheckNeeds, registration: Registration, typed: string) {
  if (!registration.letterCodeMac) return 'no-letter';
  const name = `letter-code:${registration.id}`;
  const limit = { name, window: hours(1), atMost: triesAnHour, now: needs.clock.now() };
  if (!(await countUse(needs.database, limit)).allowed) return 'too-many-codes';
  const letter = { id: registration.id, mac: registration.letterCodeMac };
  const isRight = isLetterCode(needs.keyRing, 'registration-letter', letter, typed);
  return isRight ? undefined : 'wrong-code';
}

const record = (
  needs: RecordCheckNeeds,
  tx: Tx,
  actor: Actor,
  action: string,
  registration: Registration,
  reason?: string,
) =>
  needs.audit.record(tx, {
    action,
    actor,
    organisation: registration.practice.id,
    record: { type: 'registration', id: registration.id },
    ...(reason && { reason }),
  });
