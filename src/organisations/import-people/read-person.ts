import { readEmailAddress } from '../../kernel/email-address.ts';
import { holdsAddress } from '../../kernel/full-name.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import { readPhoneNumber } from '../../kernel/phone-number.ts';
import type { Services } from '../../platform/settings/services-setting.ts';
import { looksLikeFormula } from '../file-rows/csv-cells.ts';
import type { PersonToInvite } from '../invitations/invite-member.ts';
import { looksShared } from '../invitations/shared-mailbox.ts';
import type { RoleName } from '../roles/roles.ts';
import { mixesScripts } from './mixed-scripts.ts';
import { readBranch } from './read-branch.ts';
import { readFileDay } from './read-file-day.ts';
import type { FileRow, PersonCells } from './read-people-file.ts';
import { readRoles } from './read-roles.ts';
import type { Finding, FindingCode } from './row-finding.ts';
import { exampleEmail } from './template.ts';

/** Where people of a file may be put: the practice as a whole, or one of its branches. */
export interface FilePlace {
  /** Undefined for the practice as a whole. */
  branchId: OrganisationId | undefined;
  code: string;
  name: string;
  isClosed: boolean;
}

/** What a row is judged by. */
export interface FileContext {
  services: Services;
  places: readonly FilePlace[];
  /** Whose page the file was sent from: where people go whose row names no branch, and no other branch's may. */
  home: FilePlace;
  sharedMailboxes: readonly string[];
  today: string;
  /** Whether whoever sent the file may give this role there. */
  mayGive(role: RoleName, branchId: OrganisationId | undefined): boolean;
}

export interface ReadPerson {
  /** Undefined when anything is wrong with the row. */
  person: PersonToInvite | undefined;
  findings: Finding[];
}

const longest = { name: 100, jobTitle: 100, about: 100 };

/** Reads what a row says about a person, and finds everything that is wrong or odd with it at once. */
export function readPerson({ cells, fault }: Omit<FileRow, 'line'>, context: FileContext): ReadPerson {
  if (fault) return { person: undefined, findings: [{ code: fault }] };
  const problems: Finding[] = [];
  const found = (code: FindingCode, about?: string) => {
    problems.push(about === undefined ? { code } : { code, about: about.slice(0, longest.about) });
    return undefined;
  };
  const email = readEmail(cells.email, found);
  if (email?.canonical === exampleEmail) return { person: undefined, findings: [{ code: 'example' }] };
  const fullName = readName(cells.fullName, found);
  const place = readBranch(cells.branch, context, found);
  const roles = readRoles(cells.roles, context, place, found);
  const jobTitle = cells.jobTitle;
  if (jobTitle && jobTitle.length > longest.jobTitle) found('long-job-title', String(longest.jobTitle));
  const phone = cells.phone ? (readPhoneNumber(cells.phone) ?? found('bad-phone', cells.phone)) : undefined;
  const dates = readDates(cells, context.today, found);
  const warnings = email && fullName ? warningsOf(cells, email.typed, context) : [];
  if (!email || !fullName || !place || problems.length > 0)
    return { person: undefined, findings: [...problems, ...warnings] };
  const { branchId } = place;
  return { person: { email, fullName, branchId, roles, jobTitle, phone, ...dates }, findings: warnings };
}

export type Found = (code: FindingCode, about?: string) => undefined;

function readEmail(text: string | undefined, found: Found) {
  if (!text) return found('no-email');
  return readEmailAddress(text) ?? found('bad-email', text);
}

function readName(text: string | undefined, found: Found): string | undefined {
  if (!text) return found('no-name');
  if (text.length > longest.name) return found('long-name', String(longest.name));
  return holdsAddress(text) ? found('not-name', text) : text;
}

function readDates({ startsOn, endsOn }: PersonCells, today: string, found: Found) {
  const [starts, ends] = [readFileDay(startsOn ?? ''), readFileDay(endsOn ?? '')];
  if (starts === 'impossible') found('bad-start', startsOn);
  if (ends === 'impossible') found('bad-end', endsOn);
  if (!ends || ends === 'impossible' || starts === 'impossible') return { startsOn: starts };
  if (starts && ends < starts) found('end-before-start');
  else if (ends < today) found('end-passed', endsOn);
  return { startsOn: starts, endsOn: ends };
}

function warningsOf(cells: PersonCells, email: string, { sharedMailboxes }: FileContext): Finding[] {
  const formula = Object.values(cells).find((cell) => cell !== cells.phone && looksLikeFormula(cell));
  return [
    ...(looksShared(email, sharedMailboxes) ? [{ code: 'shared-address' as const, about: email }] : []),
    ...(mixesScripts(email) ? [{ code: 'mixed-email' as const, about: email }] : []),
    ...(mixesScripts(cells.fullName ?? '') ? [{ code: 'mixed-name' as const }] : []),
    ...(formula ? [{ code: 'formula' as const, about: formula.slice(0, longest.about) }] : []),
  ];
}
