import type { KeyRing } from '../../kernel/key-ring.ts';
import type { MemberId } from '../members/member.ts';

export const invitationCodeDigits = 8;

/** What the code of an invitation is kept as. */
export const invitationCodeMac = (keyRing: KeyRing, member: MemberId, code: string): string =>
  keyRing.mac('typed-code', `invitation:${member}:${code}`);

/** What a code as somebody types it, with spaces and dashes, may have been kept as. */
export const invitationCodeMacs = (keyRing: KeyRing, member: MemberId, typed: string): string[] => {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '')
    .slice(0, 20);
  return keyRing.macs('typed-code', `invitation:${member}:${code}`);
};
