import { createCipheriv, createDecipheriv } from 'node:crypto';

interface Place {
  fileId: string;
  number: number;
  isLast: boolean;
}

const tagLength = 16;

/** AES-256-GCM. Which file, which part and whether it is the last go with it: a part moved, swapped or cut off shows. */
export function sealPart(key: Uint8Array, place: Place, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place));
  cipher.setAAD(boundTo(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([body, cipher.getAuthTag()]);
}

/** Throws when the part was altered or belongs elsewhere. */
export function openPart(key: Uint8Array, place: Place, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place));
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagLength)), decipher.final()]);
}

const boundTo = ({ fileId, number, isLast }: Place) =>
  Buffer.from(`${fileId}|${number}|${isLast ? 'last' : 'more'}`);

/** Each file has a key of its own that seals each part once, so its number never repeats under a key. */
function nonceOf({ number }: Place): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}
