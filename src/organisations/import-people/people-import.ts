import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts';
import type { MemberId } from '../members/member.ts';
import type { FileRow } from './read-people-file.ts';
import type { Finding, FindingCode } from './row-finding.ts';

export type PeopleImportId = Id<'people-import'>;

export interface PeopleImport {
  id: PeopleImportId;
  organisationId: OrganisationId;
  startedBy: AccountId | undefined;
  starterName: string | undefined;
  fileName: string;
  ignoredColumns: string[];
  state: 'preview' | 'running' | 'done' | 'cancelled';
  createdAt: Date;
  rows: number;
  /** Those whose outcome is known: all but the ones that wait to be invited. */
  settled: number;
  invited: number;
}

/** What became of a row: known at once where it cannot or need not be invited, or once its turn came. */
export type RowOutcome =
  | 'problem'
  | 'already-member'
  | 'example'
  | 'invited'
  | 'limit-reached'
  | 'may-not-give'
  | 'changed'
  | 'stopped';

/** One row as lists show it; what it says is sealed. */
export interface ImportRow {
  line: number;
  codes: FindingCode[];
  outcome: RowOutcome | undefined;
  memberId: MemberId | undefined;
}

/** What a row says, and what was found; sealed while it is kept. */
export interface RowContent extends Pick<FileRow, 'cells' | 'fault'> {
  findings: Finding[];
}
