import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { isId, type OrganisationId } from '../../kernel/ids.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { chooseOrganisation, rememberOrganisation } from './access.store.ts';

export interface SwitchOrganisationNeeds {
  audit: Audit;
  database: Database;
}

export type SwitchOrganisationOutcome =
  | { outcome: 'switched' }
  /** Nothing that this person may choose: never, or no longer. */
  | { outcome: 'not-yours' };

/** Sets where this session acts, and where the account's next one begins; other browsers stay where they are. */
export async function switchOrganisation(
  needs: SwitchOrganisationNeeds,
  actor: Actor | undefined,
  organisation: string,
): Promise<SwitchOrganisationOutcome> {
  ask(loggedIn, actor, undefined);
  if (!isId(organisation)) return { outcome: 'not-yours' };
  const id = organisation as OrganisationId;
  const { accountId, sessionId } = actor.person;
  return inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, accountId);
    if (!(await chooseOrganisation(tx, sessionId, accountId, id))) return { outcome: 'not-yours' };
    await rememberOrganisation(tx, accountId, id);
    await needs.audit.record(tx, {
      action: 'organisation-switched',
      actor,
      subject: accountId,
      organisation: id,
    });
    return { outcome: 'switched' };
  });
}
