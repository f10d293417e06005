import type { Queryable } from '../../platform/database/database.ts';
import type { Here } from '../here.ts';
import { findClosure } from './closure.store.ts';

export interface Closed {
  name: string;
  /** The last day on which it can be looked at; unknown until the closure was noticed. */
  until: string | undefined;
}

/** What closed, and until when its people can look; nothing of what is open. */
export async function findClosed(
  db: Queryable,
  { organisation, practice, place }: Here,
): Promise<Closed | undefined> {
  if (!place.isReadOnly) return undefined;
  const closure = (await findClosure(db, practice.id)) ?? (await findClosure(db, organisation.id));
  return { name: organisation.name, until: closure?.readOnlyUntil };
}
