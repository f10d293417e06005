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

export interface Preview {
  /** Where it went; those written before this was kept do not say it. */
  to?: string;
  subject: string;
  text: string;
}

/** Only of what was written with one: e-mails to somebody who has an account. */
export const sealPreview = (
  keyRing: KeyRing,
  id: string,
  { to, subject, preview }: { to?: string; subject: string; preview?: string },
): Buffer | null =>
  preview === undefined
    ? null
    : keyRing.seal('outbox', JSON.stringify({ to, subject, text: preview }), `${id}:preview`);

/** Throws when it was altered, belongs to another message, or its key is not in the ring. */
export const openPreview = (keyRing: KeyRing, id: string, sealed: Buffer): Preview =>
  JSON.parse(keyRing.open('outbox', sealed, `${id}:preview`).toString('utf8'));
