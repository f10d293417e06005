import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { Id, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';

export type RegistrationId = Id<'registration'>;

const yourAnswers = z.object({ fullName: z.string(), email: z.string(), phone: z.string() });

const journeySchema = z.object({
  /** Becomes the registration's id, so that sending twice makes one. */
  id: z.string(),
  code: z.string(),
  startedAt: z.number(),
  you: yourAnswers.optional(),
  mailbox: z.string().optional(),
  /** Set once it is sent; what was typed is gone by then. */
  reference: z.string().optional(),
});

/** What was typed so far. It lives encrypted in the person's own browser, so nothing is kept of those who stop. */
export type Journey = z.infer<typeof journeySchema>;

export type YourAnswers = z.infer<typeof yourAnswers>;
/** A journey with everything answered. */
export type WholeJourney = Journey & { you: YourAnswers; mailbox: string };

export interface JourneyNeeds {
  clock: Clock;
  ids: Ids;
  keyRing: KeyRing;
}

const life = hours(2);
const context = 'registration-journey';

/** The journey for this organisation; undefined for another's, an altered one, or one left too long. */
export function readJourney(needs: JourneyNeeds, request: FastifyRequest, code: string): Journey | undefined {
  const journey = readAnyJourney(needs, request);
  return journey?.code === code ? journey : undefined;
}

export function readAnyJourney(needs: JourneyNeeds, request: FastifyRequest): Journey | undefined {
  const sealed = request.cookieJar.read('registration');
  const journey = sealed ? open(needs.keyRing, sealed) : undefined;
  const isOver = !journey || after(new Date(journey.startedAt), life) < needs.clock.now();
  return isOver ? undefined : journey;
}

export const startJourney = (needs: JourneyNeeds, code: string): Journey => ({
  id: needs.ids.next<'registration'>(),
  code,
  startedAt: needs.clock.now().getTime(),
});

export function keepJourney(needs: JourneyNeeds, request: FastifyRequest, journey: Journey): void {
  const sealed = needs.keyRing.seal('form-state', JSON.stringify(journey), context);
  request.cookieJar.write('registration', sealed.toString('base64url'), life);
}

function open(keyRing: KeyRing, sealed: string): Journey | undefined {
  try {
    const opened = keyRing.open('form-state', Buffer.from(sealed, 'base64url'), context);
    return journeySchema.safeParse(JSON.parse(opened.toString())).data;
  } catch {
    return undefined;
  }
}
