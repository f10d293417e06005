import { askFresh, lockAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { makeMainContact, type NewMainContactNeeds } from '../administrators/new-main-contact.ts';
import { findHere, type Here, holdHere } from '../here.ts';
import { findMember, takeRoleRow } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { actForOrganisation } from '../policy.ts';
import { checkLimits, writeRoles } from '../roles/give-roles.ts';
import { deputy, isAdministering, isRole, mainContact } from '../roles/roles.ts';
import { endOffer, findOffer, listColleagues } from './hand-over.store.ts';
import type { Handover } from './handover.ts';
import { type OfferHandoverNeeds, recordHandover } from './offer-handover.ts';
import { tellOfHandover } from './tell-of-handover.ts';

export type AnswerHandoverNeeds = OfferHandoverNeeds & NewMainContactNeeds;

export type AnswerHandoverOutcome =
  | { outcome: 'accepted' }
  | { outcome: 'declined' }
  /** It was withdrawn or ran out, or one of the two has lost what it takes. */
  | { outcome: 'no-offer' };

/** Whoever was asked accepts or declines; with the acceptance the role passes on in the same moment. */
export async function answerHandover(
  needs: AnswerHandoverNeeds,
  actor: Actor | undefined,
  { code, accepts }: { code: string; accepts: boolean },
): Promise<AnswerHandoverOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const here = await findHere(needs, tx, code);
    ask(actForOrganisation, actor, here);
    askFresh(needs, actor);
    const now = needs.clock.now();
    const seen = await findOffer(tx, here.practice.id, now);
    await lockBoth(tx, seen);
    const by = await holdHere(tx, actor, here);
    ask(actForOrganisation, by, here);
    const offer = await findOffer(tx, here.practice.id, now);
    if (!offer || offer.id !== seen?.id || offer.to.account !== by.subject || here.place.isReadOnly)
      return { outcome: 'no-offer' };
    return accepts ? accept(needs, tx, by, here, offer) : decline(needs, tx, by, here, offer);
  });
}

/** Accounts come first, the lowest id before the other. */
async function lockBoth(tx: Tx, offer: Handover | undefined): Promise<void> {
  for (const account of offer ? [offer.from.account, offer.to.account].sort() : [])
    await lockAccount(tx, account);
}

async function decline(
  needs: AnswerHandoverNeeds,
  tx: Tx,
  by: Actor,
  here: Here,
  offer: Handover,
): Promise<AnswerHandoverOutcome> {
  if (!(await endOffer(tx, offer.id, 'declined', needs.clock.now()))) return { outcome: 'no-offer' };
  await recordHandover(needs, tx, 'handover-declined', by, here, offer.id);
  await tellOfHandover(needs, tx, 'handover-declined', here.practice, offer);
  return { outcome: 'declined' };
}

async function accept(
  needs: AnswerHandoverNeeds,
  tx: Tx,
  by: Actor,
  here: Here,
  offer: Handover,
): Promise<AnswerHandoverOutcome> {
  const { practice } = here;
  const giver = await findMember(tx, practice.id, offer.from.member);
  const canTake = (await listColleagues(tx, practice.id, offer.from.account)).some(
    ({ id }) => id === offer.to.member,
  );
  if (!canTake || !giver?.roles.some(isRole(mainContact))) return { outcome: 'no-offer' };
  if (!(await endOffer(tx, offer.id, 'accepted', needs.clock.now()))) return { outcome: 'no-offer' };
  await recordHandover(needs, tx, 'handover-accepted', by, here, offer.id);
  await takeRoleRow(tx, offer.to.member, deputy);
  await settleGiver(needs, tx, here, giver, offer);
  await makeMainContact(needs, tx, { practice, id: offer.to.member, by });
  return { outcome: 'accepted' };
}

/** What whoever offered wished to be, beside the role that they hand over. As many deputies as there may be is a limit for them too. */
async function settleGiver(
  needs: AnswerHandoverNeeds,
  tx: Tx,
  here: Here,
  giver: Member,
  { afterwards }: Handover,
): Promise<void> {
  const isFree = (await checkLimits(tx, here, [deputy], giver.id)).outcome === 'within-limits';
  if (afterwards === 'deputy' && isFree)
    await writeRoles(tx, giver.id, [deputy], giver.accountId ?? null, needs.clock.now());
  if (afterwards !== 'task-roles') return;
  for (const role of giver.roles.filter((held) => !isRole(mainContact)(held)))
    if (isAdministering(here.services, role)) await takeRoleRow(tx, giver.id, role);
}
