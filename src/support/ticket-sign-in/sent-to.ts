import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';

interface SentToNeeds {
  clock: Clock;
  keyRing: KeyRing;
}

const sentToSchema = z.object({ typed: z.string(), askedAt: z.number() });

const context = 'ticket-log-in-sent';

/** The address of the page stays in the history of a browser that others use too. */
const shownFor = hours(1);

/** The address somebody has just typed, as their browser carries it to the page that asks for the code. */
export function sealSentTo({ clock, keyRing }: SentToNeeds, typed: string): string {
  const sentTo: z.infer<typeof sentToSchema> = { typed, askedAt: clock.now().getTime() };
  return keyRing.seal('form-state', JSON.stringify(sentTo), context).toString('base64url');
}

/** Nothing for anything that was not sealed here lately. */
export function openSentTo({ clock, keyRing }: SentToNeeds, sealed: unknown): string | undefined {
  if (typeof sealed !== 'string' || sealed === '') return undefined;
  try {
    const opened = keyRing.open('form-state', Buffer.from(sealed, 'base64url'), context);
    const { typed, askedAt } = sentToSchema.parse(JSON.parse(opened.toString()));
    return clock.now() < after(new Date(askedAt), shownFor) ? typed : undefined;
  } catch {
    return undefined;
  }
}
