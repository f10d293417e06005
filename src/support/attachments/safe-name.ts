const longestStem = 100;

/**
 * A name that is safe to show and to save under: no folders, nothing invisible, nothing that reads backwards, and the
 * ending that its content has, so that no picture is saved as a program.
 */
export function safeName(typed: string, extensionOf: (named: string) => string, unnamed: string): string {
  const base = typed.toWellFormed().normalize('NFC').slice(-4_000).split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(/\s+/g, ' ')
    .replace(/[\p{C}<>:"|?*%]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = /\.([A-Za-z0-9]{1,8})$/.exec(clean)?.[1]?.toLowerCase() ?? '';
  const extension = extensionOf(named);
  const stem = isSameEnding(named, extension) ? clean.slice(0, -named.length - 1) : clean;
  const shortened = Array.from(stem).slice(0, longestStem).join('').trim() || unnamed;
  return `${shortened}.${extension}`;
}

/** Of the same family, like `docx` and `docm`. */
const isSameEnding = (named: string, extension: string) =>
  named !== '' && (named.slice(0, 3) === extension.slice(0, 3) || (named === 'jpeg' && extension === 'jpg'));
