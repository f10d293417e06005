import type { KeyRing } from '../../kernel/key-ring.ts';

/** Bound to its row, so that a secret moved to another one cannot be opened. */
const contextOf = (id: string) => `factor:${id}`;

export const sealSecret = (keyRing: KeyRing, id: string, secret: Uint8Array): Buffer =>
  keyRing.seal('factor', secret, contextOf(id));

export const openSecret = (keyRing: KeyRing, id: string, sealed: Uint8Array): Buffer =>
  keyRing.open('factor', sealed, contextOf(id));
