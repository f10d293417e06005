import { dayAt } from '../../kernel/calendar-day.ts';
import { csvFile } from '../file-rows/csv-cells.ts';
import type { Here } from '../here.ts';
import type { MemberWords } from '../members/member.words.ts';
import { sayWho } from '../members/member-state.tsx';
import { roleTitle } from '../roles/roles.ts';
import type { ListedPerson } from './list-people.ts';
import type { ListPeopleWords } from './list-people.words.ts';

interface Words {
  list: ListPeopleWords;
  member: MemberWords;
}

/** A line for each person, with the same words as on the page. Days are written so that every spreadsheet sorts them. */
export const peopleFile = (
  people: readonly ListedPerson[],
  { services }: Here,
  timeZone: string,
  words: Words,
): string => {
  const dayOf = (at: Date | undefined): string => (at ? dayAt(at, timeZone) : '');
  return csvFile([headings(words), ...people.map((person) => cells(person, services, dayOf, words))]);
};

const headings = ({ list: { columns } }: Words): string[] => [
  columns.name,
  columns.email,
  columns.state,
  columns.roles,
  columns.branch,
  columns.jobTitle,
  columns.phone,
  columns.startsOn,
  columns.endsOn,
  columns.returnsOn,
  columns.lastUse,
  columns.added,
  columns.addedBy,
  columns.removedAt,
  columns.removedBy,
  columns.because,
];

const cells = (
  { member, facts }: ListedPerson,
  services: Here['services'],
  dayOf: (at: Date | undefined) => string,
  words: Words,
): string[] => [
  member.fullName,
  member.email,
  words.member.states[member.state],
  member.roles.map((role) => roleTitle(services, role)).join('; '),
  facts.branch ? words.member.named(facts.branch.name, facts.branch.code) : words.member.wholePractice,
  member.jobTitle ?? '',
  member.phone ?? '',
  member.startsOn ?? '',
  member.endsOn ?? '',
  member.returnsOn ?? '',
  dayOf(member.lastUsedAt),
  dayOf(member.createdAt),
  sayWho(facts.addedBy, '', words.member),
  dayOf(member.ended?.at),
  member.ended ? sayWho(facts.endedBy, words.member.itself, words.member) : '',
  member.ended ? (words.member.because[member.ended.because] ?? '') : '',
];
