import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { findHere, type Here } from '../here.ts';
import { actForOrganisation, handOver, heldAt } from '../policy.ts';
import { isAdministering, isRole, mainContact, type RoleName } from '../roles/roles.ts';
import { findOffer, listColleagues } from './hand-over.store.ts';
import type { Colleague, Handover } from './handover.ts';
import type { OfferHandoverNeeds } from './offer-handover.ts';

/** What the page is for whoever opens it. */
export type HandoverStep =
  | { step: 'offer'; colleagues: Colleague[]; otherRoles: RoleName[]; taskRoles: RoleName[] }
  | { step: 'waiting'; offer: Handover }
  | { step: 'answer'; offer: Handover }
  | { step: 'none' };

/** Of people of the practice only; who was not asked learns nothing about who was. */
export async function readHandover(
  needs: OfferHandoverNeeds,
  actor: Actor | undefined,
  code: string,
): Promise<{ here: Here } & HandoverStep> {
  const here = await findHere(needs, needs.database, code);
  ask(actForOrganisation, actor, here);
  const offer = await findOffer(needs.database, here.practice.id, needs.clock.now());
  if (handOver.allows(actor, here)) return offer ? { here, step: 'waiting', offer } : begin();
  return offer?.to.account === actor.subject && !here.place.isReadOnly
    ? { here, step: 'answer', offer }
    : { here, step: 'none' };

  async function begin(): Promise<{ here: Here } & HandoverStep> {
    const { practice, place, services } = here;
    const colleagues = await listColleagues(needs.database, practice.id, (actor as Actor).subject);
    const otherRoles = heldAt(actor, place).filter((role) => !isRole(mainContact)(role));
    const taskRoles = otherRoles.filter((role) => !isAdministering(services, role));
    return { here, step: 'offer', colleagues, otherRoles, taskRoles };
  }
}
