import { readDay } from '../days/calendar-day.ts';
import type { RawRow } from '../file-rows/split-rows.ts';
import type { RegisterStatus } from '../places/organisation.ts';
import { readOrganisationCode } from '../places/organisation-code.ts';
import type { RefusalReason, RegisterKind, RegisterRow } from './register-row.ts';

/** Where a register keeps what, counted from 0 (research: ODS predefined reports `epraccur` and `ebranchs`). */
export const column = { code: 0, name: 1, opened: 10, closed: 11, status: 12, parent: 14 } as const;
const [addressFrom, addressTo, postcode, telephone, prescribingSetting] = [4, 9, 9, 17, 25];

export const fewestColumns = column.parent + 1;
const mostColumns = 60;
const longest = { name: 200, address: 500, other: 60 };

const statuses: Record<string, RegisterStatus> = { A: 'active', C: 'closed', D: 'dormant', P: 'proposed' };

type ReadRow = { row: RegisterRow } | { reason: RefusalReason };

export function readRow({ line, cells }: RawRow, kind: RegisterKind, today: string): ReadRow {
  const cell = (at: number) => oneLine(cells[at] ?? '');
  if (cells.length < fewestColumns || cells.length > mostColumns) return { reason: 'wrong-columns' };
  const code = readOrganisationCode(cell(column.code));
  if (code.outcome !== 'code')
    return { reason: code.outcome === 'person' ? 'person-code' : 'malformed-code' };
  const [openedOn, closedOn] = [readDay(cell(column.opened)), readDay(cell(column.closed))];
  if (openedOn === 'impossible' || closedOn === 'impossible') return { reason: 'impossible-date' };
  if (openedOn && closedOn && closedOn < openedOn) return { reason: 'closed-before-opened' };
  const status = readStatus(cell(column.status), kind, closedOn, today);
  if (!status) return { reason: 'unknown-status' };
  const parent = readOrganisationCode(cell(column.parent));
  if (kind === 'branch' && parent.outcome !== 'code') return { reason: 'no-practice' };
  const row: RegisterRow = {
    line,
    kind,
    code: code.code,
    name: cell(column.name),
    addressLines: cells.slice(addressFrom, addressTo).flatMap((text) => oneLine(text) || []),
    postcode: cell(postcode).toUpperCase(),
    phone: cell(telephone),
    status,
    openedOn,
    closedOn,
    parentCode: kind === 'branch' && parent.outcome === 'code' ? parent.code : undefined,
    prescribingSetting: cell(prescribingSetting) || undefined,
    cells,
  };
  const reason = reasonInTexts(row);
  return reason ? { reason } : { row };
}

/** Names go into the subjects of e-mails, which must be one line by anybody's reckoning. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** A branch's status column is empty: its close date decides. */
function readStatus(
  letter: string,
  kind: RegisterKind,
  closedOn: string | undefined,
  today: string,
): RegisterStatus | undefined {
  const isClosed = closedOn !== undefined && closedOn <= today;
  if (kind === 'branch' && letter === '') return isClosed ? 'closed' : 'active';
  return statuses[letter.toUpperCase()];
}

function reasonInTexts(row: RegisterRow): RefusalReason | undefined {
  if (row.name === '') return 'no-name';
  const isTooLong =
    row.name.length > longest.name ||
    row.addressLines.join('').length > longest.address ||
    [row.postcode, row.phone, row.prescribingSetting ?? ''].some((text) => text.length > longest.other);
  return isTooLong ? 'too-long' : undefined;
}
