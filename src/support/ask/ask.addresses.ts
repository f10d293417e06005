import { agreeAddress, confirmTicketAddress, ticketsAddress } from '../addresses.ts';

export const sentAddress = `${ticketsAddress}/sent`;
export const sentAgainAddress = `${ticketsAddress}/sent/again`;
export const confirmCodeAddress = `${confirmTicketAddress}/code`;
export const agreeCodeAddress = `${agreeAddress}/code`;
/** Where somebody says that an article answered what they wanted to ask. */
export const answeredAddress = `${ticketsAddress}/answered`;
/** Where the browser code asks which articles may answer what is typed. */
export const offeredAddress = `${ticketsAddress}/offered`;
