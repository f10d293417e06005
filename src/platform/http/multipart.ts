import type { FastifyRequest } from 'fastify';
import { readStreamed } from './multipart-streamed.ts';
import type { RouteDefinition, UploadedFile } from './route.ts';

/** Reads a multipart form: its fields become the body, its files `request.uploads`, or `request.takenFiles`. */
export async function readMultipart(
  request: FastifyRequest,
  uploads: RouteDefinition['uploads'],
  { keepFiles = true } = {},
): Promise<void> {
  request.uploads = {};
  request.takenFiles = [];
  if (!request.isMultipart()) return;
  if (typeof uploads === 'object' && 'streamed' in uploads)
    return readStreamed(request, uploads.streamed, keepFiles);
  const fields: Record<string, string> = {};
  for await (const part of request.parts(limitsOf(uploads))) {
    if (part.type === 'file') request.uploads[part.fieldname] = await readFile(part);
    else fields[part.fieldname] = String(part.value);
  }
  request.body = fields;
}

const limitsOf = (uploads: RouteDefinition['uploads']) =>
  typeof uploads === 'object' && 'atMost' in uploads
    ? { limits: { fileSize: uploads.atMost }, throwFileSizeLimit: false }
    : undefined;

interface FilePart {
  filename: string;
  file: { truncated: boolean };
  toBuffer(): Promise<Buffer>;
}

async function readFile(part: FilePart): Promise<UploadedFile> {
  const content = await part.toBuffer();
  const { filename: fileName, file } = part;
  return file.truncated
    ? { fileName, content: Buffer.alloc(0), isTooLarge: true }
    : { fileName, content, isTooLarge: false };
}
