import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import { paragraphOf, type SaidAnswer, sayAnswers } from '../tickets/said-answers.ts';
import type { SaidAnswersWords } from '../tickets/said-answers.words.ts';
import { firstWords } from '../tickets/ticket.email.tsx';
import { priorityNumber } from '../tickets/ticket.ts';

type Answers = Readonly<Record<string, string>>;

/** What a ticket says in one line, what its first message holds, and how urgent it is: all from what was answered. */
export interface Written {
  title: string;
  body: string;
  priority: number;
}

export function writtenFrom(subject: TicketSubject, answers: Answers, words: SaidAnswersWords): Written {
  const said = sayAnswers(subject, answers, words);
  return {
    title: titleOf(subject, answers, said),
    body: bodyOf(subject, said),
    priority: priorityOf(subject, answers),
  };
}

/** Their own words where a question asks for a title, else the subject and how they begin. */
function titleOf(subject: TicketSubject, answers: Answers, said: SaidAnswer[]): string {
  const own = answers.title;
  if (own) return own;
  const [first] = longTexts(said);
  return first ? `${subject.name}: ${firstWords(first.said)}` : subject.name;
}

function bodyOf(subject: TicketSubject, answers: SaidAnswer[]): string {
  const long = longTexts(answers);
  const [only] = long;
  if (only && long.length === 1) return only.said;
  return (long.length > 0 ? long : answers).map(paragraphOf).join('\n\n') || subject.name;
}

const longTexts = (answers: SaidAnswer[]) => answers.filter(({ type }) => type === 'long-text');

/** A choice can put a ticket first whatever its subject, like supplies that are needed by who only wants to register. */
function priorityOf(subject: TicketSubject, answers: Answers): number {
  const isUrgent = subject.questions.some(
    ({ key, urgentIf }) => urgentIf !== undefined && answers[key] === urgentIf,
  );
  return priorityNumber(isUrgent ? 'urgent' : subject.priority);
}
