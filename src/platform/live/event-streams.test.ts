import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { eventStreams, type StreamedEvent } from './event-streams.ts';

const patience = { timeout: 5_000, interval: 10 };

/** A server with one stream about one thing that can change. */
async function streaming() {
  const streams = eventStreams({ recheckEvery: 40, beatEvery: 40, atMostPerOwner: 2 });
  const server = Fastify({ forceCloseConnections: 'idle' });
  const now: { event: StreamedEvent | undefined } = { event: { name: 'here', data: ['Gwen'] } };
  let changed = () => undefined as undefined;
  let ended = 0;
  server.get('/', (request, reply) =>
    streams.open(request, reply, {
      owner: 'gwen',
      listen: (tell) => {
        changed = () => void tell();
        return () => undefined;
      },
      read: async () => now.event,
      ended: async () => {
        ended += 1;
      },
    }),
  );
  server.addHook('preClose', async () => streams.closeAll());
  await server.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  const look = () =>
    new Promise<{ answer: IncomingMessage; text: () => string; isOver: () => boolean }>((done) => {
      get({ port, host: '127.0.0.1' }, (answer) => {
        let text = '';
        let over = false;
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('error', () => undefined);
        answer.on('close', () => {
          over = true;
        });
        done({ answer, text: () => text, isOver: () => over });
      });
    });
  return { server, now, look, change: () => changed(), ended: () => ended };
}

test('what is so now is told at once, and again only when it changed', async () => {
  const { now, look, change } = await streaming();
  const { answer, text } = await look();
  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers['x-accel-buffering']).toBe('no');
  await vi.waitUntil(() => text().includes('data: ["Gwen"]'), patience);
  now.event = { name: 'here', data: ['Sana'] };
  change();
  await vi.waitUntil(() => text().includes('data: ["Sana"]'), patience);
  await vi.waitUntil(() => text().split('still here').length > 3, patience);
  expect(text().split('data:').length).toBe(3);
});

test('who may not read it any more is told nothing, and the stream ends though nothing changed', async () => {
  const { now, look } = await streaming();
  const { text, isOver } = await look();
  await vi.waitUntil(() => text().includes('Gwen'), patience);
  now.event = undefined;
  await vi.waitUntil(isOver, patience);
});

test('nobody holds more streams than allowed, and one that is left makes room', async () => {
  const { look, ended } = await streaming();
  const [first] = [await look(), await look()];
  expect((await look()).answer.statusCode).toBe(204);
  first?.answer.destroy();
  await vi.waitUntil(() => ended() === 1, patience);
  expect((await look()).answer.statusCode).toBe(200);
});

test('a server that stops ends its streams first', async () => {
  const { server, look } = await streaming();
  const { isOver } = await look();
  await server.close();
  await vi.waitUntil(isOver, patience);
});
