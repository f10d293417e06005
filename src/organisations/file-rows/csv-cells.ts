/** What spreadsheets take for the beginning of a formula, wide forms and blanks before it included (OWASP, CSV injection). */
const formulaStart = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

export const looksLikeFormula = (text: string): boolean => formulaStart.test(text);

/** A cell that a spreadsheet would run begins with an apostrophe, which spreadsheets read as "this is text". */
export const safeCell = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

/** What `safeCell` put before a cell is no part of it; so a list that was downloaded can come in again. */
export const readCell = (text: string): string =>
  text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;

/** A whole file, as spreadsheets open it without asking: UTF-8 with its mark, every cell quoted, and none of them run. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;

const quoted = (cell: string): string => `"${safeCell(cell).replaceAll('"', '""')}"`;
