import type { Portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';

export interface PostedFile {
  name: string;
  content: Uint8Array | string;
}

/** Sends a file as a browser does, with the token of the page that has the form. */
export async function postFile(
  { server }: Portal,
  { cookies, get }: Browser,
  address: string,
  file: PostedFile,
) {
  const token = /name="csrf" value="([^"]+)"/.exec((await get(address)).html)?.[1] ?? '';
  const form = new FormData();
  form.set('csrf', token);
  form.set('file', new Blob([new Uint8Array(Buffer.from(file.content))], { type: 'text/csv' }), file.name);
  const request = new Request(`http://localhost:3000${address}`, { method: 'POST', body: form });
  const response = await server.inject({
    method: 'POST',
    url: address,
    headers: {
      host: 'localhost:3000',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return {
    status: response.statusCode,
    html: response.body,
    location: String(response.headers.location ?? ''),
  };
}
