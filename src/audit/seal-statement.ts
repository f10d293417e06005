import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Seal } from './seal.store.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a seal says, and what is signed word for word. */
const statementSchema = z.strictObject({
  seals: z.literal('gatehouse audit'),
  /** Which columns of an event are hashed, and how. */
  format: z.literal(1),
  number: z.int(),
  /** Positions of the first and the last event. Every position between the seal before and `last` is accounted for. */
  first: z.int(),
  last: z.int(),
  events: z.int().min(1),
  /** SHA-256 of the packed events. */
  digest: hash,
  /** SHA-256 of the statement of the seal before. */
  previous: hash.nullable(),
  sealedAt: z.iso.datetime(),
  /** The version of the root key, and the public half of the key made from it. */
  keyVersion: z.int(),
  publicKey: z.string().regex(/^[\w-]{43}$/),
});

export type SealStatement = z.output<typeof statementSchema>;

export const writeStatement = (statement: SealStatement): string => JSON.stringify(statement);

/** Undefined for text that was never a statement of ours. */
export function readStatement(text: string): SealStatement | undefined {
  try {
    return statementSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const hashOf = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

const keptSchema = z.object({ statement: z.string(), signature: z.string() });

/** A seal kept outside: what a restored or rewritten record can be held against. */
export type KeptSeal = z.output<typeof keptSchema>;

export const keepSeal = ({ statement, signature }: Seal): KeptSeal => ({
  statement,
  signature: signature.toString('base64'),
});

export function readKeptSeal(text: string): KeptSeal | undefined {
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
