import type { TicketMessage } from '../../../tickets/ticket-message.store.ts';

/** How many messages went to or came from people: what whoever answers has seen. */
export const countOfMessages = (messages: readonly Pick<TicketMessage, 'kind'>[]): string =>
  String(messages.filter(({ kind }) => kind === 'from-requester' || kind === 'from-support').length);
