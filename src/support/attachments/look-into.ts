import { buffer } from 'node:stream/consumers';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { FileId, FileStore } from '../../platform/files/index.ts';
import type { Scanner } from '../../platform/scanner/index.ts';
import type { Attachment } from './attachment.ts';
import type { LookedInto } from './check-attachments.store.ts';
import { extensionFor, kindOf } from './kinds.ts';
import { makePictureAnew } from './picture.ts';
import { safeName } from './safe-name.ts';

interface LookNeeds {
  database: Database;
  files: FileStore;
  scanner: Scanner | undefined;
}

/** A file that brought this program down so often is left to people. */
const mostAttempts = 3;

/** What is to become of a file: the scanner has the first word, then its kind, then what a picture is made anew from. */
export async function lookInto(needs: LookNeeds, file: Attachment): Promise<LookedInto> {
  const { fileId, attempts, releasedBy } = file;
  if (!fileId) return refused(file, 'unreadable-picture');
  if (file.state === 'waiting' && attempts > mostAttempts) return held(file, 'could-not-be-read');
  if (releasedBy) return made(needs, file, fileId, 'released');
  const scanned = await scan(needs, fileId);
  if (scanned?.state === 'refused') return refused(file, scanned.because);
  if (scanned?.state === 'held') return held(file, scanned.because);
  const heldFor = kindOf(file.kind)?.heldFor;
  if (heldFor) return held(file, heldFor);
  return made(needs, file, fileId, needs.scanner ? null : 'not-scanned');
}

async function scan({ database, files, scanner }: LookNeeds, fileId: FileId) {
  if (!scanner) return undefined;
  const found = await scanner.scan(files.read(database, fileId));
  switch (found.outcome) {
    case 'clean':
      return undefined;
    case 'infected':
      return { state: 'refused', because: `infected: ${found.name}` } as const;
    case 'unreachable':
      return { state: 'held', because: 'scanner-unreachable' } as const;
    case 'odd-answer':
      return { state: 'held', because: 'scanner-odd-answer' } as const;
  }
}

/** Pictures are painted anew, one at a time; other files are given out as they came. */
async function made(
  { database, files }: LookNeeds,
  file: Attachment,
  fileId: FileId,
  because: string | null,
): Promise<LookedInto> {
  if (!kindOf(file.kind)?.isPicture) return { ...asItIs(file), state: 'clean', because };
  const picture = await makePictureAnew(await buffer(files.read(database, fileId)), file.kind);
  if ('refused' in picture) return refused(file, picture.refused);
  const { content, kind } = picture;
  const put = await inTransaction(database, (tx) => files.put(tx, content, { atMost: content.length }));
  if (put.outcome !== 'stored') throw new Error('a picture made anew is larger than it is');
  const name = safeName(file.name.replace(/\.[^.]*$/, ''), () => extensionFor(kind, ''), file.name);
  return { state: 'clean', because, fileId: put.id, name, kind, size: put.size };
}

const asItIs = ({ fileId, name, kind, size }: Attachment) => ({ fileId, name, kind, size });
const held = (file: Attachment, because: string): LookedInto => ({ ...asItIs(file), state: 'held', because });
const refused = (file: Attachment, because: string): LookedInto => ({
  ...asItIs(file),
  fileId: null,
  state: 'refused',
  because,
});
