import { createHash } from 'node:crypto';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { FactorId } from '../second-factors/factor.ts';

/** A passkey as it is checked. */
export interface Passkey {
  id: FactorId;
  accountId: AccountId;
  realm: Realm;
  name: string;
  credentialId: string;
  publicKey: Buffer;
  signCount: number;
  transports: string[] | null;
  /** When its counter went back: it may have been copied, and proves nothing without a password. */
  doubtedAt: Date | null;
}

/** The host that passkeys belong to; a browser uses them nowhere else. */
export const relyingPartyId = (origin: string): string => new URL(origin).hostname;

/**
 * What an authenticator keeps its owner under: says nothing about them, and stays the same when keys are rotated. The
 * realms differ, so that a passkey of one never takes the place of the other's.
 */
export const userHandleOf = (account: AccountId, realm: Realm): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(`gatehouse-passkey:${realm}:${account}`).digest());
