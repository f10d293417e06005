import type { Answer } from './exchange.ts';
import type { Refusals } from './text-outcome.ts';

/** What GOV.UK Notify's errors mean (docs.notifications.service.gov.uk/rest-api.html#send-a-text-message-error-codes). */
export const notifyRefusals: Refusals = {
  meaningOf: (answer) => {
    if (answer.status === 400) return isAboutMessage(answer) ? 'refused-permanently' : 'refused-for-now';
    // "Unable to process the request, resend your notification"; from anything in between, nobody knows.
    return answer.status < 500 || answer.status === 500 || answer.status === 503
      ? 'refused-for-now'
      : 'unknown';
  },
  describe: (answer) => {
    const { error, message } = errorIn(answer);
    const why = reasons.find(([pattern]) => pattern.test(message))?.[1];
    return [answer.status, error, why && `(${why})`].filter(Boolean).join(' ');
  },
};

/** Everything else that 400 says is about our set-up, and passes when that is put right. */
const isAboutMessage = (answer: Answer): boolean =>
  /phone_number|international|character count/i.test(errorIn(answer).message);

/** Ours, because the texts of their errors quote the number. */
const reasons: readonly [RegExp, string][] = [
  [/phone_number|international/i, 'the number'],
  [/character count/i, 'too long'],
  [/team-only|team and guest/i, 'a key for the team alone'],
  [/trial mode/i, 'trial mode'],
  [/clock/i, 'the clock is wrong'],
  [/token|api key|signature/i, 'the key'],
  [/template|personalisation/i, 'the template'],
  [/limits? .*for today|send limit/i, 'the limit of the day'],
];

function errorIn({ body }: Answer): { error: string; message: string } {
  const first = (body as { errors?: { error?: unknown; message?: unknown }[] } | undefined)?.errors?.[0];
  const error = typeof first?.error === 'string' && /^[A-Za-z]{1,40}$/.test(first.error) ? first.error : '';
  return { error, message: typeof first?.message === 'string' ? first.message : '' };
}
