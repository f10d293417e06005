import { isId } from '../../../kernel/ids.ts';
import { priorities } from '../../../platform/settings/support-settings.ts';

export const queues = [
  'our-turn',
  'first-answer',
  'mine',
  'my-teams',
  'unassigned',
  'waiting-for-us',
  'waiting-for-you',
  'urgent',
  'overdue',
  'held',
  'complaints',
  'call-backs',
  'solved',
  'all',
] as const;
export type Queue = (typeof queues)[number];

export const sorts = ['due', 'newest', 'created', 'oldest'] as const;
export type Sort = (typeof sorts)[number];

export const ticketStates = [
  'held',
  'new',
  'open',
  'waiting-for-you',
  'waiting-for-us',
  'solved',
  'closed',
] as const;

export const ticketChannels = ['web', 'email', 'phone', 'staff'] as const;

/** What is asked of the list, as it stands in the address; what says nothing is empty. */
export interface TicketQuestion {
  queue: Queue;
  sort: Sort;
  find: string;
  state: string;
  subject: string;
  /** An id of a team. */
  team: string;
  /** An id of one of the staff, or `nobody`. */
  assignee: string;
  tag: string;
  priority: string;
  channel: string;
  /** An organisation's code. */
  organisation: string;
  /** Days as people write them. */
  from: string;
  to: string;
  /** An id of a notice. */
  notice: string;
}

export const questionFields = [
  'find',
  'state',
  'subject',
  'team',
  'assignee',
  'tag',
  'priority',
  'channel',
  'organisation',
  'from',
  'to',
  'notice',
] as const;

/** Reads what an address or a saved view asks; what nobody could have chosen asks nothing. */
export function readQuestion(given: Record<string, unknown>): TicketQuestion {
  const text = (name: string, longest = 200) =>
    typeof given[name] === 'string' ? given[name].normalize('NFKC').trim().slice(0, longest) : '';
  const oneOf = <Known extends string>(known: readonly Known[], name: string): Known | undefined =>
    known.find((each) => each === text(name));
  const id = (name: string) => (isId(text(name)) ? text(name) : '');
  return {
    queue: oneOf(queues, 'queue') ?? 'our-turn',
    sort: oneOf(sorts, 'sort') ?? 'due',
    find: text('find'),
    state: oneOf(ticketStates, 'state') ?? '',
    subject: text('subject', 40),
    team: id('team'),
    assignee: text('assignee') === 'nobody' ? 'nobody' : id('assignee'),
    tag: readTag(text('tag')),
    priority: oneOf(priorities, 'priority') ?? '',
    channel: oneOf(ticketChannels, 'channel') ?? '',
    organisation: text('organisation', 20),
    from: text('from', 20),
    to: text('to', 20),
    notice: id('notice'),
  };
}

/** Tags are small words, so that two people write the same one. */
export const readTag = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

type Asked = Partial<TicketQuestion> & { after?: string | undefined };

const usual: Record<string, string> = { queue: 'our-turn', sort: 'due' };

/** The same question in an address; what asks nothing is left out. */
export function queryOf(question: Asked): string {
  const said = Object.entries(question).filter(
    ([name, value]) => value !== undefined && value !== '' && value !== usual[name],
  );
  return new URLSearchParams(said as [string, string][]).toString();
}

/** The same for the record: where words were typed it says that, and not which. */
export function saidIn({ find, tag, organisation, from, to, ...chosen }: TicketQuestion) {
  const said = Object.entries(chosen).filter(([, value]) => value !== '');
  const typed = Object.entries({ find, tag, organisation, from, to }).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(said),
    ...(typed.length > 0 && { typed: typed.map(([name]) => name).join(' ') }),
  };
}
