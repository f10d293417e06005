import type { Answer, ExchangeOutcome } from './exchange.ts';
import { readProviderId } from './text-report.ts';
import type { SendOutcome } from './transport.ts';

type Refusal = Exclude<SendOutcome['outcome'], 'sent' | 'dropped-before-accepted'>;

/** What the other side's refusals mean, and how to say them without anything personal. */
export interface Refusals {
  meaningOf(answer: Answer): Refusal;
  describe(answer: Answer): string;
}

/** What one attempt to hand a text over came to. */
export function textOutcome(result: ExchangeOutcome, { meaningOf, describe }: Refusals): SendOutcome {
  if (result.outcome === 'failed')
    return {
      outcome: result.mayHaveArrived ? 'unknown' : 'dropped-before-accepted',
      problem: result.problem,
    };
  if (result.status < 200 || result.status > 299)
    return { outcome: meaningOf(result), problem: describe(result) };
  const providerId = readProviderId(result.body);
  return providerId
    ? { outcome: 'sent', providerId }
    : { outcome: 'unknown', problem: `${result.status} without an id` };
}
