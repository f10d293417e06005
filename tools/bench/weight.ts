import { get } from 'node:http';
import { join } from 'node:path';
import { openBrowser } from '../../tests/support/browser.ts';
import { atMost, type Measured, noted, type Part, shown } from './measurement.ts';
import { runSandbox } from './sandbox-run.ts';
import { median } from './statistics.ts';

export const weight: Part = {
  name: 'weight',
  about: 'The first page as it is sent, and how soon something shows',
  run: async ({ folder, scale }) => {
    const { port, stop } = await runSandbox(join(folder, 'weight'));
    try {
      return [...(await weigh(port)), await firstPaint(port, scale.looks / 80)];
    } finally {
      await stop();
    }
  },
};

async function weigh(port: number): Promise<Measured[]> {
  const html = await fetched(port, '/');
  const parts = [...html.body.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)];
  const files = [{ path: '/', ...html }];
  for (const [, path = ''] of parts) files.push({ path, ...(await fetched(port, path)) });
  const kilobytes = (of: typeof files) => of.reduce((sum, { body }) => sum + body.length, 0) / 1000;
  const each = files.map(({ path, body, encoding }) => `${path} ${shown(body.length / 1000)} kB ${encoding}`);
  return [
    noted('sent', each.join(', ')),
    atMost('first page in all', kilobytes(files), 60, 'kB'),
    atMost('JavaScript of it', kilobytes(files.filter(({ path }) => path.endsWith('.js'))), 20, 'kB'),
  ];
}

function fetched(port: number, path: string): Promise<{ body: Buffer; encoding: string }> {
  const headers = { host: `localhost:${port}`, 'accept-encoding': 'gzip, deflate, br, zstd' };
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      const encoding = answer.headers['content-encoding'] ?? 'as it is';
      answer.once('end', () => done({ body: Buffer.concat(chunks), encoding }));
    }).once('error', fail);
  });
}

/** Slow 4G as browsers' tools know it: 150 ms a round trip, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

async function firstPaint(port: number, looks: number): Promise<Measured> {
  const browser = await openBrowser();
  const times: number[] = [];
  try {
    for (let look = 0; look < looks; look++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slow4g);
      await page.goto(`http://localhost:${port}/`);
      times.push(Number(await page.evaluate(paintedAt)));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return atMost('first contentful paint on slow 4G', median(times) / 1000, 1, 's');
}

const paintedAt = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) done(paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;
