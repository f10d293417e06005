import type { RegisterStatus } from '../places/organisation.ts';
import type { RefusalReason, RegisterKind, RegisterRow } from './register-row.ts';

/** What the database holds under a row's code, and under its practice's. */
export interface Held {
  kind: RegisterKind | 'operator' | null;
  registerHash: string | null;
  status: RegisterStatus | null;
  parentId: string | null;
  parentStatus: RegisterStatus | null;
}

export type Difference = 'added' | 'changed' | 'closed' | 'unchanged' | { refused: RefusalReason };

export function difference(row: RegisterRow, hash: string, held: Held): Difference {
  if (held.kind !== null && held.kind !== row.kind) return { refused: 'other-kind' };
  if (row.kind === 'branch' && !held.parentId) return { refused: 'unknown-practice' };
  if (held.kind === null) return 'added';
  if (held.registerHash === hash) return 'unchanged';
  return statusWithPractice(row, held) === 'closed' && held.status !== 'closed' ? 'closed' : 'changed';
}

/** An open branch is as open as its practice. */
export const statusWithPractice = (row: RegisterRow, held: Held): RegisterStatus =>
  row.status === 'closed' ? 'closed' : (held.parentStatus ?? row.status);
