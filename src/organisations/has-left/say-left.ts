import { askFresh, lockAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { findHere, holdHere } from '../here.ts';
import { limitNetwork } from '../limit-network.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { findLiveMember } from '../members/member.store.ts';
import { holdPersonHere, type PersonAddress } from '../members/person-here.ts';
import type { Organisation } from '../places/organisation.ts';
import { actForOrganisation, seePeople } from '../policy.ts';
import { noteReport, type TakeReportNeeds, takeReport, tellOfLeaver } from './take-report.ts';

export type SayLeftNeeds = TakeReportNeeds & EndMemberNeeds;

export type SayLeftOutcome =
  | { outcome: 'said' }
  | { outcome: 'access-ended' }
  /** It was said, and their access stays until somebody else can look after the organisation's people. */
  | { outcome: 'said-only-administrator' };

/** Takes somebody's word that they have left; ends their own access at once, where they wish it and somebody else is left. */
export async function sayLeft(
  needs: SayLeftNeeds,
  actor: Actor | undefined,
  { code, endNow }: { code: string; endNow: boolean },
): Promise<SayLeftOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const here = await findHere(needs, tx, code);
    if (actor) await lockAccount(tx, actor.subject);
    const by = await holdHere(tx, actor, here);
    ask(actForOrganisation, by, here);
    askFresh(needs, by);
    const { practice } = here;
    const member = await findLiveMember(tx, practice.id, { accountId: by.subject });
    if (!member) throw new NotFound('member');
    const report = { practice, leaver: member, by, note: '', isOwn: true };
    const isNew = await noteReport(needs, tx, report);
    const ended = endNow && (await endMember(needs, tx, { practice, member, by, because: 'said-so' }));
    const hasEnded = ended !== false && ended.outcome !== 'last-administrator';
    if (isNew) await tellOfLeaver(needs, tx, { ...report, hasEnded });
    if (!endNow) return { outcome: 'said' };
    return { outcome: hasEnded ? 'access-ended' : 'said-only-administrator' };
  });
}

/** Takes the word of whoever sees the organisation's people that one of them has left. */
export async function reportColleague(
  needs: SayLeftNeeds,
  actor: Actor | undefined,
  { note, ...address }: PersonAddress & { note: string },
): Promise<{ outcome: 'said' } | { outcome: 'removed' }> {
  return inTransaction(needs.database, async (tx) => {
    const { by, here, member } = await holdPersonHere(needs, tx, actor, address);
    ask(seePeople, by, here);
    if (member.ended) return { outcome: 'removed' };
    const isOwn = member.accountId !== undefined && member.accountId === by.subject;
    await takeReport(needs, tx, { practice: here.practice, leaver: member, by, note, isOwn });
    return { outcome: 'said' };
  });
}

/** Takes the word of anybody of the organisation that somebody has left, whom they name and cannot choose. */
export async function reportByName(
  needs: SayLeftNeeds,
  actor: Actor | undefined,
  { code, leaver, note }: { code: string; leaver: string; note: string },
): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    const here = await findHere(needs, tx, code);
    const by = await holdHere(tx, actor, here);
    ask(actForOrganisation, by, here);
    await takeReport(needs, tx, { practice: here.practice, leaver, by, note, isOwn: false });
  });
}

export interface OutsideReport {
  leaver: string;
  saidBy: string;
  note: string;
  clientNetwork: string;
}

/** The same from somebody who is not logged in. The answer is always the same, and tells nothing about anybody. */
export async function reportFromOutside(
  needs: SayLeftNeeds,
  practice: Organisation,
  { leaver, saidBy, note, clientNetwork }: OutsideReport,
): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'leaver-said', clientNetwork);
    const said = { practice, leaver, saidByName: saidBy, note, by: 'anyone', isOwn: false } as const;
    await takeReport(needs, tx, said);
  });
}
