import { deskTicketAddress, deskTicketsAddress } from '../../addresses.ts';

export const deskViewsAddress = `${deskTicketsAddress}/views`;
export const deskChosenAddress = `${deskTicketsAddress}/chosen`;

/** The list with what is asked of it. */
export const ticketListAddress = (query: string): string =>
  query ? `${deskTicketsAddress}?${query}` : deskTicketsAddress;

/** The pattern of a step of one ticket. */
export const stepAddress = (step?: string): string => deskTicketAddress(':reference', step);
