// Fetched by main.ts where a ticket is open at the desk, and nowhere else.
export { followTicket as start } from './enhance/live-ticket.ts';
