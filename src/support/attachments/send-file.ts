import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Attachment } from './attachment.ts';
import { kindOf } from './kinds.ts';

interface SendFileNeeds {
  database: Database;
  files: FileStore;
}

/** A picture that we painted ourselves may show in the browser; nothing that somebody else wrote ever runs in it. */
export function sendFile(
  { database, files }: SendFileNeeds,
  reply: FastifyReply,
  { fileId, kind, name, size, state }: Attachment,
): FastifyReply {
  if (state !== 'clean' || !fileId) throw new NotFound('file');
  const shows = kindOf(kind)?.isPicture ? 'inline' : 'attachment';
  return reply
    .type(kind)
    .header('content-length', size)
    .header('content-disposition', disposition(shows, name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(Readable.from(files.read(database, fileId)));
}

/** RFC 6266: the plain name for old browsers, the whole one for all others. */
function disposition(shows: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `${shows}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
