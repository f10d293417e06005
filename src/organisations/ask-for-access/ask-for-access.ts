import type { Audit } from '../../audit/index.ts';
import { days } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { limitNetwork } from '../limit-network.ts';
import type { Organisation } from '../organisation.ts';
import type { FindOrganisationNeeds } from '../organisation-by-code.ts';
import { addAccessRequest } from './access-request.store.ts';
import { passOnRequestsName } from './pass-on-requests.ts';

export interface AskForAccessNeeds extends FindOrganisationNeeds {
  audit: Audit;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
}

export interface AccessAsked {
  fullName: string;
  email: string;
  clientNetwork: string;
}

/** Past it nothing is sent and nothing shows, so that nobody's mailbox can be filled from here. */
const requestsPerPractice = 10;

/** Takes a request down for a job to pass on. Nobody learns from here who gives access, or who has an account. */
export async function askForAccess(
  needs: AskForAccessNeeds,
  practice: Organisation,
  asked: AccessAsked,
): Promise<void> {
  const now = needs.clock.now();
  await inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'ask-for-access', asked.clientNetwork);
    const name = `access-asked:${practice.id}`;
    const use = await countUse(tx, { name, window: days(1), atMost: requestsPerPractice, now });
    if (use.allowed) await takeDown(needs, tx, practice, asked);
    await needs.audit.record(tx, { action: 'access-asked', actor: 'anyone', organisation: practice.id });
  });
}

async function takeDown(needs: AskForAccessNeeds, tx: Tx, practice: Organisation, asked: AccessAsked) {
  const email = readEmailAddress(asked.email);
  if (!email) throw new Error('the form lets only addresses through that were read');
  const id = needs.ids.next<'access-request'>();
  const { fullName } = asked;
  await addAccessRequest(tx, { id, organisationId: practice.id, fullName, email, now: needs.clock.now() });
  await needs.nudge(tx, passOnRequestsName);
}
