import { createHash } from 'node:crypto';

/** The people of the bench are numbered from 1; who they are follows from the number, here and in `seed-people.ts`. */
export const benchPassword = 'Three-sunny-gates-1';

export const addressOf = (number: number): string => `person-${number}@practice-${number % 10_000}.example`;

export const sessionTokenOf = (number: number): string => `bench-session-${number}`;

export const deviceSecretOf = (number: number): string => `bench-device-${number}`;

export const staffToken = 'bench-staff-session';

export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const anyNumber = (most: number): number => 1 + Math.floor(Math.random() * most);
