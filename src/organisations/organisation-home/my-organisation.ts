import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedInTo, type Policy } from '../../kernel/policy.ts';
import {
  accessRequestsAddress,
  leaversAddress,
  organisationAddress,
  reviewAddress,
  usersAddress,
} from '../addresses.ts';
import { findHere } from '../here.ts';
import { actForOrganisation, decideRequests, type InPlace, reviewAccess, seePeople } from '../policy.ts';
import type { ReadHomeNeeds } from './read-home.ts';

const pages: Record<string, { address: (code: string) => string; policy: Policy<InPlace> }> = {
  users: { address: usersAddress, policy: seePeople },
  requests: { address: accessRequestsAddress, policy: decideRequests },
  review: { address: reviewAddress, policy: reviewAccess },
  leavers: { address: leaversAddress, policy: actForOrganisation },
};

/** The address of one page of the organisation that the session acts for; of its first, where that one is not for them. */
export async function findMyOrganisation(
  needs: ReadHomeNeeds,
  actor: Actor | undefined,
  wanted: unknown,
): Promise<string | undefined> {
  ask(loggedInTo.portal, actor, undefined);
  const code = actor.person.organisation?.code;
  if (!code) return undefined;
  const here = await findHere(needs, needs.database, code);
  const page = typeof wanted === 'string' && Object.hasOwn(pages, wanted) ? pages[wanted] : undefined;
  return page?.policy.allows(actor, here) ? page.address(code) : organisationAddress(code);
}
