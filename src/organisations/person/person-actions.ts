import type { Actor } from '../../kernel/actor.ts';
import { handoverAddress, type UserStep, userAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import type { Member } from '../members/member.ts';
import type { MemberFacts } from '../members/member-facts.store.ts';
import { recordOf } from '../members/person-here.ts';
import { changePerson, decideRequests, giveRoles, handOver, removePerson } from '../policy.ts';
import { allRoles, isRole, mainContact } from '../roles/roles.ts';

export type PersonAction = UserStep | 'handover';

export interface OfferedAction {
  action: PersonAction;
  href: string;
}

/** What this actor may do about somebody now; each is a page of its own, which asks the same policies again. */
export function actionsFor(
  actor: Actor,
  here: Here,
  { member, facts }: { member: Member; facts: MemberFacts },
  now: Date,
): OfferedAction[] {
  const { code } = here.organisation;
  const person = recordOf(here, member);
  const may = {
    change: changePerson.allows(actor, person),
    remove: removePerson.allows(actor, person),
    giveRoles: allRoles(here.services).some((role) =>
      giveRoles.allows(actor, { ...person, roles: [role], to: member.accountId }),
    ),
    decide: decideRequests.allows(actor, person),
    handOver: handOver.allows(actor, here) && member.accountId !== actor.subject,
  };
  return stepsFor(member, facts, may, now)
    .filter((step): step is PersonAction => step !== false)
    .map((action) => ({
      action,
      href:
        action === 'handover'
          ? `${handoverAddress(code)}?to=${member.id}`
          : userAddress(code, member.id, action),
    }));
}

interface May {
  change: boolean;
  remove: boolean;
  giveRoles: boolean;
  decide: boolean;
  handOver: boolean;
}

function stepsFor(
  { state, ended, roles }: Member,
  { account }: MemberFacts,
  may: May,
  now: Date,
): (PersonAction | false)[] {
  const isUnused = account?.state === 'deactivated' && account.because === 'unused';
  const isMainContact = roles.some(isRole(mainContact));
  switch (state) {
    case 'invited':
      return [may.change && 'invitation', may.giveRoles && 'roles', may.change && 'details'];
    case 'active':
      return [
        isUnused && may.change && may.decide && 'reactivate',
        may.change && 'details',
        may.giveRoles && 'roles',
        may.change && 'leave',
        may.handOver && !isMainContact && 'handover',
        may.remove ? 'remove' : may.change ? false : 'has-left',
      ];
    case 'on-leave':
      return [
        may.change && 'return',
        may.change && 'details',
        may.giveRoles && 'roles',
        may.remove ? 'remove' : 'has-left',
      ];
    case 'removed': {
      const isUndoable = ended?.undoUntil !== undefined && ended.undoUntil > now;
      return [may.remove && (isUndoable ? 'undo' : 'restore')];
    }
  }
}
