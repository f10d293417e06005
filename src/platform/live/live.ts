import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Duration, seconds } from '../../kernel/duration.ts';
import { channel, readAnnounced } from './announce.ts';

/** Called when a record may have changed: also without a word of it, while nothing can be heard. */
export type Handler = () => void;

export interface Live {
  /** Hears of one record until the function that it gives is called. */
  listen(topic: string, id: string, handler: Handler): () => void;
  /** Whether announcements arrive; where they do not, everybody who listens looks for themselves every second. */
  isHeard(): boolean;
  close(): Promise<void>;
}

export interface LiveOptions {
  databaseUrl: string;
  onTrouble(error: Error): void;
  pollEvery?: Duration;
  /** How often the line is tried by an announcement of our own. */
  tryEvery?: Duration;
}

const tryTopic = 'line';

/**
 * One connection of its own beside the pool, held only while somebody listens. It is made again when it is lost; a line
 * that is up and carries nothing, as through some poolers, is noticed because our own announcements do not come back.
 */
export function createLive(options: LiveOptions): Live {
  const { pollEvery = seconds(1), tryEvery = seconds(20) } = options;
  const listeners = new Map<string, Set<Handler>>();
  const ownName = randomUUID();
  let line: pg.Client | undefined;
  let isHeard = false;
  let waitsForTry = false;
  let timers: NodeJS.Timeout[] = [];

  const everybody = () => [...listeners.values()].flatMap((handlers) => [...handlers]);
  const tellAll = () => {
    for (const handler of everybody()) handler();
  };

  function hear(payload: string | undefined): void {
    const announced = readAnnounced(payload);
    if (!announced) return;
    if (announced.topic !== tryTopic) {
      for (const handler of listeners.get(nameOf(announced.topic, announced.id)) ?? []) handler();
      return;
    }
    if (announced.id !== ownName) return;
    waitsForTry = false;
    // Whatever was announced before the line was up was missed.
    if (!isHeard) tellAll();
    isHeard = true;
  }

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: options.databaseUrl,
      application_name: 'gatehouse live',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    line = client;
    client.on('notification', ({ payload }) => hear(payload));
    client.on('error', (error) => lose(client, error));
    client.on('end', () => lose(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      await tryLine(client);
    } catch (error) {
      lose(client, error as Error);
    }
  }

  async function tryLine(client: pg.Client): Promise<void> {
    if (waitsForTry) isHeard = false;
    waitsForTry = true;
    const payload = JSON.stringify({ topic: tryTopic, id: ownName });
    await client.query('SELECT pg_notify($1, $2)', [channel, payload]);
  }

  function lose(client: pg.Client, error?: Error): void {
    if (line !== client) return;
    line = undefined;
    isHeard = false;
    waitsForTry = false;
    if (error) options.onTrouble(error);
    client.end().catch(() => undefined);
  }

  function poll(): void {
    if (!line) void connect();
    if (!isHeard) tellAll();
  }

  function begin(): void {
    const tryAgain = () => {
      const client = line;
      if (client) tryLine(client).catch((error: Error) => lose(client, error));
    };
    timers = [setInterval(poll, pollEvery), setInterval(tryAgain, tryEvery)];
    for (const timer of timers) timer.unref();
    void connect();
  }

  async function rest(): Promise<void> {
    for (const timer of timers) clearInterval(timer);
    timers = [];
    const client = line;
    line = undefined;
    isHeard = false;
    waitsForTry = false;
    await client?.end().catch(() => undefined);
  }

  return {
    isHeard: () => isHeard,
    listen: (topic, id, handler) => {
      const name = nameOf(topic, id);
      const handlers = listeners.get(name) ?? new Set();
      listeners.set(name, handlers.add(handler));
      if (timers.length === 0) begin();
      return () => {
        handlers.delete(handler);
        if (handlers.size === 0 && listeners.get(name) === handlers) listeners.delete(name);
        if (listeners.size === 0) void rest();
      };
    },
    close: async () => {
      listeners.clear();
      await rest();
    },
  };
}

const nameOf = (topic: string, id: string): string => `${topic}:${id}`;
