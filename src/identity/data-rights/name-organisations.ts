import type { Database } from '../../platform/database/database.ts';
import { listOrganisationNames } from './data-export.store.ts';
import type { DataCopy } from './data-export.ts';

/** What the organisations are called that the activity in a copy speaks of; the file itself has only their ids. */
export async function nameOrganisations(
  { database }: { database: Database },
  { sections }: DataCopy,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set((sections.activity ?? []).map(({ organisationId }) => organisationId));
  const known = [...ids].filter((id) => typeof id === 'string');
  const named = known.length > 0 ? await listOrganisationNames(database, known) : [];
  return new Map(named.map(({ id, name }) => [id, name]));
}
