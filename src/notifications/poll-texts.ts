import { after, type Duration, hours, minutes, seconds } from '../kernel/duration.ts';
import type { Database } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/due-work.ts';
import type { Channel } from './outbox.ts';
import { claimDuePolls, type DuePoll, recordReport, setNextPoll } from './text-report.store.ts';
import type { Transport } from './transport.ts';

export interface PollNeeds {
  database: Database;
  transports: Readonly<Record<Channel, Transport>>;
}

const lease: Duration = minutes(2);
const batch = 20;

/** Asks what became of texts, where nobody told us yet. */
export const pollTexts = ({ database, transports: { sms } }: PollNeeds): DueWork => ({
  name: 'poll-texts',
  every: seconds(15),
  runDue: async (now) => {
    if (!sms.findReport) return 0;
    const due = await claimDuePolls(database, { now, leaseUntil: after(now, lease), atMost: batch });
    await Promise.all(due.map((text) => poll(database, sms, text, now)));
    return due.length;
  },
});

async function poll(database: Database, sms: Transport, text: DuePoll, now: Date): Promise<void> {
  const report = await sms.findReport?.(text.providerId);
  if (report) await recordReport(database, { providerId: text.providerId }, report, now);
  await setNextPoll(database, text.id, report?.isLast ? null : nextPollAt(text.sentAt, now));
}

export const firstPoll: Duration = seconds(15);
const longestWait = hours(6);
/** The networks try so long, and say then that they gave up. */
const giveUpAfter = hours(72);

/** Soon while somebody waits at the screen, then ever more rarely; null once nothing more is to come. */
export function nextPollAt(sentAt: Date, now: Date): Date | null {
  const age = now.getTime() - sentAt.getTime();
  if (age >= giveUpAfter) return null;
  const wait = Math.max(firstPoll, Math.min(longestWait, Math.round(age / 2)));
  return after(sentAt, Math.min(giveUpAfter, age + wait));
}
