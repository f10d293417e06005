import type { Audit } from '../../audit/index.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { Ids, OrganisationId } from '../../kernel/ids.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import { stepAddress } from '../addresses.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import { addNoAdministratorTask, finishNoAdministratorTask } from '../members/no-administrator-task.ts';
import { type TellMemberNeeds, tellAdministrators } from '../members/tell-member.ts';
import { findById } from '../places/organisation.store.ts';
import { noMainContactEmail } from './no-main-contact.email.tsx';
import { findStanding, markWithoutMainContact, type Standing } from './watch-administrators.store.ts';
import { watchAdministratorsWords } from './watch-administrators.words.ts';

export interface KeepAdministeredNeeds extends TellMemberNeeds {
  audit: Audit;
  ids: Ids;
}

/**
 * Sees to it that a practice with people has somebody who looks after them: staff have an open task while nobody does, and
 * deputies hear once that the main contact is gone. True when anything changed. Call it with the practice held.
 */
export async function keepAdministered(
  needs: KeepAdministeredNeeds,
  tx: Tx,
  practice: OrganisationId,
): Promise<boolean> {
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  const standing = await findStanding(tx, practice, today);
  const taskChanged = await settleTask(needs, tx, practice, standing);
  const deputiesChanged = await settleDeputies(needs, tx, practice, standing);
  return taskChanged || deputiesChanged;
}

async function settleTask(
  needs: KeepAdministeredNeeds,
  tx: Tx,
  practice: OrganisationId,
  standing: Standing,
) {
  const isNeeded = standing.needsSomebody && !standing.isAdministered;
  if (isNeeded === standing.taskIsOpen) return false;
  const now = needs.clock.now();
  if (isNeeded) await addNoAdministratorTask(tx, needs.ids, practice, now);
  else await finishNoAdministratorTask(tx, practice, now);
  await needs.audit.record(tx, {
    action: isNeeded ? 'administrators-missing' : 'administrators-back',
    actor: 'system',
    organisation: practice,
  });
  return true;
}

async function settleDeputies(
  needs: KeepAdministeredNeeds,
  tx: Tx,
  practice: OrganisationId,
  { needsSomebody, isAdministered, hasMainContact, hadMainContact, deputiesTold }: Standing,
) {
  const isGone = needsSomebody && isAdministered && hadMainContact && !hasMainContact;
  if (isGone === deputiesTold) return false;
  await markWithoutMainContact(tx, practice, isGone ? needs.clock.now() : null);
  if (isGone) await tellDeputies(needs, tx, practice);
  return true;
}

async function tellDeputies(needs: KeepAdministeredNeeds, tx: Tx, id: OrganisationId): Promise<void> {
  const practice = await findById(tx, id);
  if (!practice) throw new Error('an organisation vanished while it was held');
  const facts = {
    practice: practice.name,
    href: `${needs.origin}${stepAddress(practice.code, 'main-contact')}`,
    support: needs.settings.support,
  };
  await tellAdministrators(needs, tx, await listAdministrators(tx, id), {
    kind: 'no-main-contact',
    practice,
    write: ({ fullName: name }, language) =>
      noMainContactEmail({ ...facts, name }, wordsIn(watchAdministratorsWords, language)),
  });
}
