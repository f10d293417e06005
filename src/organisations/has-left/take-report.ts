import type { Audit } from '../../audit/index.ts';
import { addStaffTask } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { days } from '../../kernel/duration.ts';
import type { AccountId, Ids, OrganisationId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { leaversAddress, usersAddress } from '../addresses.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import type { Member } from '../members/member.ts';
import { type TellMemberNeeds, tellAdministrators } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import { leaverSaidEmail } from './has-left.email.tsx';
import { hasLeftWords } from './has-left.words.ts';
import { addLeaverReport } from './leaver-report.store.ts';

export interface TakeReportNeeds extends TellMemberNeeds {
  audit: Audit;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
}

export interface ReportToTake {
  practice: Organisation;
  /** Chosen from the organisation's people; or a name that somebody typed. */
  leaver: Member | string;
  by: Actor | 'anyone';
  /** What somebody who is not logged in wrote about themselves. */
  saidByName?: string;
  note: string;
  isOwn: boolean;
}

/** Past it nothing is sent and nothing shows, so that nobody's mailbox can be filled from here. */
const reportsPerDay = 20;

/**
 * Takes down that somebody has left, and tells those who look after the organisation's people; staff, when nobody does
 * or only the person themselves. Nothing is looked up about a name.
 */
export async function takeReport(needs: TakeReportNeeds, tx: Tx, report: ReportToTake): Promise<void> {
  if (await noteReport(needs, tx, report)) await tellOfLeaver(needs, tx, report);
}

/** Whether it is new, so that somebody should hear of it. */
export async function noteReport(needs: TakeReportNeeds, tx: Tx, report: ReportToTake): Promise<boolean> {
  const { practice, by } = report;
  const now = needs.clock.now();
  const name = `leaver-said:${by === 'anyone' ? 'outside' : by.person.accountId}:${practice.id}`;
  const use = await countUse(tx, { name, window: days(1), atMost: reportsPerDay, now });
  const id = needs.ids.next<'leaver-report'>();
  const isNew = use.allowed && (await addLeaverReport(tx, { ...rowOf(report), id, now }));
  await needs.audit.record(tx, {
    action: 'leaver-reported',
    actor: by,
    ...(report.isOwn && by !== 'anyone' && { subject: by.subject }),
    organisation: practice.id,
    record: { type: 'leaver-report', id },
  });
  return isNew;
}

const rowOf = ({ practice, leaver, by, saidByName, note, isOwn }: ReportToTake) => ({
  organisationId: practice.id,
  memberId: typeof leaver === 'string' ? null : leaver.id,
  leaverName: typeof leaver === 'string' ? leaver : null,
  isOwn,
  saidBy: by === 'anyone' ? null : by.person.accountId,
  saidByName: saidByName || null,
  note,
});

/** Nobody of the practice can look at it. */
const askStaffToLook = ({ clock, ids }: TakeReportNeeds, tx: Tx, id: OrganisationId) =>
  addStaffTask(tx, ids, {
    kind: 'leaver-report',
    record: { type: 'organisation', id },
    organisation: id,
    now: clock.now(),
  });

/** Where their access has ended in the same moment, nobody has to do anything. */
export async function tellOfLeaver(
  needs: TakeReportNeeds,
  tx: Tx,
  { practice, leaver, by, hasEnded = false }: ReportToTake & { hasEnded?: boolean },
): Promise<void> {
  const about: AccountId | undefined = typeof leaver === 'string' ? undefined : leaver.accountId;
  const administrators = await listAdministrators(tx, practice.id);
  const others = administrators.filter(({ accountId }) => accountId !== about);
  if (others.length === 0 && !hasEnded) await askStaffToLook(needs, tx, practice.id);
  const said = by === 'anyone' ? undefined : by.person.accountId;
  const leaverName = typeof leaver === 'string' ? leaver : leaver.fullName;
  const page = hasEnded ? usersAddress(practice.code) : leaversAddress(practice.code);
  const address = `${needs.origin}${page}`;
  const readers = others.filter(({ accountId }) => accountId !== said);
  await tellAdministrators(needs, tx, readers, {
    kind: 'leaver-reported',
    practice,
    write: ({ fullName: name }, language) =>
      leaverSaidEmail(
        { name, practice: practice.name, leaver: leaverName, isProven: by !== 'anyone', hasEnded, address },
        wordsIn(hasLeftWords, language).email,
      ),
  });
}
