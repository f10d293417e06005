import type { Audit } from '../../audit/index.ts';
import { findAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { days } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Language } from '../../kernel/words.ts';
import { inTransaction, type Queryable, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { limitNetwork } from '../limit-network.ts';
import { findLiveMember } from '../members/member.store.ts';
import type { Organisation } from '../places/organisation.ts';
import type { FindOrganisationNeeds } from '../places/organisation-by-code.ts';
import { addAccessRequest } from './access-request.store.ts';
import { passOnRequestsName } from './pass-on-requests.ts';

export interface AskForAccessNeeds extends FindOrganisationNeeds {
  audit: Audit;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
}

/** What is asked about: a practice, or one branch of it. */
export interface AskedPlace {
  practice: Organisation;
  branch: Organisation | undefined;
}

export interface AccessAsked {
  fullName: string;
  email: string;
  note: string;
  language: Language;
  clientNetwork: string;
}

/** Past it nothing is sent and nothing shows, so that nobody's mailbox can be filled from here. */
const requestsPerPractice = 10;

/** Takes a request down for a job to pass on. Nobody learns from here who gives access, or who has an account. */
export const askForAccess = (
  needs: AskForAccessNeeds,
  place: AskedPlace,
  asked: AccessAsked,
): Promise<void> =>
  inTransaction(needs.database, (tx) =>
    takeDown(needs, tx, place, asked, { counter: 'access-asked', actor: undefined }),
  );

/** What is told about who is logged in; they cannot ask in another's name. */
export interface OwnDetails {
  fullName: string;
  email: string;
  isMember: boolean;
}

export async function findOwnDetails(
  db: Queryable,
  { person }: Actor,
  { practice }: AskedPlace,
): Promise<OwnDetails> {
  const account = await findAccount(db, person.accountId);
  if (!account) throw new Error('who is logged in has an account with an address');
  const member = await findLiveMember(db, practice.id, { accountId: person.accountId });
  return { fullName: account.fullName, email: account.email, isMember: member !== undefined };
}

export type AskAsYourselfOutcome = { outcome: 'asked' } | { outcome: 'already-member' };

/** The same for who is logged in: their own name and address, which are theirs. Strangers use up none of their requests. */
export const askAsYourself = (
  needs: AskForAccessNeeds,
  actor: Actor,
  place: AskedPlace,
  asked: Omit<AccessAsked, 'fullName' | 'email'>,
): Promise<AskAsYourselfOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const { isMember, ...own } = await findOwnDetails(tx, actor, place);
    if (isMember) return { outcome: 'already-member' };
    await takeDown(needs, tx, place, { ...asked, ...own }, { counter: 'access-asked-logged-in', actor });
    return { outcome: 'asked' };
  });

async function takeDown(
  needs: AskForAccessNeeds,
  tx: Tx,
  { practice, branch }: AskedPlace,
  { clientNetwork, email: typed, ...asked }: AccessAsked,
  { counter, actor }: { counter: string; actor: Actor | undefined },
): Promise<void> {
  const now = needs.clock.now();
  await limitNetwork(needs, tx, 'ask-for-access', clientNetwork);
  const name = `${counter}:${practice.id}`;
  const use = await countUse(tx, { name, window: days(1), atMost: requestsPerPractice, now });
  if (use.allowed) {
    const email = readEmailAddress(typed);
    if (!email) throw new Error('the form lets only addresses through that were read');
    const where = { organisationId: practice.id, branchId: branch?.id ?? null };
    const accountId = actor?.person.accountId ?? null;
    await addAccessRequest(tx, { ...asked, ...where, accountId, email, id: needs.ids.next(), now });
    await needs.nudge(tx, passOnRequestsName);
  }
  await needs.audit.record(tx, {
    action: 'access-asked',
    actor: actor ?? 'anyone',
    ...(actor && { subject: actor.subject }),
    organisation: practice.id,
  });
}
