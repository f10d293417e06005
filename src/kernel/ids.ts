import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { speakablePart } from './secrets.ts';

declare const kind: unique symbol;

/** A UUIDv7 that says what it names, so an account's id cannot be passed where an organisation's is wanted. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type AccountId = Id<'account'>;
export type OrganisationId = Id<'organisation'>;
export type MessageId = Id<'message'>;

export interface Ids {
  next<Kind extends string>(): Id<Kind>;
  /** A reference a person can read out, like `GH-7KQ2-M4XD`: no letters that sound or look like others. */
  reference(prefix?: string): string;
}

/** Ids in the order they were made (RFC 9562 5.7). */
export const createIds = (clock: Clock): Ids => ({
  next: <Kind extends string>() => uuidv7(clock.now().getTime(), randomBytes(10)) as Id<Kind>,
  reference: (prefix = 'GH') => `${prefix}-${speakablePart(4)}-${speakablePart(4)}`,
});

export function uuidv7(milliseconds: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** True for text shaped like any UUID, so that a mistyped address is "not found" and never a database error. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** When an id of ours was made; undefined for a UUID of another kind. */
export const timeOfId = (id: string): Date | undefined =>
  isId(id) && id[14] === '7' ? new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)) : undefined;
