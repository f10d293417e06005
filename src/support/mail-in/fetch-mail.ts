import type { Clock } from '../../kernel/clock.ts';
import { after, before, days, minutes, seconds } from '../../kernel/duration.ts';
import type { Ids } from '../../kernel/ids.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { DueWork, Nudge } from '../../platform/jobs/index.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { handleMailName } from './mail.ts';
import { addMailIn, wasFetchedBefore } from './mail-in.store.ts';
import type { Mailbox } from './mailbox.ts';
import {
  type MailboxTimeouts,
  MailboxTrouble,
  type OpenMailbox,
  usualTimeouts,
  withMailbox,
} from './mailbox-client.ts';
import {
  claimMailbox,
  type MailboxPosition,
  releaseMailbox,
  savePosition,
} from './mailbox-position.store.ts';

export interface FetchMailNeeds {
  clock: Clock;
  database: Database;
  files: FileStore;
  ids: Ids;
  nudge: Nudge;
  /** None where the operator named none. */
  mailbox: Mailbox | undefined;
  mailboxTimeouts?: MailboxTimeouts;
  settings: Pick<Settings, 'retention'>;
}

/** Longer than any look may take, so that a lease only runs out when its holder is gone. */
const lease = minutes(5);
const mostAtOnce = 50;

/** What mail servers commonly take at most, with its attachments in text form. */
export const largestMail = 40 * 1024 * 1024;

/** Brings new mail in: kept whole before anything is made of it. */
export const fetchMailWork = (needs: FetchMailNeeds): DueWork => ({
  name: 'fetch-mail',
  every: seconds(30),
  runDue: async (now) => (needs.mailbox ? fetchMail(needs, needs.mailbox, now) : 0),
});

async function fetchMail(needs: FetchMailNeeds, mailbox: Mailbox, now: Date): Promise<number> {
  const { database, mailboxTimeouts = usualTimeouts } = needs;
  const position = await claimMailbox(database, mailbox.name, { now, leaseUntil: after(now, lease) });
  if (!position) return 0;
  let fetched = 0;
  let problem: string | null = null;
  try {
    await withMailbox(mailbox, mailboxTimeouts, async (open) => {
      const { uidValidity, newestUid } = open;
      const isFirst = position.uidValidity === 0;
      const uids = await newMail(needs, open, position);
      for (const uid of uids.slice(0, mostAtOnce)) {
        await fetchOne(needs, open, { mailbox: mailbox.name, uidValidity, uid });
        if (!isFirst) await savePosition(database, mailbox.name, { uidValidity, lastUid: uid });
        fetched += 1;
      }
      // What was read before we came stays as it is, wherever it stands among what was not.
      const lastUid = Math.max(newestUid, ...uids.slice(-1));
      if (isFirst && uids.length <= mostAtOnce && lastUid > 0)
        await savePosition(database, mailbox.name, { uidValidity, lastUid });
    });
  } catch (error) {
    if (!(error instanceof MailboxTrouble)) throw error;
    problem = error.problem;
  } finally {
    await releaseMailbox(database, mailbox.name, { now, problem });
  }
  return fetched;
}

/**
 * What we have not seen. When the server numbers its mail anew everything is looked at again, as far back as we would
 * know it again.
 */
async function newMail({ clock, settings }: FetchMailNeeds, open: OpenMailbox, last: MailboxPosition) {
  const isNumberedAnew = last.uidValidity !== open.uidValidity;
  return open.list(
    !isNumberedAnew
      ? { uid: last.lastUid }
      : last.uidValidity === 0
        ? 'unread'
        : { since: before(clock.now(), settings.retention.mailIn) },
  );
}

interface Place {
  mailbox: string;
  uidValidity: number;
  uid: number;
}

/** So often within a day that no line that was down for a while explains it. */
const mostTries = 20;

/**
 * Marked as read only once it is kept, so that a connection lost in between neither loses nor doubles it. One that the
 * server never gives out is told to staff, and keeps no other mail waiting.
 */
async function fetchOne(needs: FetchMailNeeds, open: OpenMailbox, place: Place): Promise<void> {
  const { mailbox, uidValidity, uid } = place;
  const name = `mail-fetch:${mailbox}:${uidValidity}:${uid}`;
  const tried = { name, window: days(1), atMost: mostTries, now: needs.clock.now() };
  const isGivenUp = !(await countUse(needs.database, tried)).allowed;
  const size = isGivenUp ? 0 : await open.sizeOf(uid);
  const stored = isGivenUp || size === undefined ? undefined : await store(needs, open, place, size);
  if (size !== undefined) await keep(needs, place, size, stored ?? (isGivenUp ? 'not-given' : 'too-large'));
  if (size !== undefined && !isGivenUp) await open.markRead(uid);
}

async function store({ database, files }: FetchMailNeeds, open: OpenMailbox, { uid }: Place, size: number) {
  if (size > largestMail) return undefined;
  const put = await files.put(database, open.download(uid), { atMost: largestMail });
  return put.outcome === 'stored' ? put : undefined;
}

type Stored = NonNullable<Awaited<ReturnType<typeof store>>>;

/** The whole of it, or why there is none. */
async function keep(
  needs: FetchMailNeeds,
  place: Place,
  size: number,
  found: Stored | 'too-large' | 'not-given',
): Promise<void> {
  const { clock, database, files, ids, nudge } = needs;
  const stored = typeof found === 'string' ? undefined : found;
  await inTransaction(database, async (tx) => {
    const isKnown = stored && (await wasFetchedBefore(tx, { ...place, sha256: stored.sha256 }));
    const added =
      !isKnown &&
      (await addMailIn(tx, {
        ...place,
        id: ids.next<'mail-in'>(),
        fileId: stored?.id ?? null,
        size: stored?.size ?? size,
        state: stored ? 'waiting' : 'unreadable',
        ...(typeof found === 'string' && { problem: found }),
        now: clock.now(),
      }));
    if (added) await nudge(tx, handleMailName);
    else if (stored) await files.remove(tx, stored.id);
  });
}
