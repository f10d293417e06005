import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { renderPage, type Visit } from '../../src/ui/index.ts';
import { buildAssets } from '../../tools/build-assets.ts';
import { everyPage } from './every-page.tsx';

export interface PageServer {
  origin: string;
  posts: string[];
  close(): Promise<void>;
}

const kinds: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Serves every page with the built styles and browser code, under a policy as strict as the application's. */
export async function servePages(visit: Visit): Promise<PageServer> {
  const assets = await builtAssets();
  const shown = { ...visit, assets: assets.address };
  const posts: string[] = [];
  const server = createServer(async (request, response) => {
    const address = request.url ?? '/';
    if (request.method === 'POST') posts.push(address);
    if (address.startsWith('/assets/')) return sendAsset(response, join(assets.folder, address.slice(8)));
    const page = everyPage(shown)[address];
    response.setHeader('content-security-policy', policyFor(shown.nonce));
    response.writeHead(page ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page && renderPage(page, shown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(assets.folder, { recursive: true });
  };
  return { origin: `http://127.0.0.1:${port}`, posts, close };
}

export async function builtAssets() {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-assets-'));
  await mkdir(join(folder, 'images'), { recursive: true });
  await buildAssets(folder);
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  const fileOf = (name: string) => manifest[name] ?? name;
  return { folder, fileOf, address: (name: string) => `/assets/${fileOf(name)}` };
}

const policyFor = (nonce: string) =>
  `default-src 'self'; script-src 'nonce-${nonce}'; object-src 'none'; base-uri 'none'; form-action 'self'`;

async function sendAsset(response: ServerResponse, path: string) {
  const body = await readFile(path).catch(() => undefined);
  response.writeHead(body ? 200 : 404, { 'content-type': kinds[extname(basename(path))] ?? 'text/plain' });
  response.end(body);
}
