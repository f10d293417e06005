import type { NewestMessage } from './newest-message.store.ts';
import type { PresenceWords } from './presence.words.ts';

/** Who wrote last, and how long ago: "Gwen Parry answered 1 minute ago." */
export const sayNewest = (
  { kind, name, createdAt }: NewestMessage,
  now: Date,
  words: PresenceWords,
  gone: string,
): string => words.newer[kind](name ?? gone, createdAt, now);
