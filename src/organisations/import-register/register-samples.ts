/** Rows of a register for tests: 27 columns, everything sensible unless said otherwise. */
export interface Sample {
  code: string;
  name?: string;
  town?: string;
  postcode?: string;
  opened?: string;
  closed?: string;
  status?: string;
  parent?: string;
  phone?: string;
  setting?: string;
}

export const practice = (sample: Sample): string[] =>
  cells({ status: 'A', setting: '4', parent: '99Z', ...sample });

export const branch = (sample: Sample & { parent: string }): string[] =>
  cells({ status: '', setting: '', ...sample });

function cells(sample: Sample): string[] {
  const row = Array.from({ length: 27 }, () => '');
  row[0] = sample.code;
  row[1] = sample.name ?? `PRACTICE ${sample.code}`;
  row[4] = '1 HIGH STREET';
  row[7] = sample.town ?? 'BROOKMINSTER';
  row[9] = sample.postcode ?? 'ZZ99 1AA';
  row[10] = sample.opened ?? '19740401';
  row[11] = sample.closed ?? '';
  row[12] = sample.status ?? '';
  row[14] = sample.parent ?? '';
  row[17] = sample.phone ?? '01632 960001';
  row[25] = sample.setting ?? '';
  return row;
}

export const csv = (rows: readonly string[][], lineEnd = '\n'): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + lineEnd).join('');

export const register = (...rows: string[][]): Buffer => Buffer.from(csv(rows));
