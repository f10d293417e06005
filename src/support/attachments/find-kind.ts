import { ReadableStream } from 'node:stream/web';
import { fileTypeFromBuffer, fileTypeFromStream } from 'file-type';
import type { Refusal } from './attachment.ts';
import { kindOf } from './kinds.ts';
import type { WatchedContent } from './watch-content.ts';

export type FoundKind = { kind: string } | { refused: Refusal };

const macroKinds: Readonly<Record<string, string>> = {
  docx: 'application/vnd.ms-word.document.macroenabled.12',
  xlsx: 'application/vnd.ms-excel.sheet.macroenabled.12',
  pptx: 'application/vnd.ms-powerpoint.presentation.macroenabled.12',
};

/**
 * What a file is, by its content alone. Of a zip the names inside are read, and nothing is unpacked but the list of
 * content types that file-type reads, within its bounds.
 */
export async function findKind(
  seen: WatchedContent,
  fileName: string,
  readAgain: () => AsyncIterable<Uint8Array>,
): Promise<FoundKind> {
  if (seen.size === 0) return { refused: 'empty' };
  const atHead = await mimeOf(() => fileTypeFromBuffer(seen.head));
  const isPacked = atHead !== undefined && /zip|openxmlformats|opendocument|macroenabled/.test(atHead);
  const mime = isPacked
    ? await mimeOf(() => fileTypeFromStream(ReadableStream.from(readAgain()) as never))
    : atHead;
  if (mime === undefined) return seen.isText ? textKind(seen.head, fileName) : { refused: 'other-kind' };
  const kind = kindOf(mime);
  if (!kind) return { refused: refusalOf(mime) };
  if (!seen.hasMacroMark || !isPacked) return { kind: mime };
  return { kind: macroKinds[kind.extension] ?? 'application/vnd.ms-word.document.macroenabled.12' };
}

/** What file-type stumbles over is no kind of ours. */
async function mimeOf(find: () => Promise<{ mime: string } | undefined>): Promise<string | undefined> {
  try {
    return (await find())?.mime;
  } catch {
    return undefined;
  }
}

function textKind(head: Buffer, fileName: string): FoundKind {
  const start = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('#!')) return { refused: 'program' };
  if (/^<[!?a-z]/i.test(start)) return { refused: 'active-content' };
  return { kind: /\.csv$/i.test(fileName) ? 'text/csv' : 'text/plain' };
}

function refusalOf(mime: string): Refusal {
  if (
    /zip|compress|x-tar|x-7z|x-rar|x-bzip|gzip|x-xz|x-lz|cab|archive|x-iso|x-apple-diskimage|zstd|x-arj|x-cpio/.test(
      mime,
    )
  )
    return 'archive';
  if (
    /msdownload|x-elf|mach|dosexec|x-ms-shortcut|java|wasm|executable|x-deb|x-rpm|shockwave|android/.test(
      mime,
    )
  )
    return 'program';
  return /svg|html|xml/.test(mime) ? 'active-content' : 'other-kind';
}
