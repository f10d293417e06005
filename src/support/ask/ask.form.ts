import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { type EmailAddress, readEmailAddress } from '../../kernel/email-address.ts';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import { type FormState, type ReadForm, readPosted, typedValues } from '../../ui/index.ts';
import type { AskWords } from './ask.words.ts';
import type { KnownAsker } from './asker.ts';
import { questionField, readAnswers } from './questions.ts';

export interface Asked {
  fullName: string;
  address: EmailAddress;
  answers: Readonly<Record<string, string>>;
  /** The notice it is about, where one was chosen. */
  notice: string;
  /** The reference of the closed ticket it asks again about, as it came. */
  follows: string;
}

const chosen = { notice: z.string(), follows: z.string().catch('') };

const strangerForm = ({ errors }: AskWords) =>
  z.object({ fullName: fullNameField(errors), email: addressField(errors), ...chosen });

const knownForm = z.object(chosen);

const addressField = (errors: AskWords['errors']) =>
  z.string().transform((text, check) => {
    const address = readEmailAddress(text);
    if (address) return address;
    check.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noEmail : errors.notEmail });
    return z.NEVER;
  });

/** Reads what was asked. Who is known is asked neither name nor address, so what a forger adds of them counts nothing. */
export function readAsked(
  request: FastifyRequest,
  subject: TicketSubject,
  known: KnownAsker | undefined,
  words: AskWords,
): ReadForm<Asked> {
  const asker = readAsker(request, known, words);
  if (!request.formIsFresh) return { valid: false, ...stateOf(asker, request) };
  const { answers, errors } = readAnswers(subject.questions, typedValues(request.body), words);
  const wrong = [...stateOf(asker, request).errors, ...errors];
  if (!asker.valid || wrong.length > 0)
    return { valid: false, values: typedValues(request.body), errors: wrong };
  const read = { ...asker.values, answers };
  const own = ownAddressError(subject, read, words);
  return own
    ? { valid: false, values: typedValues(request.body), errors: [own] }
    : { valid: true, values: read };
}

function readAsker(
  request: FastifyRequest,
  known: KnownAsker | undefined,
  words: AskWords,
): ReadForm<Omit<Asked, 'answers'>> {
  if (known) {
    const form = readPosted(knownForm, request);
    const { fullName, address } = known;
    return form.valid ? { valid: true, values: { fullName, address, ...form.values } } : form;
  }
  const form = readPosted(strangerForm(words), request);
  if (!form.valid) return form;
  const { email: address, ...rest } = form.values;
  return { valid: true, values: { ...rest, address } };
}

const stateOf = (read: ReadForm<unknown>, request: FastifyRequest): FormState =>
  read.valid ? { values: typedValues(request.body), errors: [] } : read;

/** Whoever helps is asked for somebody else's address: one's own agreement would open nothing. */
function ownAddressError({ kind, questions }: TicketSubject, { address, answers }: Asked, words: AskWords) {
  if (kind !== 'helping-someone') return undefined;
  const question = questions.find(({ type }) => type === 'email');
  const theirs = question && readEmailAddress(answers[question.key] ?? '');
  if (!question || theirs?.canonical !== address.canonical) return undefined;
  return { field: questionField(question.key), message: words.errors.ownAddress };
}
