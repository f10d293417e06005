const headSize = 64 * 1024;
/** Named in the directory of a file that holds macros, of whatever Office. */
const macroMarks = ['vbaProject.bin', 'Basic/script-lc.xml'].map((name) => Buffer.from(name));
const longestMark = Math.max(...macroMarks.map((mark) => mark.length));

/** What is learnt of a file while it passes by. */
export interface WatchedContent {
  head: Buffer;
  size: number;
  /** Nothing but what people type or a spreadsheet writes. */
  isText: boolean;
  hasMacroMark: boolean;
}

/** Looks at a file as it streams past, without keeping more than its beginning. */
export function watchContent(source: AsyncIterable<Uint8Array>) {
  const seen: WatchedContent = { head: Buffer.alloc(0), size: 0, isText: true, hasMacroMark: false };
  let tail = Buffer.alloc(0);
  async function* passing() {
    for await (const chunk of source) {
      seen.size += chunk.length;
      if (seen.head.length < headSize)
        seen.head = Buffer.concat([seen.head, chunk.subarray(0, headSize - seen.head.length)]);
      seen.isText = seen.isText && chunk.every(isTyped);
      const joined = Buffer.concat([tail, chunk]);
      seen.hasMacroMark ||= macroMarks.some((mark) => joined.includes(mark));
      tail = Buffer.from(joined.subarray(-longestMark));
      yield chunk;
    }
  }
  return { content: passing(), seen };
}

/** No control characters but tab, line feed, form feed and carriage return. */
const isTyped = (byte: number): boolean =>
  (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d;
