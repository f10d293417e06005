import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { type Duration, minutes, seconds } from '../../kernel/duration.ts';
import { UnreadableForm } from './endings.ts';

/** What became of a file that arrived: taken, under what it is known by from now on, or refused, and why. */
export type TakenFile = { fileName: string; taken: string } | { fileName: string; refused: string };

export interface ArrivingFile {
  fileName: string;
  /** Its bytes as they arrive; no more than are allowed. What is not read is dropped. */
  content: AsyncIterable<Buffer>;
  /** Whether there were more; known once all of it was read. */
  isTooLarge(): boolean;
}

export interface StreamedUploads {
  /** The name of the file field. */
  field: string;
  atMost: number;
  bytes: number;
  /** Takes a file while the form is still being read: before anybody knows whether its token is right. */
  take(request: FastifyRequest, file: ArrivingFile): Promise<TakenFile>;
  /** Lets go of files whose form never arrived whole. */
  drop(taken: readonly string[]): Promise<void>;
}

/** A line of one megabit a second carries a hundred megabytes in a quarter of an hour. */
export const longestUpload: Duration = minutes(15);
/** How long the body of any other request may take. */
export const longestBody: Duration = seconds(30);

const kilobyte = 1024;
const longestField = 128 * kilobyte;
/** Beyond those with words of their own; no person chooses so many. */
const fileParts = 30;

export async function readStreamed(
  request: FastifyRequest,
  uploads: StreamedUploads,
  keepFiles: boolean,
): Promise<void> {
  const limits = {
    fileSize: uploads.bytes,
    files: fileParts,
    fieldSize: longestField,
    fields: 60,
    parts: 91,
  };
  const options = { limits, throwFileSizeLimit: false };
  const fields: [string, string][] = [];
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'file') await takePart(request, uploads, keepFiles, part);
      else if (part.valueTruncated) throw new UnreadableForm('a field is too long', 413);
      else fields.push([part.fieldname, String(part.value)]);
    }
  } catch (error) {
    await uploads.drop(request.takenFiles.flatMap((file) => ('taken' in file ? [file.taken] : [])));
    if (error instanceof UnreadableForm || !isFromReading(request, error)) throw error;
    const isTooMuch = (error as { statusCode?: number }).statusCode === 413;
    throw new UnreadableForm('it is no form of ours', isTooMuch ? 413 : 400);
  }
  request.body = asForm(fields);
}

interface FilePart {
  fieldname: string;
  filename: string | undefined;
  file: Readable & { truncated: boolean };
}

async function takePart(
  request: FastifyRequest,
  uploads: StreamedUploads,
  keepFiles: boolean,
  { fieldname, filename, file }: FilePart,
): Promise<void> {
  const fileName = filename ?? '';
  // A file field that was left empty arrives as a file without a name.
  if (fileName !== '' && fieldname === uploads.field) {
    const content = file.iterator({ destroyOnReturn: false });
    const arriving = { fileName, content, isTooLarge: () => file.truncated };
    const { length } = request.takenFiles;
    if (!keepFiles) request.takenFiles.push({ fileName, refused: 'not-kept' });
    else if (length >= uploads.atMost) request.takenFiles.push({ fileName, refused: 'too-many' });
    else request.takenFiles.push(await uploads.take(request, arriving));
  }
  file.resume();
}

/** The form itself, or the line: not what was done with a file of it. */
const isFromReading = (request: FastifyRequest, error: unknown): boolean =>
  request.raw.destroyed ||
  request.raw.errored !== null ||
  /^FST_|multipart|Part terminated|Premature/i.test(
    `${(error as { code?: string }).code ?? ''} ${(error as Error).message}`,
  );

/** As the fields of any other form: one that is sent several times is a list. */
function asForm(fields: readonly [string, string][]): Record<string, string | string[]> {
  const lists = Map.groupBy(fields, ([name]) => name);
  return Object.fromEntries(
    [...lists].map(([name, all]) => {
      const [first = '', ...more] = all.map(([, value]) => value);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}
