import type { Sharp } from 'sharp';
import { convertHeic } from './convert-heic.ts';

/** A picture of forty million pixels takes 160 megabytes once it is unpacked; no camera’s usual one is so large. */
const fewerPixelsThan = 40_000_000;
const longestSeconds = 20;

/** Read when the first picture comes. What was unpacked is not kept for another that may never come. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

const options = { limitInputPixels: fewerPixelsThan - 1, failOn: 'error' } as const;

/** By its header alone, of which the beginning is enough; undefined where that says nothing. */
export async function hasTooManyPixels(head: Uint8Array): Promise<boolean | undefined> {
  const sharp = await loadSharp();
  try {
    const { width, height } = await sharp(head, { limitInputPixels: false, animated: true }).metadata();
    return width * height >= fewerPixelsThan;
  } catch {
    return undefined;
  }
}

export type MadeAnew =
  | { content: Buffer; kind: string }
  | { refused: 'too-many-pixels' | 'unreadable-picture' };

/**
 * Paints a picture anew from its pixels: what else lay in the file, where and with what it was taken included, stays
 * behind. Turned as the camera said it is to be shown; a phone’s own format becomes one that every browser shows.
 */
export async function makePictureAnew(content: Buffer, kind: string): Promise<MadeAnew> {
  const sharp = await loadSharp();
  try {
    const isHeic = kind === 'image/heic' || kind === 'image/heif';
    const isTooMany = await hasTooManyPixels(content);
    if (isTooMany) return { refused: 'too-many-pixels' };
    // What its header hides is not left to a converter that knows no limit.
    if (isHeic && isTooMany === undefined) return { refused: 'unreadable-picture' };
    const source = isHeic ? await convertHeic(content) : content;
    const picture = sharp(source, { ...options, animated: isAnimated(kind) }).timeout({
      seconds: longestSeconds,
    });
    return await painted(picture.autoOrient(), isHeic ? 'image/jpeg' : kind);
  } catch {
    return { refused: 'unreadable-picture' };
  }
}

const isAnimated = (kind: string): boolean => kind === 'image/gif' || kind === 'image/webp';

async function painted(picture: Sharp, kind: string): Promise<MadeAnew> {
  switch (kind) {
    case 'image/png':
    case 'image/apng':
      return { content: await picture.png().toBuffer(), kind: 'image/png' };
    case 'image/gif':
      return { content: await picture.gif().toBuffer(), kind };
    case 'image/webp':
      return { content: await picture.webp({ quality: 90 }).toBuffer(), kind };
    default:
      return { content: await picture.jpeg({ quality: 88 }).toBuffer(), kind: 'image/jpeg' };
  }
}
