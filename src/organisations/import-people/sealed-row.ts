import { sql } from 'kysely';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Sealed } from '../../platform/database/reseal.ts';
import type { RowContent } from './people-import.ts';

const purpose = 'people-file';
const contextOf = (id: string, line: number): string => `${id}:${line}`;

export const sealRow = (keyRing: KeyRing, id: string, line: number, content: RowContent): Buffer =>
  keyRing.seal(purpose, JSON.stringify(content), contextOf(id, line));

export const openRow = (keyRing: KeyRing, id: string, line: number, sealed: Uint8Array): RowContent =>
  JSON.parse(keyRing.open(purpose, sealed, contextOf(id, line)).toString());

/** Rows of files of people that nobody confirmed yet, or whose turn has not come. */
export const sealedPeopleRows = (keyRing: KeyRing): Sealed => ({
  name: 'rows of files of people',
  resealBatch: async (tx, atMost) => {
    const rows = await tx
      .selectFrom('people_import_row')
      .select(['import_id as id', 'line', sql<Buffer>`content`.as('content')])
      .where('content', 'is not', null)
      .where('key_version', '<>', keyRing.newest)
      .limit(atMost)
      .forUpdate()
      .execute();
    for (const { id, line, content } of rows) {
      const fresh = keyRing.seal(
        purpose,
        keyRing.open(purpose, content, contextOf(id, line)),
        contextOf(id, line),
      );
      await tx
        .updateTable('people_import_row')
        .set({ content: fresh, key_version: keyRing.newest })
        .where('import_id', '=', id)
        .where('line', '=', line)
        .execute();
    }
    return rows.length;
  },
});
