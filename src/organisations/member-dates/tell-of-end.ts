import { daysFrom } from '../../kernel/calendar-day.ts';
import { days } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { userAddress, usersAddress } from '../addresses.ts';
import { type Administrator, listAdministrators } from '../administrators/administrators.store.ts';
import type { Member } from '../members/member.ts';
import { type TellMemberNeeds, tellAdministrators, tellMember } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import { endsSoonEmail, theirEndEmail } from './member-dates.email.tsx';
import { markEndTold } from './member-dates.store.ts';
import { memberDatesWords } from './member-dates.words.ts';

const endNotice = 'end-date-near';

/** The last day whose end is to be told of today. */
export const noticeDay = (
  { settings }: { settings: Pick<Settings, 'organisations'> },
  today: string,
): string => daysFrom(today, Math.round(settings.organisations.endDateNotice / days(1)));

/**
 * Tells people of one practice that their end date is near, once for each date; and those who look after them in one
 * email, however many they are. Call it with their accounts and the practice held.
 */
export async function tellOfEnds(
  needs: TellMemberNeeds,
  tx: Tx,
  practice: Organisation,
  members: readonly Member[],
): Promise<void> {
  const ending: Ending[] = [];
  for (const member of members) {
    const { endsOn } = member;
    if (!endsOn || !(await markEndTold(tx, member.id, needs.clock.now()))) continue;
    ending.push({ member, endsOn });
    await tellThemselves(needs, tx, practice, { member, endsOn });
  }
  for (const one of await listAdministrators(tx, practice.id)) {
    const others = ending.filter(({ member }) => member.accountId !== one.accountId);
    if (others.length > 0) await tellAdministrator(needs, tx, practice, one, others);
  }
}

interface Ending {
  member: Member;
  endsOn: string;
}

const tellThemselves = (
  needs: TellMemberNeeds,
  tx: Tx,
  practice: Organisation,
  { member, endsOn }: Ending,
): Promise<void> =>
  tellMember(needs, tx, member, {
    kind: endNotice,
    practice,
    write: ({ fullName: name }, language) =>
      endsSoonEmail(
        { name, practice: practice.name, endsOn, support: needs.settings.support },
        wordsIn(memberDatesWords, language),
      ),
  });

function tellAdministrator(
  { origin, ...needs }: TellMemberNeeds,
  tx: Tx,
  practice: Organisation,
  administrator: Administrator,
  ending: readonly Ending[],
): Promise<void> {
  const users = ending.map(({ member, endsOn }) => ({ name: member.fullName, endsOn }));
  const [only, more] = ending;
  const address =
    only && !more ? userAddress(practice.code, only.member.id, 'details') : usersAddress(practice.code);
  return tellAdministrators({ ...needs, origin }, tx, [administrator], {
    kind: `${endNotice}-of-user`,
    practice,
    write: ({ fullName: name }, language) =>
      theirEndEmail(
        { name, practice: practice.name, users, address: `${origin}${address}` },
        wordsIn(memberDatesWords, language),
      ),
  });
}
