import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Registration, RegistrationState, WayToCheck } from './registration.ts';

/** Replaces the code of any earlier letter. False once decided. */
export const keepLetterCode = async (tx: Tx, id: string, mac: string, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('registration')
    .set({ letter_code_mac: mac, letter_code_made_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const keepCheck = async (
  tx: Tx,
  id: string,
  check: { how: WayToCheck; note: string; by: AccountId | null; now: Date },
): Promise<boolean> =>
  (await tx
    .updateTable('registration')
    .set({
      checked_how: check.how,
      checked_note: check.note,
      checked_by: check.by,
      checked_at: check.now,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** One statement decides who was first. False when somebody else was. */
export const keepDecision = async (
  tx: Tx,
  id: string,
  decision: {
    state: Exclude<RegistrationState, 'waiting'>;
    reason: string | null;
    by: AccountId | null;
    now: Date;
  },
): Promise<boolean> =>
  (await tx
    .updateTable('registration')
    .set({
      state: decision.state,
      decision_reason: decision.reason,
      decided_by: decision.by,
      decided_at: decision.now,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** The practice is registered, and its mailbox proven in the way that staff put on record. */
export const registerPractice = (tx: Tx, registration: Registration, now: Date) =>
  tx
    .updateTable('organisation')
    .set({
      registered_at: now,
      mailbox: registration.mailbox,
      mailbox_proven_at: registration.check?.at ?? null,
      mailbox_proven_how: registration.check?.how ?? null,
    })
    .where('id', '=', registration.practice.id)
    .execute();
