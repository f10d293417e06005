import { hash, verify } from '@node-rs/argon2';
import type { Stopwatch } from '../../kernel/clock.ts';
import { readForeignHash } from './foreign/read-foreign-hash.ts';
import { createTurns, type HashingLimits, type Turn } from './hashing-turns.ts';

/** OWASP's argon2id (algorithm 2) parameters: 19 MiB, two passes, one lane. Kept in each hash, so they can be raised later. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const todays = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /**
   * Runs one argon2id also for a missing hash, so an unknown name costs what a known one does. Gives a fresh hash to
   * keep in the place of one that was not made with today's parameters.
   */
  check(stored: string | undefined, password: string, turn?: Turn): Promise<PasswordCheck>;
  /**
   * Runs work that will need a hash, and counts it as waiting from its first step. Throws `Overloaded` before that
   * step when the hash would not get its turn in time, so that whoever is turned away costs next to nothing.
   */
  admit<Result>(work: () => Promise<Result>, turn?: Turn): Promise<Result>;
  /** Seconds after which a stranger may come back; undefined while there is room for one. */
  busyFor(): number | undefined;
  /** Hashes waiting for a core, for observation. */
  waiting(): number;
}

export interface PasswordCheck {
  isRight: boolean;
  /** The same password as it would be kept today; only where it was right and is kept otherwise. */
  renewed?: string;
}

/** No password gives this hash: it is worked on for names nobody has, and kept for accounts no password may open. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$Z2F0ZWhvdXNlLWRlY295IQ$3yqsxvfTOxDN3vJLKDsZbMYbwDDb0h7wIvLAPKpWuTs';

export function createPasswordHasher(stopwatch: Stopwatch, limits: HashingLimits): PasswordHasher {
  const turns = createTurns(stopwatch, limits);
  return {
    hash: (password) => turns.take(() => hash(normalised(password), parameters), 'in-turn'),
    check: (stored, password, turn = 'in-turn') => turns.take(() => check(stored, password), turn),
    admit: (work, turn = 'in-turn') => turns.admit(work, turn),
    busyFor: turns.busyFor,
    waiting: turns.waiting,
  };
}

/**
 * Always exactly one argon2id of today's parameters. Beside a hash of another product it is the one that will replace
 * it, made whether the password is right or wrong: such an account costs more than an unknown name, never less.
 */
async function check(stored: string | undefined, password: string): Promise<PasswordCheck> {
  if (stored === undefined || stored.startsWith(todays))
    return { isRight: (await verify(stored ?? nobodysHash, normalised(password))) && stored !== undefined };
  const isRight = await matchesForeign(stored, password);
  const renewed = await hash(normalised(password), parameters);
  return isRight ? { isRight, renewed } : { isRight };
}

/** Whether the other product normalised what was typed is not known, so both are tried where they differ. */
async function matchesForeign(stored: string, password: string): Promise<boolean> {
  const foreign = readForeignHash(stored);
  if (typeof foreign === 'string') throw new Error(`a stored password hash cannot be read: ${foreign}`);
  for (const form of new Set([password, normalised(password)]))
    if (await foreign.matches(Buffer.from(form))) return true;
  return false;
}

/** The same characters typed on another keyboard are the same password (NIST 800-63B 5.1.1.2). */
const normalised = (password: string): string => password.normalize('NFKC');
