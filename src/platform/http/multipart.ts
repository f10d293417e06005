import type { FastifyRequest } from 'fastify';

/** Reads a multipart form: its fields become the body, its files `request.uploads`. */
export async function readMultipart(request: FastifyRequest): Promise<void> {
  request.uploads = {};
  if (!request.isMultipart()) return;
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      request.uploads[part.fieldname] = { fileName: part.filename, content: await part.toBuffer() };
    } else {
      fields[part.fieldname] = String(part.value);
    }
  }
  request.body = fields;
}
