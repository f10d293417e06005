import type { TagColour } from '../../ui/index.ts';
import type { TicketState } from '../tickets/ticket.ts';

/** What is the requester's to do stands out; the words beside it say what. */
export const stateColour: Record<TicketState, TagColour> = {
  held: 'yellow',
  new: 'blue',
  open: 'blue',
  'waiting-for-you': 'orange',
  'waiting-for-us': 'blue',
  solved: 'green',
  closed: 'grey',
};
