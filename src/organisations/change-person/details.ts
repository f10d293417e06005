import type { OrganisationId } from '../../kernel/ids.ts';
import type { Member } from '../members/member.ts';

/** What a form says about somebody besides their roles; nothing is the empty text. */
export interface Details {
  jobTitle: string;
  phone: string;
  branchId: OrganisationId | undefined;
  startsOn: string | undefined;
  endsOn: string | undefined;
}

export type DetailName = keyof Details;

export const detailsOf = (member: Member): Details => ({
  jobTitle: member.jobTitle ?? '',
  phone: member.phone ?? '',
  branchId: member.branchId,
  startsOn: member.startsOn,
  endsOn: member.endsOn,
});

/** The state of somebody's details as one text: a form carries what it was filled in from. */
export const detailsBasis = (member: Member): string =>
  JSON.stringify(Object.values(detailsOf(member)).map((value) => value ?? ''));

export const changedDetails = (one: Details, other: Details): DetailName[] =>
  (Object.keys(one) as DetailName[]).filter((name) => one[name] !== other[name]);

/** Whether somebody's start date has come; afterwards there is nothing to change about it. */
export const hasBegun = ({ state, startsOn }: Member, today: string): boolean =>
  state !== 'invited' && (startsOn === undefined || startsOn <= today);
