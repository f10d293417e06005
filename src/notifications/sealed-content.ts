import type { KeyRing } from '../kernel/key-ring.ts';
import type { Thread } from './mail-thread.ts';

/** The part of a message that says anything about a person. */
export interface Content {
  to: string;
  subject: string;
  html: string;
  text: string;
  thread?: Thread;
}

export const sealContent = (
  keyRing: KeyRing,
  id: string,
  { to, subject, html, text, thread }: Content,
): Buffer => keyRing.seal('outbox', JSON.stringify({ to, subject, html, text, thread }), id);

/** Throws when the content was altered, belongs to another message, or its key is not in the ring. */
export const openContent = (keyRing: KeyRing, id: string, sealed: Buffer): Content =>
  JSON.parse(keyRing.open('outbox', sealed, id).toString('utf8'));
