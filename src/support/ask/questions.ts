import { readEmailAddress } from '../../kernel/email-address.ts';
import { readPhoneNumber } from '../../kernel/phone-number.ts';
import { readOrganisationCode } from '../../organisations/index.ts';
import type { SubjectQuestion, TicketSubject } from '../../platform/settings/support-settings.ts';
import { datePart, type FieldError } from '../../ui/index.ts';
import type { AskWords } from './ask.words.ts';

export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

export const longestLine = 200;
export const longestText = 10_000;

/** The field of a question, so that no key of the settings meets a field of ours. */
export const questionField = (key: string): string => `q-${key}`;

/** The question whose answer a ticket is called by. */
export const titleQuestion = ({ questions }: TicketSubject): SubjectQuestion | undefined =>
  questions.find(({ key }) => key === 'title') ??
  questions.find(({ type, required }) => type === 'long-text' && required);

export interface ReadAnswers {
  /** Of what was answered, by the keys of the settings. */
  answers: Record<string, string>;
  errors: FieldError[];
}

/** Reads the answers to a subject's own questions, each by its type. */
export function readAnswers(
  questions: readonly SubjectQuestion[],
  typed: Readonly<Record<string, string>>,
  words: AskWords,
): ReadAnswers {
  const read: ReadAnswers = { answers: {}, errors: [] };
  for (const question of questions) {
    const answer = readAnswer(question, typed, words);
    if (typeof answer === 'object') read.errors.push(answer);
    else if (answer !== '') read.answers[question.key] = answer;
  }
  return read;
}

function readAnswer(
  question: SubjectQuestion,
  typed: Readonly<Record<string, string>>,
  { errors }: AskWords,
): string | FieldError {
  const { label, required, type } = question;
  const field = questionField(question.key);
  const wrong = (message: string) => ({ field: type === 'date' ? datePart(field, 'day') : field, message });
  const text = (type === 'date' ? typedDate(typed, field) : (typed[field] ?? '')).trim();
  if (oneLine(text) === '') {
    if (!required) return '';
    return wrong(type === 'choice' ? errors.noChoice(label) : errors.empty(label));
  }
  const most = type === 'long-text' ? longestText : longestLine;
  if (text.length > most) return wrong(errors.long(label, most));
  const read = readers[type](text, question);
  return read ?? wrong(wordsOfType(errors)[type](label));
}

type Type = SubjectQuestion['type'];

/** What is kept of an answer; undefined where it is none of its type. */
const readers: Record<Type, (text: string, question: SubjectQuestion) => string | undefined> = {
  text: oneLine,
  'long-text': (text) => text.replace(/\r\n?/g, '\n'),
  date: realDay,
  choice: (text, { choices }) => choices?.find((choice) => choice === text),
  email: (text) => readEmailAddress(text)?.typed,
  phone: (text) => readPhoneNumber(text)?.typed,
  'organisation-code': (text) => {
    const read = readOrganisationCode(text);
    return read.outcome === 'code' ? read.code : undefined;
  },
};

const wordsOfType = (errors: AskWords['errors']): Record<Type, (label: string) => string> => ({
  text: errors.empty,
  'long-text': errors.empty,
  date: errors.date,
  choice: errors.noChoice,
  email: errors.notAnEmail,
  phone: errors.notAPhone,
  'organisation-code': errors.notACode,
});

/** The three fields of a date in one, empty when nothing was typed into any. */
function typedDate(typed: Readonly<Record<string, string>>, field: string): string {
  const [year = '', month = '', day = ''] = (['year', 'month', 'day'] as const).map((part) =>
    (typed[datePart(field, part)] ?? '').trim(),
  );
  return year || month || day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
}

function realDay(text: string): string | undefined {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === text ? text : undefined;
}
