import type { FastifyRequest } from 'fastify';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import { longestLine, oneLine, questionField, titleQuestion } from './questions.ts';

/** What was searched for before, as one line. */
export function searchedIn({ query }: FastifyRequest): string {
  const { searched } = query as { searched?: unknown };
  return typeof searched === 'string' ? oneLine(searched).slice(0, longestLine).trim() : '';
}

/** Which ticket they ask again about, as the address or the form names it. */
export function followsIn({ query }: FastifyRequest): Record<string, string> {
  const { follows } = query as { follows?: unknown };
  return typeof follows === 'string' && /^GH-[2-9A-Z]{4}-[2-9A-Z]{4}$/.test(follows) ? { follows } : {};
}

/** Where what was searched for goes: into what the ticket is called by. */
export function searchedValues(subject: TicketSubject, searched: string): Record<string, string> {
  const question = titleQuestion(subject);
  return question && searched ? { [questionField(question.key)]: searched } : {};
}
