import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { AtEnd } from './empty-database.ts';
import { eicar } from './sample-files.ts';

/** How a scanner answers what it was sent; `undefined` says nothing at all, `hang-up` ends the call. */
export type ScannerManner = (content: Buffer) => string | undefined;

export const decentScanner: ScannerManner = (content) =>
  content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';

export interface ScannerServer {
  url: string;
  /** Every file that was scanned. */
  scanned: Buffer[];
  behave(manner: ScannerManner): void;
  stop(): Promise<void>;
  /** Starts again at the same port. */
  restart(): Promise<void>;
}

/** Speaks the INSTREAM of clamd on loopback; it knows one virus. */
export async function startScanner(
  behaviour: ScannerManner = decentScanner,
  atEnd: AtEnd = onTestFinished,
): Promise<ScannerServer> {
  let manner = behaviour;
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  const open = async (port: number) => {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
      listen(socket, (content) => {
        scanned.push(content);
        const answer = manner(content);
        if (answer === 'hang-up') socket.destroy();
        else if (answer !== undefined) socket.end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  };
  let server = await open(0);
  const { port } = server.address() as { port: number };
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  atEnd(stop);
  return {
    url: `tcp://127.0.0.1:${port}`,
    scanned,
    behave: (next) => {
      manner = next;
    },
    stop,
    restart: async () => {
      server = await open(port);
    },
  };
}

const command = 'zINSTREAM\0';

/** Collects the parts, each behind its length, until one of no length ends the file. */
function listen(socket: Socket, done: (content: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  let isOpen = false;
  const parts: Buffer[] = [];
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    if (!isOpen && rest.length >= command.length) {
      if (rest.subarray(0, command.length).toString() !== command)
        return void socket.end('UNKNOWN COMMAND\0');
      isOpen = true;
      rest = rest.subarray(command.length);
    }
    while (isOpen && rest.length >= 4) {
      const length = rest.readUInt32BE(0);
      if (length === 0) return done(Buffer.concat(parts));
      if (rest.length < 4 + length) return;
      parts.push(rest.subarray(4, 4 + length));
      rest = rest.subarray(4 + length);
    }
  });
}
