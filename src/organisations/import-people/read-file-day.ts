/** Reads `2026-03-02` and `02/03/2026`, as spreadsheets write them; undefined when empty, 'impossible' when there is no such day. */
export function readFileDay(text: string): string | undefined | 'impossible' {
  if (text === '') return undefined;
  const iso = /^(2\d{3})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](2\d{3})$/.exec(text);
  const [year = '', month = '', day = ''] = iso?.slice(1) ?? british?.slice(1).reverse() ?? [];
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${read}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== read ? 'impossible' : read;
}
