import type { Actor } from '../../kernel/actor.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Here } from '../here.ts';
import { decideRequests } from '../policy.ts';

/** The branch beyond which somebody decides nothing; undefined for whoever decides for the whole practice. */
export function decidesOnlyAt(
  actor: Actor | undefined,
  { place, services }: Here,
): OrganisationId | undefined {
  const practice = { ...place, branchId: undefined };
  return decideRequests.allows(actor, { place: practice, services }) ? undefined : place.branchId;
}
