// Owns files of any size: kept in parts, each encrypted, never whole in memory.
// Tables: stored_file, stored_file_part.
// Whoever keeps files: attachments, and the mail that came in.
export { createFileStore, type FileId, type FileStore, type PutOutcome } from './file-store.ts';
export { forgetFiles } from './forget-files.ts';
export { sealedFileKeys } from './reseal-file-keys.ts';
