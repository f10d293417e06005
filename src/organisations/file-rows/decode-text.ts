export type DecodedText = { outcome: 'text'; text: string } | { outcome: 'empty' } | { outcome: 'not-text' };

/**
 * UTF-8 or UTF-16 (with or without a byte order mark), else Latin-1 in its Windows form. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const text = asUtf16(bytes) ?? asUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(endOfFileMark, '');
  if (hasControls(lines)) return { outcome: 'not-text' };
  return lines.trim() === '' ? { outcome: 'empty' } : { outcome: 'text', text: lines };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Ctrl-Z, which old exports end with
const endOfFileMark = /\u001a\n*$/;

/** By its mark, or by the half of every letter that Western letters leave zero. */
function asUtf16(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && fourth === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0);
  if (!isLittle && !isBig) return undefined;
  return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const hasControls = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds, and every binary file does
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
