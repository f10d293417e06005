import type { SubjectQuestion, TicketSubject } from '../../platform/settings/support-settings.ts';
import { firstWords } from '../tickets/ticket.email.tsx';
import { priorityNumber } from '../tickets/ticket.ts';

type Answers = Readonly<Record<string, string>>;

type SayDate = (day: string) => string;

interface Answered {
  label: string;
  type: SubjectQuestion['type'];
  answer: string;
}

/** What a ticket says in one line, what its first message holds, and how urgent it is: all from what was answered. */
export interface Written {
  title: string;
  body: string;
  priority: number;
}

export function writtenFrom(subject: TicketSubject, answers: Answers, sayDate: SayDate): Written {
  const body = bodyOf(subject, answers, sayDate);
  return { title: titleOf(subject, answers), body, priority: priorityOf(subject, answers) };
}

/** Their own words where a question asks for a title, else the subject and how they begin. */
function titleOf(subject: TicketSubject, answers: Answers): string {
  const own = answers.title;
  if (own) return own;
  const [first] = longTexts(subject, answers);
  return first ? `${subject.name}: ${firstWords(first.answer)}` : subject.name;
}

function bodyOf(subject: TicketSubject, answers: Answers, sayDate: SayDate): string {
  const long = longTexts(subject, answers);
  const [only] = long;
  if (only && long.length === 1) return only.answer;
  const shown = long.length > 0 ? long : answered(subject, answers);
  const said = ({ type, answer }: Answered) => (type === 'date' ? sayDate(answer) : answer);
  return shown.map((each) => `${each.label}\n${said(each)}`).join('\n\n') || subject.name;
}

const longTexts = (subject: TicketSubject, answers: Answers) =>
  answered(subject, answers).filter(({ type }) => type === 'long-text');

const answered = ({ questions }: TicketSubject, answers: Answers): Answered[] =>
  questions.flatMap(({ key, label, type }) => {
    const answer = answers[key];
    return answer ? [{ label, type, answer }] : [];
  });

/** A choice can put a ticket first whatever its subject, like supplies that are needed by who only wants to register. */
function priorityOf(subject: TicketSubject, answers: Answers): number {
  const isUrgent = subject.questions.some(
    ({ key, urgentIf }) => urgentIf !== undefined && answers[key] === urgentIf,
  );
  return priorityNumber(isUrgent ? 'urgent' : subject.priority);
}
