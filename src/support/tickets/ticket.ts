import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Priority, priorities, type TicketSubject } from '../../platform/settings/support-settings.ts';

export type TicketId = Id<'ticket'>;
export type TicketMessageId = Id<'ticket-message'>;
export type RequesterId = Id<'requester'>;
export type TeamId = Id<'team'>;
export type AttachmentId = Id<'attachment'>;
export type NoticeId = Id<'service-notice'>;

/**
 * `held`: a stranger's, whose address is not confirmed. `new`: nobody looked at it. `open`: somebody works on it.
 * `waiting-for-you`: the requester has to answer. `waiting-for-us`: they did. `solved` can be reopened, `closed` cannot.
 */
export type TicketState =
  | 'held'
  | 'new'
  | 'open'
  | 'waiting-for-you'
  | 'waiting-for-us'
  | 'solved'
  | 'closed';

/** Where it is support's turn, and the clocks run. */
export const ourTurn: readonly TicketState[] = ['new', 'open', 'waiting-for-us'];

export const isOurTurn = (state: TicketState): boolean => ourTurn.includes(state);

export type TicketChannel = 'web' | 'email' | 'phone' | 'staff';

/** How it was proven that the portal account is the requester's. */
export type AccountProof = 'session' | 'address' | 'call-code' | 'staff';

export interface Ticket {
  id: TicketId;
  reference: string;
  subjectKey: string;
  title: string;
  answers: Readonly<Record<string, string>>;
  state: TicketState;
  /** 1 is urgent, 4 low. */
  priority: number;
  channel: TicketChannel;
  requesterId: RequesterId;
  accountId: AccountId | null;
  accountProof: AccountProof | null;
  organisationId: OrganisationId | null;
  teamId: TeamId | null;
  assignedTo: AccountId | null;
  tags: readonly string[];
  noticeId: NoticeId | null;
  mergedInto: TicketId | null;
  splitFrom: TicketId | null;
  /** The closed one that was asked again about. */
  follows: TicketId | null;
  createdAt: Date;
  confirmedAt: Date | null;
  firstAnswerDueAt: Date | null;
  firstAnsweredAt: Date | null;
  solveDueAt: Date | null;
  /** Working milliseconds that are left, while the clock stands still. */
  solveLeft: number | null;
  lastMessageAt: Date;
  lastMessageBy: 'requester' | 'support';
  stateChangedAt: Date;
  solvedAt: Date | null;
  closedAt: Date | null;
  rating: 'good' | 'bad' | null;
  complaintDueOn: string | null;
}

/** The subject of the settings; one that they forgot is treated as any other question. */
export function subjectOf(
  { tickets }: Pick<Settings, 'tickets'>,
  { subjectKey }: Pick<Ticket, 'subjectKey'>,
): TicketSubject {
  const find = (key: string) => tickets.subjects.find((subject) => subject.key === key);
  const found = find(subjectKey) ?? find('other');
  if (!found) throw new Error('the settings hold no subject for tickets');
  return found;
}

export const priorityNumber = (priority: Priority): number => priorities.indexOf(priority) + 1;

export const priorityName = (number: number): Priority => priorities[number - 1] ?? 'normal';
