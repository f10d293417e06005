import { Note, Tag } from '../../ui/index.ts';
import { invitationStanding } from '../invitations/invitation-standing.ts';
import type { Member } from './member.ts';
import type { MemberWords } from './member.words.ts';
import type { MemberFacts, WhoDidIt } from './member-facts.store.ts';

export interface MemberStateProps {
  member: Member;
  facts: MemberFacts;
  now: Date;
  /** The calendar day where the service is. */
  today: string;
  timeZone: string;
  words: MemberWords;
}

const colours = { invited: 'yellow', active: 'green', 'on-leave': 'blue', removed: 'grey' } as const;

/** The state in a word, and beneath it what else is to know: an invitation that failed, a day that comes. */
export const MemberState = (props: MemberStateProps) => {
  const { member, facts, words } = props;
  const mayLogIn = !facts.account || ['active', 'invited'].includes(facts.account.state);
  return (
    <>
      <Tag colour={colours[member.state]}>{words.states[member.state]}</Tag>
      {mayLogIn || member.state === 'removed' ? null : <Tag colour="red">{words.notActive}</Tag>}
      {notesOf(props).map((note) => (
        <span className="gh-line" key={note}>
          <Note>{note}</Note>
        </span>
      ))}
    </>
  );
};

function notesOf({ member, facts, now, today, timeZone, words }: MemberStateProps): string[] {
  const { state, startsOn, returnsOn, endsOn } = member;
  if (state === 'removed') return [];
  return [
    ...(state === 'invited' ? [sayInvitation(facts, now, timeZone, words)] : []),
    ...(startsOn && startsOn > today ? [words.startsOn(words.calendarDay(startsOn))] : []),
    ...(state === 'on-leave' && returnsOn ? [words.returnsOn(words.calendarDay(returnsOn))] : []),
    ...(endsOn ? [words.endsOn(words.calendarDay(endsOn))] : []),
  ];
}

function sayInvitation(
  { invitation }: Pick<MemberFacts, 'invitation'>,
  now: Date,
  timeZone: string,
  words: MemberWords,
): string {
  const standing = invitationStanding(invitation, now);
  return standing === 'sent' && invitation
    ? words.invitation.sent(words.day(invitation.expiresAt, timeZone))
    : words.invitation[standing === 'sent' ? 'waiting' : standing];
}

/** A colleague by name; whoever is of the staff is "Support". */
export const sayWho = (who: WhoDidIt | null, otherwise: string, words: MemberWords): string => {
  if (!who) return otherwise;
  return who.isSupport ? words.support : who.name;
};
