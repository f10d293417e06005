import { createHash } from 'node:crypto';
import type { Ids } from '../../kernel/ids.ts';
import { searchText } from '../places/search-text.ts';
import { type Held, statusWithPractice } from './compare-rows.ts';
import type { WrittenRow } from './import-register.store.ts';
import type { RegisterRow } from './register-row.ts';

/** Rises when rows are read differently, so that unchanged rows are written anew once. */
const readingVersion = 1;

/** Tells whether a row differs from what was read before, in any column. */
export const hashOf = (row: RegisterRow): string =>
  createHash('sha256')
    .update(JSON.stringify([readingVersion, row.kind, row.cells]))
    .digest('base64url');

export const writtenRow = (needs: { ids: Ids }, row: RegisterRow, hash: string, held: Held): WrittenRow => ({
  id: needs.ids.next<'organisation'>(),
  code: row.code,
  kind: row.kind,
  name: row.name,
  parentId: held.parentId,
  parentCode: row.parentCode ?? null,
  status: statusWithPractice(row, held),
  addressLines: row.addressLines,
  postcode: row.postcode || null,
  phone: row.phone || null,
  prescribingSetting: row.prescribingSetting ?? null,
  openedOn: row.openedOn ?? null,
  closedOn: row.closedOn ?? null,
  searchText: searchText(row.name, ...row.addressLines),
  hash,
  cells: row.cells,
});
