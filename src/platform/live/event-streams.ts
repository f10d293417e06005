import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Duration, seconds } from '../../kernel/duration.ts';

export interface StreamedEvent {
  name: string;
  data: unknown;
}

export interface StreamedRecord {
  /** Whose streams are counted together. */
  owner: string;
  /** Hears of changes; gives what stops it. */
  listen(changed: () => void): () => void;
  /** What is to be told now; the same again is not sent. Nothing ends the stream: it may not be read any more. */
  read(): Promise<StreamedEvent | undefined>;
  /** Done once the browser is gone. */
  ended?(): Promise<void>;
}

export interface Streams {
  /** Answers with events until the browser leaves, the permission ends or the server stops. */
  open(request: FastifyRequest, reply: FastifyReply, record: StreamedRecord): Promise<FastifyReply>;
  closeAll(): void;
}

interface StreamOptions {
  /** How often `read` is asked though nothing changed: it asks for the permission again. */
  recheckEvery?: Duration;
  /** Shorter than any proxy's patience. */
  beatEvery?: Duration;
  atMostPerOwner?: number;
}

/** Streams of server-sent events of one node. */
export function eventStreams(options: StreamOptions = {}): Streams {
  const { recheckEvery = seconds(30), beatEvery = seconds(15), atMostPerOwner = 4 } = options;
  const open = new Map<string, Set<PassThrough>>();

  async function begin(record: StreamedRecord, reply: FastifyReply): Promise<FastifyReply> {
    const own = open.get(record.owner) ?? new Set();
    // An answer without content is how a browser is told not to come back.
    if (own.size >= atMostPerOwner) return reply.code(204).send();
    const stream = new PassThrough();
    open.set(record.owner, own.add(stream));
    const end = follow(record, stream, { recheckEvery, beatEvery });
    stream.once('close', () => {
      own.delete(stream);
      if (own.size === 0) open.delete(record.owner);
      end();
    });
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no')
      .send(stream);
  }

  return {
    open: async (request, reply, record) =>
      request.method === 'HEAD' ? reply.code(204).send() : begin(record, reply),
    closeAll: () => {
      for (const streams of open.values()) for (const stream of streams) stream.end();
    },
  };
}

/** Tells what is new when something changed, and looks again by itself. Gives what stops it. */
function follow(
  record: StreamedRecord,
  stream: PassThrough,
  { recheckEvery, beatEvery }: { recheckEvery: Duration; beatEvery: Duration },
): () => void {
  let told = '';
  let isLooking = false;
  let looksAgain = false;

  async function look(): Promise<void> {
    if (isLooking) {
      looksAgain = true;
      return;
    }
    isLooking = true;
    try {
      do {
        looksAgain = false;
        const event = await record.read();
        if (!event) return void stream.end();
        const text = `event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`;
        if (text !== told && stream.writable) stream.write(text);
        told = text;
      } while (looksAgain);
    } catch {
      // The browser comes back by itself, and then hears what is true.
      stream.end();
    } finally {
      isLooking = false;
    }
  }

  const stopListening = record.listen(() => void look());
  const timers = [
    setInterval(() => void look(), recheckEvery),
    setInterval(() => stream.writable && stream.write(': still here\n\n'), beatEvery),
  ];
  for (const timer of timers) timer.unref();
  stream.write('retry: 3000\n\n');
  void look();
  return () => {
    stopListening();
    for (const timer of timers) clearInterval(timer);
    record.ended?.().catch(() => undefined);
  };
}
