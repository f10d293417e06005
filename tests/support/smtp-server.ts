import { createServer, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface ReceivedMail {
  from: string;
  to: string[];
  source: string;
  mail: Email;
}

export interface MailServer {
  port: number;
  url: string;
  received: ReceivedMail[];
  stop(): Promise<void>;
  /** Starts again at the same port. */
  restart(): Promise<void>;
}

/** A real SMTP server on loopback that accepts mail, unless a handler in `options` says otherwise. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const open = async (port: number) => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part) => parts.push(part));
        stream.on('end', async () => {
          const source = Buffer.concat(parts);
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          const to = session.envelope.rcptTo.map((recipient) => recipient.address);
          received.push({ from, to, source: source.toString('utf8'), mail: await PostalMime.parse(source) });
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  };
  let server = await open(0);
  const { port } = server.server.address() as { port: number };
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(stop);
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop,
    restart: async () => {
      server = await open(port);
    },
  };
}

/** What a badly behaved server does with one connection; `line` sees every line it was sent. */
export interface Misbehaviour {
  /** Called with each line; undefined goes on as a decent server would. */
  line?: (line: string, socket: Socket, inData: boolean) => 'handled' | undefined;
  /** Called with each chunk of the message before it is read. */
  data?: (socket: Socket) => void;
  silent?: boolean;
}

/** Speaks just enough SMTP to misbehave at a chosen moment; the misbehaviour is asked anew for each connection. */
export async function startMisbehavingServer(
  behave: (connection: number) => Misbehaviour,
): Promise<{ url: string; accepted: string[]; connections: () => number }> {
  const accepted: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, behave(connections), accepted);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, accepted, connections: () => connections };
}

function converse(socket: Socket, { line: handle, data, silent }: Misbehaviour, accepted: string[]): void {
  let rest = '';
  let message: string[] | undefined;
  if (silent) return;
  socket.write('220 mail.test ready\r\n');
  socket.on('data', (chunk) => {
    if (message) data?.(socket);
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (socket.destroyed || handle?.(line, socket, message !== undefined) === 'handled') continue;
      message = step(socket, line, message, accepted);
    }
  });
}

/** One step of a decent server; the message so far while one is being received. */
function step(socket: Socket, line: string, message: string[] | undefined, accepted: string[]) {
  if (message && line !== '.') {
    message.push(line);
    return message;
  }
  if (message) {
    accepted.push(message.join('\r\n'));
    socket.write('250 2.0.0 accepted\r\n');
    return undefined;
  }
  if (line === 'DATA') {
    socket.write('354 go on\r\n');
    return [];
  }
  socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
  return undefined;
}
