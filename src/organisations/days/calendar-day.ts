/** Reads a register's YYYYMMDD as `2026-03-02`; undefined when empty, 'impossible' when there is no such day. */
export function readDay(text: string): string | undefined | 'impossible' {
  if (text === '') return undefined;
  if (!/^(1[89]|2\d)\d{6}$/.test(text)) return 'impossible';
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const read = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day ? 'impossible' : day;
}
