import { deskTicketAddress, deskTicketsAddress } from '../../addresses.ts';

export const deskViewsAddress = `${deskTicketsAddress}/views`;
export const deskChosenAddress = `${deskTicketsAddress}/chosen`;

/** The pattern of a step of one ticket. */
export const stepAddress = (step?: string): string => deskTicketAddress(':reference', step);
