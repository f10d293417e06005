import type { FastifyRequest } from 'fastify';
import { isStaff, staffRoles } from '../../identity/index.ts';
import { hours } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ArrivingFile, StreamedUploads, TakenFile } from '../../platform/http/index.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { AttachmentId } from '../tickets/ticket.ts';
import { attachmentsWords } from './attachments.words.ts';
import { mostBytes, type TakeFileNeeds, takeFile } from './take-file.ts';
import { bytesOfStrangers, removeUploads } from './uploads.store.ts';

export interface UploadsNeeds extends TakeFileNeeds {
  database: Database;
  keyRing: KeyRing;
}

export const filesField = 'files';

/** For the route of any form that takes files for a ticket: `uploads: ticketUploads(needs)`. */
export const ticketUploads = (needs: UploadsNeeds): { streamed: StreamedUploads } => ({
  streamed: {
    field: filesField,
    atMost: needs.settings.tickets.attachments.atMost,
    bytes: mostBytes(needs.settings),
    take: (request, file) => take(needs, request, file),
    drop: async (taken) => void (await removeUploads(needs.database, taken as AttachmentId[])),
  },
});

async function take(needs: UploadsNeeds, request: FastifyRequest, file: ArrivingFile): Promise<TakenFile> {
  const { fileName } = file;
  if (!(await mayUpload(needs, request))) return { fileName, refused: 'too-many-from-here' };
  if (!request.actor && (await bytesOfStrangers(needs.database)) > mostOfStrangers)
    return { fileName, refused: 'too-many-now' };
  const { unnamed } = wordsIn(attachmentsWords, request.language);
  return { fileName, ...(await takeFile(needs, needs.database, { ...file, unnamed })) };
}

/** Ten gigabytes whose senders nobody knows: from however many networks, they fill no disk. */
const mostOfStrangers = 10 * 1024 ** 3;

/** As many as the tickets that may be opened from there could carry: nobody fills the database with what is never sent. */
async function mayUpload(needs: UploadsNeeds, { actor, clientNetwork }: FastifyRequest): Promise<boolean> {
  if (isStaff(actor, ...staffRoles)) return true;
  const { tickets } = needs.settings;
  const from = actor?.person.accountId ?? needs.keyRing.mac('client-address', clientNetwork);
  const use = await countUse(needs.database, {
    name: `upload:${from}`,
    window: hours(1),
    atMost: tickets.perNetworkPerHour * tickets.attachments.atMost,
    now: needs.clock.now(),
  });
  return use.allowed;
}
