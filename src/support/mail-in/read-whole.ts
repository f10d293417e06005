import type { Database } from '../../platform/database/database.ts';
import type { FileId, FileStore } from '../../platform/files/index.ts';

/** A mail as it came; it is no larger than what is fetched. */
export async function readWhole(
  { database, files }: { database: Database; files: FileStore },
  id: FileId,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of files.read(database, id)) parts.push(part);
  return Buffer.concat(parts);
}
