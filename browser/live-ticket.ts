// Fetched only where a ticket is open at the desk: who else is there stays true while the page is open.
export { enhanceLiveTicket as start } from './enhance/live-ticket.ts';
