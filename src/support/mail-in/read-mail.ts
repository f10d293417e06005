import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Mail, MailFile } from './mail.ts';
import { oneLine, plainText, textOfHtml } from './mail-text.ts';

const kibibyte = 1024;

/** Far beyond any honest e-mail; past them it waits for staff. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 256 * kibibyte, maxRfc822NestingDepth: 0 };

/** Reading takes time for every line at every depth, and for every part, however little each of them holds. */
const mostLines = 800_000;
const mostParts = 5_000;
const manyLines = 50_000;
const depthOfManyLines = 6;

const mostAnswered = 60;
const mostFiles = 200;

/** Understands an e-mail; throws when it cannot be one. */
export async function readMail(raw: Uint8Array): Promise<Mail> {
  const email = await PostalMime.parse(raw, { ...limitsFor(raw), forceRfc822Attachments: true });
  if (email.headers.length === 0) throw new Error('an e-mail has headers');
  const headers = headersOf(email);
  const parts = email.attachments.map((part) => ({ ...part, content: bytesOf(part) }));
  const reports = parts.filter(({ mimeType }) => mimeType === 'message/delivery-status');
  const others = parts.filter(({ mimeType }) => carriedKinds.has(mimeType));
  return {
    ...senderOf(headers),
    subject: oneLine(email.subject ?? '').slice(0, 1000),
    messageId: idsIn(email.messageId)[0] ?? null,
    answers: [...idsIn(email.inReplyTo), ...idsIn(email.references).reverse()].slice(0, mostAnswered),
    headers,
    text: textOf(email, raw),
    files: parts
      .filter(({ mimeType }) => !machineKinds.has(mimeType))
      // The logos of a signature come after what somebody chose to send.
      .toSorted((one, other) => Number(one.related ?? false) - Number(other.related ?? false))
      .slice(0, mostFiles)
      .map(fileOf),
    isCalendarAnswer: parts.some(({ method }) => method === 'REPLY' || method === 'COUNTER'),
    deliveryStatus: reports.length > 0 ? reports.map(({ content }) => head(content)).join('\n\n') : undefined,
    carried: others.map(({ content }) => head(content)).join('\n'),
  };
}

function limitsFor(raw: Uint8Array): typeof limits {
  const { lines, dashes } = countLines(raw);
  if (lines > mostLines || dashes > mostParts) throw new Error('no honest e-mail has so many lines or parts');
  return { ...limits, maxNestingDepth: lines > manyLines ? depthOfManyLines : limits.maxNestingDepth };
}

/** All lines, and those that two dashes begin: each may be the boundary of a part. A signature has a space behind them. */
function countLines(raw: Uint8Array): { lines: number; dashes: number } {
  const [lineFeed, dash, space] = [0x0a, 0x2d, 0x20];
  let lines = 0;
  let dashes = 0;
  for (let at = raw.indexOf(lineFeed); at !== -1; at = raw.indexOf(lineFeed, at + 1)) {
    lines += 1;
    if (raw[at + 1] === dash && raw[at + 2] === dash && raw[at + 3] !== space) dashes += 1;
  }
  return { lines, dashes };
}

const carriedKinds = new Set([
  'message/rfc822',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
]);
/** For machines alone: nobody opens them. */
const machineKinds = new Set([
  'message/delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
  'text/x-amp-html',
  'application/pgp-signature',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
]);

const bytesOf = ({ content }: Attachment): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);

const head = (content: Buffer): string => content.subarray(0, 64 * kibibyte).toString('latin1');

function headersOf(email: Email): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) {
    const known = headers.get(key);
    if (known) known.push(value);
    else headers.set(key, [value]);
  }
  return headers;
}

/** Whoever writes names themselves once; more than one sender is none that could be answered. */
function senderOf(headers: ReadonlyMap<string, readonly string[]>): Pick<Mail, 'from' | 'fromName'> {
  const fields = headers.get('from') ?? [];
  const boxes = fields.length === 1 ? addressParser(fields[0] ?? '', { flatten: true }) : [];
  const [box, another] = boxes;
  const from = box?.address && !another ? readEmailAddress(box.address) : undefined;
  return { from, fromName: oneLine(box?.name ?? '').slice(0, 200) };
}

/** Message-IDs with their angle brackets. What is none is left out, and what could stand in no header of ours. */
export const idsIn = (text: string | undefined): string[] =>
  (text ?? '').slice(0, 20_000).match(/<[!-;=?A-~]{1,250}@[!-;=?A-~]{1,250}>/g) ?? [];

function textOf(email: Email, raw: Uint8Array): string {
  const plain = plainText(email.text ?? '');
  if (plain.trim() !== '') return plain;
  if (email.html) return textOfHtml(email.html);
  return email.attachments.length === 0 ? textOfLostParts(email, raw) : '';
}

/** Of one that says it has parts and marks none, all that follows its headers. */
function textOfLostParts({ headers }: Email, raw: Uint8Array): string {
  const kind = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (!/^\s*multipart\//i.test(kind)) return '';
  const whole = Buffer.from(raw.subarray(0, limits.maxHeadersSize + 200 * kibibyte)).toString('utf8');
  return plainText(/\r?\n\r?\n(.*)$/s.exec(whole)?.[1] ?? '');
}

const fileOf = ({ filename, content }: { filename: string | null; content: Buffer }): MailFile => ({
  name: oneLine(filename ?? ''),
  content,
});
