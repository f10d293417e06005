import { dayAt } from '../../kernel/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { findById } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import { type AccessNow, accessNowEmail } from './access-now.email.tsx';
import { findMember } from './member.store.ts';
import type { MemberId } from './member.ts';
import { type TellMemberNeeds, tellMember } from './tell-member.ts';

const kinds: Record<AccessNow, string> = {
  accepted: 'access-given',
  changed: 'roles-changed',
  restored: 'access-restored',
  returned: 'back-from-leave',
  begun: 'access-begun',
};

/** Tells a member which roles they have now, where and until when, after a change that is written down. */
export async function tellAccessNow(
  needs: TellMemberNeeds,
  tx: Tx,
  practice: Organisation,
  id: MemberId,
  what: AccessNow,
): Promise<void> {
  const member = await findMember(tx, practice.id, id);
  if (!member) throw new Error('a member vanished while they were changed');
  const branch = member.branchId && (await findById(tx, member.branchId));
  const { settings } = needs;
  const today = dayAt(needs.clock.now(), settings.service.timeZone);
  await tellMember(needs, tx, member, {
    kind: kinds[what],
    practice,
    write: ({ fullName: name }, language) =>
      accessNowEmail(
        { what, name, practice, branch: branch || undefined, member, today, settings },
        language,
      ),
  });
}
