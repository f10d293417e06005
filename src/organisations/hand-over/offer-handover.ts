import type { Audit } from '../../audit/index.ts';
import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { after } from '../../kernel/duration.ts';
import type { Ids } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { findHere, type Here, holdHere } from '../here.ts';
import { findLiveMember } from '../members/member.store.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { handOver } from '../policy.ts';
import { addOffer, endOffer, findOffer, listColleagues } from './hand-over.store.ts';
import type { Afterwards } from './handover.ts';
import { tellOfHandover } from './tell-of-handover.ts';

export interface OfferHandoverNeeds extends TellMemberNeeds {
  audit: Audit;
  database: Database;
  ids: Ids;
}

export interface Offering {
  code: string;
  to: string;
  afterwards: Afterwards;
}

export type OfferHandoverOutcome =
  | { outcome: 'offered' }
  /** Only one colleague is asked at a time. */
  | { outcome: 'already-offered' }
  /** They left, are on leave, or are limited to a branch. */
  | { outcome: 'cannot-take' };

/** Asks one colleague to become main contact. Nothing changes before they accept. */
export async function offerHandover(
  needs: OfferHandoverNeeds,
  actor: Actor | undefined,
  { code, to, afterwards }: Offering,
): Promise<OfferHandoverOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { here, by } = await holdOwn(needs, tx, actor, code);
    const { practice } = here;
    const from = await findLiveMember(tx, practice.id, { accountId: by.subject });
    const colleague = (await listColleagues(tx, practice.id, by.subject)).find(({ id }) => id === to);
    if (!from || !colleague) return { outcome: 'cannot-take' };
    const now = needs.clock.now();
    const id = needs.ids.next<'handover'>();
    const expiresAt = after(now, needs.settings.organisations.handoverLife);
    const offer = { id, practice: practice.id, from: from.id, to: colleague.id, afterwards, now, expiresAt };
    if (!(await addOffer(tx, offer))) return { outcome: 'already-offered' };
    const offered = await findOffer(tx, practice.id, now);
    if (!offered) throw new Error('an offer vanished while its practice was held');
    await recordHandover(needs, tx, 'handover-offered', by, here, id);
    await tellOfHandover(needs, tx, 'handover-offered', practice, offered);
    return { outcome: 'offered' };
  });
}

export type WithdrawHandoverOutcome = { outcome: 'withdrawn' } | { outcome: 'no-offer' };

/** Takes one's offer back before it is answered. */
export async function withdrawHandover(
  needs: OfferHandoverNeeds,
  actor: Actor | undefined,
  code: string,
): Promise<WithdrawHandoverOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { here, by } = await holdOwn(needs, tx, actor, code);
    const now = needs.clock.now();
    const offer = await findOffer(tx, here.practice.id, now);
    if (!offer || !(await endOffer(tx, offer.id, 'withdrawn', now))) return { outcome: 'no-offer' };
    await recordHandover(needs, tx, 'handover-withdrawn', by, here, offer.id);
    await tellOfHandover(needs, tx, 'handover-withdrawn', here.practice, offer);
    return { outcome: 'withdrawn' };
  });
}

/** The practice held, and its main contact as they are now. */
async function holdOwn(needs: OfferHandoverNeeds, tx: Tx, actor: Actor | undefined, code: string) {
  const here = await findHere(needs, tx, code);
  const { place, services } = here;
  ask(handOver, actor, { place, services });
  askFresh(needs, actor);
  const by = await holdHere(tx, actor, here);
  ask(handOver, by, { place, services });
  return { here, by };
}

export const recordHandover = (
  { audit }: { audit: Audit },
  tx: Tx,
  action: string,
  actor: Actor,
  { practice }: Here,
  id: string,
) => audit.record(tx, { action, actor, organisation: practice.id, record: { type: 'handover', id } });
