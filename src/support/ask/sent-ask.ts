import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Ticket, TicketId } from '../tickets/ticket.ts';

interface SentAskNeeds {
  clock: Clock;
  keyRing: KeyRing;
  settings: Pick<Settings, 'recovery'>;
}

const sentSchema = z.object({
  ticketId: z.string(),
  reference: z.string(),
  subjectKey: z.string(),
  email: z.string(),
  /** By when it is answered, once its address is proven. */
  answerBy: z.number().nullable(),
  complaintDueOn: z.string().nullable(),
  isHeld: z.boolean(),
  /** Opens the ticket, for whoever has just proven the address and has no session. */
  secret: z.string().nullable(),
  askedAt: z.number(),
  again: z.boolean(),
});

/** What was sent, as the browser of whoever sent it carries it, so that showing the page again looks nothing up. */
export interface SentAsk extends Omit<z.infer<typeof sentSchema>, 'askedAt' | 'ticketId' | 'answerBy'> {
  ticketId: TicketId;
  answerBy: Date | undefined;
  /** From when the email may be asked for again. */
  againAt: Date;
}

const context = 'ticket-sent';

/** The address of the page stays in the history of a browser that others use too. */
const shownFor = hours(2);

export function sealSentAsk(
  { clock, keyRing }: SentAskNeeds,
  ticket: Pick<Ticket, 'id' | 'reference' | 'subjectKey' | 'firstAnswerDueAt' | 'complaintDueOn'>,
  how: { email: string; isHeld: boolean; again?: boolean; secret?: string },
): string {
  const sent: z.infer<typeof sentSchema> = {
    ticketId: ticket.id,
    reference: ticket.reference,
    subjectKey: ticket.subjectKey,
    answerBy: how.isHeld ? null : (ticket.firstAnswerDueAt?.getTime() ?? null),
    complaintDueOn: ticket.complaintDueOn,
    email: how.email,
    isHeld: how.isHeld,
    secret: how.secret ?? null,
    askedAt: clock.now().getTime(),
    again: how.again ?? false,
  };
  return keyRing.seal('form-state', JSON.stringify(sent), context).toString('base64url');
}

/** Nothing for anything that was not sealed here, exactly so and lately. */
export function openSentAsk(needs: SentAskNeeds, sealed: unknown): SentAsk | undefined {
  if (typeof sealed !== 'string' || sealed === '') return undefined;
  const { data } = sentSchema.safeParse(unsealed(needs.keyRing, sealed));
  if (!data) return undefined;
  const { askedAt, ticketId, answerBy, ...sent } = data;
  if (needs.clock.now() >= after(new Date(askedAt), shownFor)) return undefined;
  return {
    ...sent,
    ticketId: ticketId as TicketId,
    answerBy: answerBy === null ? undefined : new Date(answerBy),
    againAt: after(new Date(askedAt), needs.settings.recovery.resendAfter),
  };
}

function unsealed(keyRing: KeyRing, sealed: string): unknown {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    // What Node passes over in base64 would travel on in a redirect.
    if (bytes.toString('base64url') !== sealed) return undefined;
    return JSON.parse(keyRing.open('form-state', bytes, context).toString());
  } catch {
    return undefined;
  }
}
