import type { AtEnd } from './empty-database.ts';

/** One case of a property test: what it opened is closed with it, and not with the last case of the whole test. */
export const eachCase =
  <Case>(play: (drawn: Case, atEnd: AtEnd) => Promise<void>) =>
  async (drawn: Case): Promise<void> => {
    const ends: (() => Promise<void> | void)[] = [];
    try {
      await play(drawn, (end) => void ends.push(end));
    } finally {
      for (const end of ends.reverse()) await end();
    }
  };
