import { type Audit, recordListing } from '../../../../audit/index.ts';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import { NotAllowed } from '../../../../kernel/endings.ts';
import { isId } from '../../../../kernel/ids.ts';
import { readOrganisationCode } from '../../../../organisations/index.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Settings } from '../../../../platform/settings/settings.ts';
import type { Priority } from '../../../../platform/settings/support-settings.ts';
import { answerTickets } from '../../../policy.ts';
import { priorityNumber } from '../../../tickets/ticket.ts';
import { dayAfter, readTypedDay, startOfDay } from '../../start-of-day.ts';
import { saidIn, type TicketQuestion } from '../ticket-question.ts';
import { countQueues, type QueueCounts } from '../ticket-queues.store.ts';
import { ticketScope } from '../ticket-scope.ts';
import type { TicketSearch } from './found-tickets.store.ts';
import { findOrganisationByCode, type ListedTicket, listTickets } from './list-tickets.store.ts';

export interface ListTicketsNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  settings: Settings;
}

export type QuestionProblem = 'organisation' | 'from' | 'to';

export interface TicketList {
  tickets: ListedTicket[];
  counts: QueueCounts;
  /** The cursor of the next page. */
  next: string | undefined;
  problems: QuestionProblem[];
}

const ticketsOnPage = 25;

/** The tickets somebody asked for, of those they may read; which they were shown is on record. */
export async function readTicketList(
  needs: ListTicketsNeeds,
  actor: Actor | undefined,
  question: TicketQuestion,
  after: string,
): Promise<TicketList> {
  if (!actor || !answerTickets.admits(actor)) throw new NotAllowed(answerTickets.name);
  const { database: db } = needs;
  const scope = ticketScope(needs, actor);
  const { organisationId, since, until, problems } = await readLimits(needs, question);
  const filter = {
    ...scope,
    queue: question.queue,
    sort: question.sort,
    state: question.state || undefined,
    subject: question.subject || undefined,
    team: question.team || undefined,
    assignee: question.assignee || undefined,
    tag: question.tag || undefined,
    priority: question.priority ? priorityNumber(question.priority as Priority) : undefined,
    channel: question.channel || undefined,
    notice: question.notice || undefined,
    search: readSearch(question.find),
    organisationId,
    since,
    until,
  };
  const part = { after: readCursor(question, after), atMost: ticketsOnPage + 1 };
  const [counts, found] = await Promise.all([
    countQueues(db, scope),
    problems.length > 0 ? [] : listTickets(db, filter, part),
  ]);
  const tickets = found.slice(0, ticketsOnPage);
  const next = found.length > tickets.length ? tickets.at(-1)?.cursor : undefined;
  await recordListing(needs, actor, {
    action: 'tickets-listed',
    asked: saidIn(question),
    shown: tickets.map(({ id }) => id),
  });
  return { tickets, counts, next, problems };
}

async function readLimits(needs: ListTicketsNeeds, { organisation, from, to }: TicketQuestion) {
  const { timeZone } = needs.settings.service;
  const code = readOrganisationCode(organisation);
  const organisationId =
    code.outcome === 'code' ? await findOrganisationByCode(needs.database, code.code) : undefined;
  const [first, last] = [readTypedDay(from), readTypedDay(to)];
  const problems: QuestionProblem[] = [
    ...(organisation && !organisationId ? (['organisation'] as const) : []),
    ...(from && !first ? (['from'] as const) : []),
    ...(to && !last ? (['to'] as const) : []),
  ];
  return {
    organisationId,
    since: first ? startOfDay(first, timeZone) : undefined,
    until: last ? startOfDay(dayAfter(last), timeZone) : undefined,
    problems,
  };
}

const referenceShape = /^GH[\s-]*([2-9A-Z]{4})[\s-]*([2-9A-Z]{4})$/i;

export function readSearch(typed: string): TicketSearch | undefined {
  if (typed === '') return undefined;
  const [, first, second] = referenceShape.exec(typed) ?? [];
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const code = readOrganisationCode(typed);
  return {
    reference: first && second ? `GH-${first}-${second}`.toUpperCase() : undefined,
    words: words
      .slice(0, 8)
      .map((word) => `${word}:*`)
      .join(' & '),
    text: typed,
    part: typed.toLowerCase(),
    organisationCode: code.outcome === 'code' ? code.code : undefined,
  };
}

/** A cursor of another order, or of nobody's making, begins at the beginning. */
function readCursor({ sort }: TicketQuestion, typed: string): readonly string[] | undefined {
  const parts = typed.split(',');
  const isDue = parts.length === 3 && /^(true|false)$/.test(parts[0] ?? '');
  if (sort === 'due' ? !isDue : parts.length !== 2) return undefined;
  const at = parts.at(-2) ?? '';
  const isMoment = (isDue && at === 'infinity') || isInstant(at);
  return isMoment && isId(parts.at(-1) ?? '') ? parts : undefined;
}

/** As the database writes one; a day or an hour that there is not would be a mistake to ask it about. */
function isInstant(text: string): boolean {
  const [, day, time] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)?[+-](?:0\d|1[0-4])(?::[0-5]\d)?$/.exec(text) ?? [];
  const instant = new Date(`${day}T${time}Z`);
  return instant.getTime() > 0 && instant.toISOString().startsWith(`${day}T${time}`);
}
