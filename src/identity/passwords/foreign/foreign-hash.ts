/** A password hash that another product made, or an earlier Gatehouse with other parameters. */
export interface ForeignHash {
  /** The one form in which Gatehouse keeps it. */
  stored: string;
  /** How the password's bytes are compared with it. */
  matches: (password: Buffer) => Promise<boolean>;
}

/** Why a hash cannot be taken over: not one we know, not whole, or dearer than a log in may be. */
export type HashRefusal = 'unknown-form' | 'damaged' | 'too-costly';

/** Nothing when the text is not of the reader's algorithm. */
export type HashReader = (text: string) => ForeignHash | HashRefusal | undefined;

/** A shorter digest could be met by chance, and an empty one by anything. */
const shortestDigest = 16;
const longestDigest = 128;

export const isWholeDigest = (digest: Buffer) =>
  digest.length >= shortestDigest && digest.length <= longestDigest;

/** PHC strings leave out the padding of base64. */
export const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** The bytes of base64 written as PHC strings write it: whole, without padding and in the one way that decoders agree on. */
export function phcBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return unpadded(bytes) === text ? bytes : undefined;
}
