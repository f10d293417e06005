import { isNoMobile, readPhoneNumber } from '../../kernel/phone-number.ts';
import { type SummaryRow, TypedLines } from '../../ui/index.ts';
import { MemberState, sayWho } from '../members/member-state.tsx';
import type { PersonPartProps } from './person.page.tsx';

export function factRows(props: PersonPartProps): SummaryRow[] {
  const { member, facts, timeZone, words } = props;
  const labels = words.person.facts;
  const day = (at: Date) => words.member.day(at, timeZone);
  const calendarDay = (text: string | undefined) => text && words.member.calendarDay(text);
  return [
    { key: labels.state, value: <MemberState {...{ ...props, words: words.member }} /> },
    { key: labels.email, value: <span className="gh-long">{member.email}</span> },
    { key: labels.jobTitle, value: member.jobTitle ?? labels.notGiven },
    { key: labels.phone, value: phoneOf(props) },
    ...(facts.branch
      ? [{ key: labels.branch, value: words.member.named(facts.branch.name, facts.branch.code) }]
      : []),
    ...given(labels.startsOn, calendarDay(member.startsOn)),
    ...given(labels.endsOn, calendarDay(member.endsOn)),
    ...(member.state === 'on-leave' ? given(labels.returnsOn, calendarDay(member.returnsOn)) : []),
    ...(member.state === 'invited' && facts.invitation?.sentAt
      ? given(labels.lastSent, words.member.moment(facts.invitation.sentAt, timeZone))
      : []),
    { key: labels.added, value: addedOf(props) },
    ...given(labels.accepted, member.acceptedAt && day(member.acceptedAt)),
    { key: labels.lastUse, value: member.lastUsedAt ? day(member.lastUsedAt) : words.member.notYet },
  ];
}

export function endedRows({ member: { ended }, facts, timeZone, words }: PersonPartProps): SummaryRow[] {
  const labels = words.person.ended;
  if (!ended) return [];
  return [
    { key: labels.at, value: words.member.moment(ended.at, timeZone) },
    { key: labels.by, value: sayWho(facts.endedBy, words.member.itself, words.member) },
    { key: labels.because, value: words.member.because[ended.because] ?? words.member.notRecorded },
    ...(ended.note ? [{ key: labels.note, value: <TypedLines>{ended.note}</TypedLines> }] : []),
  ];
}

function addedOf({ member, facts, timeZone, words }: PersonPartProps): string {
  const day = words.member.day(member.createdAt, timeZone);
  return facts.addedBy ? words.person.facts.addedBy(day, sayWho(facts.addedBy, '', words.member)) : day;
}

const given = (key: string, value: string | undefined): SummaryRow[] => (value ? [{ key, value }] : []);

function phoneOf({ member: { phone }, words }: PersonPartProps): string {
  if (!phone) return words.person.facts.notGiven;
  const number = readPhoneNumber(phone);
  return number && isNoMobile(number) ? words.member.noMobile : phone;
}
