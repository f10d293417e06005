import { connect, type Socket } from 'node:net';
import { type Duration, seconds } from '../../kernel/duration.ts';

export type ScanOutcome =
  | { outcome: 'clean' }
  | { outcome: 'infected'; name: string }
  | { outcome: 'unreachable' }
  | { outcome: 'odd-answer' };

export interface Scanner {
  /** Nothing counts as clean but the scanner's own word for it. */
  scan(content: AsyncIterable<Uint8Array>): Promise<ScanOutcome>;
}

const usualWait = seconds(60);
const longestAnswer = 4096;

/**
 * Asks clamd, by its INSTREAM command, at `tcp://host:port` or `unix:/path`. One that says nothing for as long as
 * `within`, hangs up, or cannot be reached is unreachable.
 * https://docs.clamav.net/manual/Usage/Scanning.html#clamd
 */
export const createScanner = (address: string, within: Duration = usualWait): Scanner => ({
  scan: async (content) => {
    const socket = open(address);
    socket.setTimeout(within, () => socket.destroy(new Error('the scanner says nothing')));
    try {
      const answer = answerOf(socket);
      // A refusal in the middle of a file is read too; what went wrong with the rest of it does not matter then.
      const sent = send(socket, content);
      return meaningOf(await Promise.race([answer, sent.then(() => answer)]));
    } catch {
      return { outcome: 'unreachable' };
    } finally {
      socket.destroy();
    }
  },
});

function open(address: string): Socket {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length));
  const { hostname, port } = new URL(address);
  return connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
}

async function send(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const part of content)
    if (part.length > 0) await write(socket, Buffer.concat([lengthOf(part.length), part]));
  await write(socket, lengthOf(0));
}

/** Waits until it was passed on, so that a slow scanner does not fill the memory. */
const write = (socket: Socket, part: Uint8Array) =>
  new Promise<void>((resolve, reject) => {
    socket.write(part, (error) => (error ? reject(error) : resolve()));
  });

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

const answerOf = (socket: Socket) =>
  new Promise<string>((resolve, reject) => {
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')));
      else if (answer.length > longestAnswer) resolve(answer);
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the scanner hung up')));
  });

function meaningOf(answer: string): ScanOutcome {
  if (answer === 'stream: OK') return { outcome: 'clean' };
  const name = /^stream: ([\x21-\x7e]{1,200}) FOUND$/.exec(answer)?.[1];
  return name ? { outcome: 'infected', name } : { outcome: 'odd-answer' };
}
