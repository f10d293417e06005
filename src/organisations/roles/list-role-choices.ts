import type { Actor } from '../../kernel/actor.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Here } from '../here.ts';
import { countInRole } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { heldAt, type Place } from '../policy.ts';
import { allRoles, isRole, mayGive, type RoleRule } from './roles.ts';

/** A role somebody may choose for a person; `full` ones have as many holders as they may, `held` ones stay as they are. */
export interface RoleChoice {
  rule: RoleRule;
  state: 'open' | 'full' | 'held';
}

/**
 * The roles that an actor may give at a place: to somebody new, or to a member. What a member holds that the actor may
 * not take is shown, and stays. The permission itself is `giveRoles`, which the operation asks.
 */
export async function listRoleChoices(
  db: Queryable,
  actor: Actor,
  { practice, services }: Pick<Here, 'practice' | 'services'>,
  { place, member }: { place: Place; member?: Member | undefined },
): Promise<RoleChoice[]> {
  const held = heldAt(actor, place);
  const toSelf = member?.accountId !== undefined && member.accountId === actor.subject;
  const choices: RoleChoice[] = [];
  for (const rule of allRoles(services)) {
    const isTheirs = member?.roles.some(isRole(rule)) ?? false;
    if (!mayGive(services, held, rule, { toSelf })) {
      if (isTheirs) choices.push({ rule, state: 'held' });
      continue;
    }
    const { atMost } = rule;
    const isFull =
      atMost !== undefined && (await countInRole(db, practice.id, rule, member?.id ?? null)) >= atMost;
    choices.push({ rule, state: isFull ? 'full' : 'open' });
  }
  return choices;
}
