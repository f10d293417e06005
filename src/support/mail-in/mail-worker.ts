import type { ResolveDns } from '../../platform/dns/resolve-dns.ts';
import { checkSender } from './check-sender.ts';
import type { FromMailWorker, ToMailWorker } from './mail-apart.ts';
import { readMail } from './read-mail.ts';

type Waiting = (answer: Extract<ToMailWorker, { does: 'answer' }>) => void;

const waiting = new Map<number, Waiting>();
let asked = 0;
const say = (word: FromMailWorker) => process.send?.(word);

/** Only the program itself asks anybody anything: this one asks the program. */
const askProgram: ResolveDns = (name, type) =>
  new Promise((resolve, reject) => {
    asked += 1;
    const id = asked;
    waiting.set(id, ({ records, code }) => {
      waiting.delete(id);
      if (records) resolve(records);
      else reject(Object.assign(new Error('no such record'), { code }));
    });
    say({ says: 'asks', id, name, type });
  });

async function work(job: Exclude<ToMailWorker, { does: 'answer' }>): Promise<void> {
  try {
    const raw = Buffer.from(job.raw.buffer, job.raw.byteOffset, job.raw.byteLength);
    const done = job.does === 'read' ? await readMail(raw) : await checkSender(raw, job.from, askProgram);
    say({ says: 'done', done });
  } catch {
    say({ says: 'failed' });
  }
}

process.on('message', (word: ToMailWorker) => {
  if (word.does === 'answer') waiting.get(word.id)?.(word);
  else void work(word);
});

process.on('disconnect', () => process.exit());
// Whoever stops the program stops it alone: it finishes what it began, and then this one ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
