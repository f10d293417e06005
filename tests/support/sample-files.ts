import { readFile } from 'node:fs/promises';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** The harmless file that every virus scanner finds; written in two parts, so that none finds this one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const blue = { r: 0, g: 94, b: 184 };
const picture = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: blue } });

export const aPng = (width?: number, height?: number) => picture(width, height).png().toBuffer();
export const aWebp = () => picture().webp().toBuffer();

/** As a phone takes it: lying on its side, with the place where it was taken. */
export const aPhoto = () =>
  picture()
    .withExif({
      IFD0: { Make: 'Invented Camera', ImageDescription: 'at home' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A phone’s own format; made with an encoder that is no part of the project. */
export const aHeic = () => readFile(new URL('../samples/phone-picture.heic', import.meta.url));
export const aHugeHeic = () => readFile(new URL('../samples/forty-megapixels.heic', import.meta.url));
/** A small picture, and before it one of 160 megapixels that are the same tile four times. */
export const aHeicOfTwo = () => readFile(new URL('../samples/two-pictures.heic', import.meta.url));

export const aMovingGif = async () => {
  const frames = await Promise.all(
    [blue, { r: 255, g: 184, b: 28 }].map((background) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
};

/** A few kilobytes that unpack to as many pixels as it says. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const lines = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const chunks = [chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A JPEG whose header promises more than the file holds. */
export async function jpegBomb(width: number, height: number): Promise<Buffer> {
  const bomb = Buffer.from(await picture().jpeg().toBuffer());
  const frame = bomb.indexOf(Buffer.from('ffc0', 'hex'));
  bomb.writeUInt16BE(height, frame + 5);
  bomb.writeUInt16BE(width, frame + 7);
  return bomb;
}

export const aPdf = () =>
  Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${office}"/></Types>`;
const wordParts: [string, string][] = [
  ['_rels/.rels', '<Relationships/>'],
  ['word/document.xml', '<document/>'],
];

export const aDocx = () => aZip([['[Content_Types].xml', contentTypes], ...wordParts]);
/** As some programs write it, with the list of what is inside at the end. */
export const aDocxInsideOut = () => aZip([...wordParts, ['[Content_Types].xml', contentTypes]]);
export const aDocxWithMacros = () =>
  aZip([['[Content_Types].xml', contentTypes], ...wordParts, ['word/vbaProject.bin', 'Sub AutoOpen()']]);
export const anOdt = () =>
  aZip([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', '<document-content/>'],
  ]);
export const zipBomb = () => aZip([['bomb.txt', '0'.repeat(50_000_000)]]);
/** Says it is a Word file, and hides what would fill the memory where its kind is looked up. */
export const docxBomb = () => aZip([['[Content_Types].xml', contentTypes.padEnd(80_000_000)], ...wordParts]);

const oldOfficeMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
export const anOldDoc = () => Buffer.concat([oldOfficeMark, Buffer.alloc(2_000)]);

/** Packed, without what no reader of ours looks at. */
export function aZip(entries: readonly [name: string, content: string][]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const content = Buffer.from(text);
    const isStored = name === 'mimetype';
    const packed = isStored ? content : deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(isStored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const listed = [Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, Buffer.from(name)];
    directory.push(Buffer.concat(listed));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}
