import { invitationAddress, myInvitationsAddress } from '../addresses.ts';
import type { InvitationKey } from './invitation.ts';

export const refusalAddress = `${invitationAddress}/refuse`;
export const invitationCodeAddress = `${invitationAddress}/code`;
export const askAgainAddress = `${invitationAddress}/again`;
export const myInvitationAddress = (id: string, step?: 'refuse'): string =>
  [myInvitationsAddress, id, ...(step ? [step] : [])].join('/');

/** Where an invitation is looked at, and answered, by whoever came to it this way. */
export const pageOf = (key: InvitationKey): string =>
  'link' in key ? `${invitationAddress}?link=${encodeURIComponent(key.link)}` : myInvitationAddress(key.id);
export const acceptAt = (key: InvitationKey): string =>
  'link' in key ? invitationAddress : myInvitationAddress(key.id);
export const refuseAt = (key: InvitationKey): string =>
  'link' in key ? refusalAddress : myInvitationAddress(key.id, 'refuse');
export const refusePageOf = (key: InvitationKey): string =>
  'link' in key ? `${refusalAddress}?link=${encodeURIComponent(key.link)}` : refuseAt(key);
