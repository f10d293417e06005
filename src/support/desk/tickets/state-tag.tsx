import { Tag, type TagColour } from '../../../ui/index.ts';
import { priorityName, type TicketState } from '../../tickets/ticket.ts';
import type { DeskTicketsWords } from './desk-tickets.words.ts';

const stateColours: Record<TicketState, TagColour> = {
  held: 'grey',
  new: 'blue',
  open: 'aqua-green',
  'waiting-for-you': 'white',
  'waiting-for-us': 'yellow',
  solved: 'green',
  closed: 'grey',
};

export const StateTag = ({ state, words }: { state: TicketState; words: DeskTicketsWords }) => (
  <Tag colour={stateColours[state]}>{words.states[state]}</Tag>
);

const priorityColours = { urgent: 'red', high: 'orange', normal: 'grey', low: 'white' } as const;

export function PriorityTag({ priority, words }: { priority: number; words: DeskTicketsWords }) {
  const name = priorityName(priority);
  return <Tag colour={priorityColours[name]}>{words.priorities[name]}</Tag>;
}
