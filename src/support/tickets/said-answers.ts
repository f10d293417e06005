import type { SubjectQuestion, TicketSubject } from '../../platform/settings/support-settings.ts';
import type { SaidAnswersWords } from './said-answers.words.ts';
import type { Ticket } from './ticket.ts';

export interface SaidAnswer {
  key: string;
  label: string;
  /** Unknown of a question that the settings hold no more. */
  type: SubjectQuestion['type'] | undefined;
  /** As people write it. */
  said: string;
}

/** What a subject's own questions were answered with, in the order they are asked; those that settings forgot come last. */
export function sayAnswers(
  { questions }: Pick<TicketSubject, 'questions'>,
  answers: Ticket['answers'],
  words: SaidAnswersWords,
): SaidAnswer[] {
  const forgotten = Object.keys(answers).filter((key) => questions.every((asked) => asked.key !== key));
  const asked = [
    ...questions,
    ...forgotten.map((key) => ({ key, label: words.forgotten(key), type: undefined })),
  ];
  return asked.flatMap(({ key, label, type }) => {
    const answer = answers[key];
    return answer ? [{ key, label, type, said: type === 'date' ? words.day(answer) : answer }] : [];
  });
}

/** The question with its answer, as a first message holds it. */
export const paragraphOf = ({ label, said }: SaidAnswer): string => `${label}\n${said}`;

/** What is left to show beside the title and the messages, so that nobody reads anything twice. */
export const notSaidIn = (
  messages: readonly { body: string }[],
  title: string,
  answers: readonly SaidAnswer[],
): SaidAnswer[] =>
  answers.filter(
    (answer) =>
      !(answer.key === 'title' && answer.said === title) &&
      !messages.some(({ body }) => body === answer.said || body.includes(paragraphOf(answer))),
  );
