import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { type Duration, seconds } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { ResolveDns } from '../../platform/dns/resolve-dns.ts';
import { forkApart } from '../../platform/processes/fork-apart.ts';
import { beyondChecking, type SenderCheck } from '../tickets/sender-check.ts';
import type { Mail } from './mail.ts';

export type ToMailWorker =
  | { does: 'read'; raw: Uint8Array }
  | { does: 'check'; raw: Uint8Array; from: EmailAddress }
  | { does: 'answer'; id: number; records?: string[][] | string[]; code?: unknown };

interface Asks {
  says: 'asks';
  id: number;
  name: string;
  type: string;
}

export type FromMailWorker = { says: 'done'; done: Mail | SenderCheck } | { says: 'failed' } | Asks;

/** Far more than the largest honest mail needs on a slow machine. */
const readingLasts = seconds(20);
/** What is asked of others in between may take sixteen seconds of it. */
const checkingLasts = seconds(30);

/**
 * Understands an e-mail apart from what answers requests: strangers write it, and however it is made it keeps nobody
 * waiting, and not for long. Throws when it cannot be one.
 */
export async function readMailApart(raw: Uint8Array, within: Duration = readingLasts): Promise<Mail> {
  const mail = (await apart({ does: 'read', raw }, within)) as Mail;
  return { ...mail, files: mail.files.map(({ name, content }) => ({ name, content: asBuffer(content) })) };
}

/** What comes from another process is bytes, sometimes within others. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The same for asking who sent it: what takes too long is believed nothing. */
export async function checkSenderApart(
  { raw, from }: { raw: Uint8Array; from: EmailAddress },
  resolveDns: ResolveDns,
  within: Duration = checkingLasts,
): Promise<SenderCheck> {
  try {
    return (await apart({ does: 'check', raw, from }, within, resolveDns)) as SenderCheck;
  } catch {
    return beyondChecking;
  }
}

type Job = Exclude<ToMailWorker, { does: 'answer' }>;

async function apart(job: Job, within: Duration, resolveDns?: ResolveDns): Promise<Mail | SenderCheck> {
  const worker = takeWorker();
  const tooLate = wait(within, undefined, { ref: false });
  const ended = await Promise.race([doneBy(worker, job, resolveDns), tooLate]);
  if (ended) rest(worker);
  else worker.kill('SIGKILL');
  if (ended?.says !== 'done') throw new Error('no e-mail that can be understood in time');
  return ended.done;
}

/** Nothing when it ended in the middle. */
function doneBy(
  worker: ChildProcess,
  job: Job,
  resolveDns?: ResolveDns,
): Promise<Exclude<FromMailWorker, Asks> | undefined> {
  return new Promise((resolve) => {
    worker.on('exit', () => resolve(undefined));
    worker.on('message', (word: FromMailWorker) => {
      if (word.says === 'asks') void answer(worker, word, resolveDns);
      else resolve(word);
    });
    tell(worker, job);
  });
}

async function answer(
  worker: ChildProcess,
  { id, name, type }: Asks,
  resolveDns?: ResolveDns,
): Promise<void> {
  try {
    tell(worker, { does: 'answer', id, records: (await resolveDns?.(name, type)) ?? [] });
  } catch (error) {
    tell(worker, { does: 'answer', id, code: (error as { code?: unknown }).code });
  }
}

/** One that is gone hears nothing, and is told of by its end. */
const tell = (worker: ChildProcess, word: ToMailWorker) =>
  void (worker.connected && worker.send(word, () => undefined));

/** One that has done its work is kept for a while: the next mail often follows at once. */
let rested: ChildProcess | undefined;
const restsFor = seconds(10);

function takeWorker(): ChildProcess {
  const worker = rested?.connected ? rested : forkApart('mail-worker', import.meta.url, 512);
  rested = undefined;
  for (const event of ['message', 'exit', 'error']) worker.removeAllListeners(event);
  // What ends it is told by its end; without a listener it would also end the program.
  worker.on('error', () => undefined);
  worker.ref();
  worker.channel?.ref();
  return worker;
}

function rest(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
  if (rested) return void worker.disconnect();
  rested = worker;
  setTimeout(() => {
    if (rested !== worker) return;
    rested = undefined;
    if (worker.connected) worker.disconnect();
  }, restsFor).unref();
}
