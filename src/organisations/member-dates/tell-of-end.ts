import { days } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { userAddress } from '../addresses.ts';
import { listAdministrators } from '../administrators.store.ts';
import { daysFrom } from '../calendar-day.ts';
import type { Member } from '../member.ts';
import type { Organisation } from '../organisation.ts';
import { type TellMemberNeeds, tellAdministrators, tellMember } from '../tell-member.ts';
import { endsSoonEmail, theirEndEmail } from './member-dates.email.tsx';
import { markEndTold } from './member-dates.store.ts';
import { memberDatesWords } from './member-dates.words.ts';

const endNotice = 'end-date-near';

/** The last day whose end is to be told of today. */
export const noticeDay = (
  { settings }: { settings: Pick<Settings, 'organisations'> },
  today: string,
): string => daysFrom(today, Math.round(settings.organisations.endDateNotice / days(1)));

/** Tells a person and those who look after them that an end date is near; once for each date. */
export async function tellOfEnd(
  needs: TellMemberNeeds,
  tx: Tx,
  practice: Organisation,
  member: Member,
): Promise<void> {
  const { endsOn } = member;
  if (!endsOn || !(await markEndTold(tx, member.id, needs.clock.now()))) return;
  const { support } = needs.settings;
  const facts = { practice: practice.name, endsOn, support };
  await tellMember(needs, tx, member, {
    kind: endNotice,
    practice,
    write: ({ fullName: name }, language) =>
      endsSoonEmail({ ...facts, name }, wordsIn(memberDatesWords, language)),
  });
  const administrators = await listAdministrators(tx, practice.id);
  const others = administrators.filter(({ accountId }) => accountId !== member.accountId);
  const address = `${needs.origin}${userAddress(practice.code, member.id, 'details')}`;
  await tellAdministrators(needs, tx, others, {
    kind: `${endNotice}-of-user`,
    practice,
    write: ({ fullName: name }, language) =>
      theirEndEmail({ ...facts, name, user: member.fullName, address }, wordsIn(memberDatesWords, language)),
  });
}
