import type { FastifyInstance } from 'fastify';
import type { Browser } from './portal-browser.ts';
import type { PostedFile } from './post-file.ts';

interface Posting {
  fields?: Record<string, string>;
  files?: readonly PostedFile[];
  /** Files that the form already had, as it sends them along. */
  kept?: readonly string[];
  /** Another than the page's. */
  token?: string;
  headers?: Record<string, string>;
}

/** Sends a form with several files as a browser does, with the token of the page that has the form. */
export async function postFiles(
  server: FastifyInstance,
  { cookies, get }: Browser,
  address: string,
  { fields = {}, files = [], kept = [], token, headers = {} }: Posting,
) {
  const csrf = token ?? /name="csrf" value="([^"]+)"/.exec((await get(address)).html)?.[1] ?? '';
  const form = new FormData();
  for (const [name, value] of Object.entries({ csrf, ...fields })) form.set(name, value);
  for (const value of kept) form.append('kept-files', value);
  for (const { name, content } of files)
    form.append('files', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const request = new Request(`http://localhost:3000${address}`, { method: 'POST', body: form });
  const response = await server.inject({
    method: 'POST',
    url: address,
    headers: {
      host: 'localhost:3000',
      'x-forwarded-for': '198.51.100.7',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': request.headers.get('content-type') ?? '',
      ...headers,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return {
    status: response.statusCode,
    html: response.body,
    location: String(response.headers.location ?? ''),
    error: /id="files-error"[^>]*>(?:<span[^>]*>[^<]*<\/span>)?\s*([^<]*)/.exec(response.body)?.[1] ?? '',
    kept: [...response.body.matchAll(/name="kept-files" value="([^"]+)"/g)].map(([, token = '']) => token),
  };
}
