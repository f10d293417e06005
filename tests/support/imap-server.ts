import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { AtEnd } from './empty-database.ts';

export interface StoredMail {
  uid: number;
  content: Buffer;
  flags: Set<string>;
}

export interface ImapServer {
  port: number;
  url: string;
  mails: StoredMail[];
  /** How often somebody logged in. */
  logIns: number;
  put(content: string | Buffer): StoredMail;
  /** The mailbox was restored from a copy: the same mail under other numbers. */
  numberAnew(): void;
  stop(): Promise<void>;
}

export interface ImapMisbehaviour {
  /** Asked before each answer to a download; `cut` sends half of it and drops the connection, `stall` never answers. */
  onDownload?: (download: { number: number; uid: number; offset: number }) => 'cut' | 'stall' | undefined;
  /** Asked before mail is marked as read. */
  onMark?: () => 'cut' | undefined;
  password?: string;
  folder?: string;
  /** Claims this size for every mail. */
  size?: number;
}

const user = 'support@portal.example';

/** A mailbox on loopback that speaks as much IMAP4rev1 as a client needs to read mail. */
export async function startImapServer(
  misbehaviour: ImapMisbehaviour = {},
  atEnd: AtEnd = onTestFinished,
): Promise<ImapServer> {
  const { password = 'a good password', folder = 'INBOX' } = misbehaviour;
  const sockets = new Set<Socket>();
  const state = { uidValidity: 7, nextUid: 1, downloads: 0 };
  const the: ImapServer = {
    port: 0,
    url: '',
    mails: [],
    logIns: 0,
    put: (content) => {
      const mail = { uid: state.nextUid, content: crlf(content), flags: new Set<string>() };
      state.nextUid += 1;
      the.mails.push(mail);
      return mail;
    },
    numberAnew: () => {
      state.uidValidity += 1;
      for (const [at, mail] of the.mails.entries()) mail.uid = at + 1;
      state.nextUid = the.mails.length + 1;
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };

  const answer: Record<string, (session: Session, words: string) => void> = {
    CAPABILITY: (session) => session.ok(['CAPABILITY IMAP4rev1 ID NAMESPACE UIDPLUS MOVE']),
    ID: (session) => session.ok(['ID NIL']),
    NOOP: (session) => session.ok([]),
    NAMESPACE: (session) => session.ok(['NAMESPACE (("" "/")) NIL NIL']),
    LIST: (session) => session.ok([`LIST () "/" "${folder}"`]),
    LSUB: (session) => session.ok([`LSUB () "/" "${folder}"`]),
    CLOSE: (session) => session.ok([]),
    LOGOUT: (session) => {
      session.ok(['BYE']);
      session.socket.end();
    },
    LOGIN: (session, words) => {
      const given = [...words.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
        ([, quoted, bare]) => quoted ?? bare,
      );
      if (given[0] !== user || given[1] !== password) return session.no('[AUTHENTICATIONFAILED] no');
      the.logIns += 1;
      return session.ok([]);
    },
    SELECT: (session, words) => {
      if (words.replaceAll('"', '') !== folder) return session.no('[NONEXISTENT] no such folder');
      const { uidValidity, nextUid } = state;
      return session.ok([
        'FLAGS (\\Seen \\Deleted)',
        `${the.mails.length} EXISTS`,
        '0 RECENT',
        `OK [UIDVALIDITY ${uidValidity}] valid`,
        `OK [UIDNEXT ${nextUid}] next`,
      ]);
    },
    'UID SEARCH': (session, words) => {
      const range = /UID (\d+):\*/.exec(words);
      const newest = the.mails.at(-1)?.uid ?? 0;
      const found = the.mails.filter(
        ({ uid, flags }) =>
          (!/UNSEEN/.test(words) || !flags.has('\\Seen')) &&
          (!range || uid >= Math.min(Number(range[1]), newest)),
      );
      session.ok([`SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trim()]);
    },
    'UID FETCH': (session, words) => {
      const uid = Number(/^\d+/.exec(words)?.[0]);
      const at = the.mails.findIndex((mail) => mail.uid === uid);
      const mail = the.mails[at];
      if (!mail) return session.ok([]);
      const size = `RFC822.SIZE ${misbehaviour.size ?? mail.content.length}`;
      const part = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/.exec(words);
      if (!part) return session.ok([`${at + 1} FETCH (UID ${uid} ${size})`]);
      const offset = Number(part[1]);
      const chunk = mail.content.subarray(offset, offset + Number(part[2]));
      state.downloads += 1;
      const trick = misbehaviour.onDownload?.({ number: state.downloads, uid, offset });
      if (trick === 'stall') return undefined;
      session.socket.write(`* ${at + 1} FETCH (UID ${uid} ${size} BODY[]<${offset}> {${chunk.length}}\r\n`);
      if (trick === 'cut') {
        session.socket.write(chunk.subarray(0, chunk.length / 2), () => session.socket.destroy());
        return undefined;
      }
      session.socket.write(chunk);
      session.socket.write(')\r\n');
      return session.ok([]);
    },
    'UID STORE': (session, words) => {
      if (misbehaviour.onMark?.() === 'cut') return void session.socket.destroy();
      const mail = the.mails.find(({ uid }) => uid === Number(/^\d+/.exec(words)?.[0]));
      if (/\+FLAGS/.test(words)) mail?.flags.add('\\Seen');
      return session.ok([]);
    },
  };
  answer.EXAMINE = answer.SELECT as (session: Session, words: string) => void;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK IMAP4rev1 ready\r\n');
    readLines(socket, (line) => {
      const [, tag = '', rest = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
      const [command = ''] = /^(UID )?\S+/i.exec(rest) ?? [];
      const words = rest.slice(command.length + 1);
      const known = answer[command.toUpperCase()];
      if (known) known(sessionOf(socket, tag), words);
      else socket.write(`${tag} BAD what is ${command}?\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  the.port = (server.address() as { port: number }).port;
  the.url = `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${the.port}/${folder}`;
  atEnd(() => the.stop());
  return the;
}

interface Session {
  socket: Socket;
  ok(lines: string[]): void;
  no(why: string): void;
}

const sessionOf = (socket: Socket, tag: string): Session => ({
  socket,
  ok: (lines) => void socket.write([...lines.map((line) => `* ${line}`), `${tag} OK done`, ''].join('\r\n')),
  no: (why) => void socket.write(`${tag} NO ${why}\r\n`),
});

/** Whole lines, with the strings that a client sends by their length put in quotes. */
function readLines(socket: Socket, onLine: (line: string) => void): void {
  let waiting = '';
  socket.on('data', (chunk) => {
    waiting += chunk.toString('latin1');
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const literal = /\{(\d+)\}$/.exec(waiting.slice(0, end));
      if (literal) {
        const from = end + 2;
        const length = Number(literal[1]);
        if (waiting.length < from + length) {
          socket.write('+ go on\r\n');
          return;
        }
        waiting = `${waiting.slice(0, literal.index)}"${waiting.slice(from, from + length)}"${waiting.slice(from + length)}`;
        continue;
      }
      onLine(waiting.slice(0, end));
      waiting = waiting.slice(end + 2);
    }
  });
}

const crlf = (content: string | Buffer): Buffer =>
  Buffer.isBuffer(content) ? content : Buffer.from(content.replace(/\r?\n/g, '\r\n'));
