import type { FastifyRequest } from 'fastify';
import { before, hours } from '../../kernel/duration.ts';
import { isId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { equalInConstantTime } from '../../kernel/secrets.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { FieldError } from '../../ui/index.ts';
import type { AttachmentId } from '../tickets/ticket.ts';
import type { Attachment, Refusal } from './attachment.ts';
import { attachmentsWords } from './attachments.words.ts';
import { listUploads, removeUploads } from './uploads.store.ts';
import { filesField, type UploadsNeeds } from './uploads.ts';

/** How long a file waits for the form that brought it to be sent. */
export const uploadLife = hours(1);

export interface KeptFile extends Pick<Attachment, 'id' | 'name' | 'size'> {
  /** What the form sends along, so that the file stays; worthless in any other browser. */
  token: string;
}

export interface FormFiles {
  files: readonly KeptFile[];
  /** What is wrong with those that are not among them, for the form’s own errors. */
  errors: FieldError[];
  /** The button of a file was pressed, and not that of the form: it is shown again without its errors. */
  isRemoval: boolean;
}

export const noFiles: FormFiles = { files: [], errors: [], isRemoval: false };

/** The files that a posted form stands with: those it brought now and those it brought before, unless taken out again. */
export async function readFormFiles(needs: UploadsNeeds, request: FastifyRequest): Promise<FormFiles> {
  const taken = (request.takenFiles ?? []).flatMap((file) =>
    'taken' in file ? [file.taken as AttachmentId] : [],
  );
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    await removeUploads(needs.database, taken);
    return noFiles;
  }
  const visitor = visitorOf(request);
  const { 'kept-files': keptField, 'remove-file': removed } = (request.body ?? {}) as Record<string, unknown>;
  const kept = [keptField].flat().flatMap((token) => openToken(needs.keyRing, visitor, token));
  const gone = kept.filter((id) => id === removed);
  const wanted = [...new Set([...kept, ...taken])].filter((id) => id !== removed);
  const since = before(needs.clock.now(), uploadLife);
  const there = await listUploads(needs.database, wanted, since);
  const found = wanted.flatMap((id) => there.filter((file) => file.id === id));
  const { atMost } = needs.settings.tickets.attachments;
  const tooMany = found.slice(atMost);
  await removeUploads(needs.database, [...gone, ...tooMany.map(({ id }) => id)]);
  const files = found.slice(0, atMost).map(({ id, name, size }) => ({
    ...{ id, name, size },
    token: tokenOf(needs.keyRing, visitor, id),
  }));
  const lost = wanted.length > found.length;
  return { files, errors: errorsOf(needs, request, tooMany.length > 0, lost), isRemoval: gone.length > 0 };
}

/** One message for all that is wrong with them: the field shows it whole. */
function errorsOf(
  { settings }: UploadsNeeds,
  request: FastifyRequest,
  hasTooMany: boolean,
  hasLost: boolean,
): FieldError[] {
  const words = wordsIn(attachmentsWords, request.language);
  const limits = settings.tickets.attachments;
  const refused = (request.takenFiles ?? []).flatMap((file) => ('refused' in file ? [file] : []));
  const isTooMany = hasTooMany || refused.some((file) => file.refused === 'too-many');
  const messages = [
    ...refused
      .filter((file) => file.refused !== 'too-many')
      .map((file) => words.refusals[file.refused as Refusal](words.short(file.fileName), limits)),
    ...(isTooMany ? [words.refusals['too-many']('', limits)] : []),
    ...(hasLost ? [words.lost] : []),
  ];
  return messages.length > 0 ? [{ field: filesField, message: messages.join(' ') }] : [];
}

/** Asking for the token gives a new browser its cookie. */
const visitorOf = (request: FastifyRequest): string =>
  (request.csrfToken && request.cookieJar.read('visitor')) || '';

const bound = (visitor: string, id: string): string => `${visitor}|${id}`;

const tokenOf = (keyRing: KeyRing, visitor: string, id: string): string =>
  `${id}.${keyRing.mac('upload', bound(visitor, id))}`;

function openToken(keyRing: KeyRing, visitor: string, token: unknown): AttachmentId[] {
  if (typeof token !== 'string' || token.length > 200) return [];
  const id = token.slice(0, token.indexOf('.'));
  if (!isId(id)) return [];
  const isOurs = keyRing
    .macs('upload', bound(visitor, id))
    .some((mac) => equalInConstantTime(`${id}.${mac}`, token));
  return isOurs ? [id as AttachmentId] : [];
}
