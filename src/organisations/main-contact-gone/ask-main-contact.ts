import type { Audit } from '../../audit/index.ts';
import { addStaffTask } from '../../identity/index.ts';
import { days } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Language } from '../../kernel/words.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { limitNetwork } from '../limit-network.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import type { FindOrganisationNeeds } from '../places/organisation-by-code.ts';
import { addRequest, findWaitingReference } from './change-request.store.ts';
import { findRequest } from './main-contact-request.store.ts';
import type { Authoriser, WhyGone } from './main-contact-request.ts';
import { tellOfRequestsName } from './tell-administrators.ts';
import { tellRequester } from './tell-requester.ts';

export interface AskMainContactNeeds extends FindOrganisationNeeds, TellMemberNeeds {
  audit: Audit;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
  settings: TellMemberNeeds['settings'];
}

export interface AskedMainContact {
  fullName: string;
  email: string;
  phone: string;
  why: WhyGone;
  authoriser: Authoriser;
  authoriserName: string;
  clientNetwork: string;
  language: Language;
}

/** Past these nothing is written or sent and nothing shows, so that nobody's mailbox can be filled from here. */
const requestsPerPractice = 10;
const confirmationsPerAddress = 3;

/** Takes a request down for staff. The same steps for any address, known here or not. */
export async function askMainContact(
  needs: AskMainContactNeeds,
  practice: Organisation,
  asked: AskedMainContact,
): Promise<void> {
  const email = readEmailAddress(asked.email);
  if (!email) throw new Error('the form lets only addresses through that were read');
  await inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'main-contact-gone', asked.clientNetwork);
    if (!(await isWithin(needs, tx, `main-contact-asked:${practice.id}`, requestsPerPractice))) return;
    const reference = await takeDown(needs, tx, practice, { ...asked, email });
    const name = `main-contact-received:${needs.keyRing.mac('unknown-name', email.canonical)}`;
    if (!(await isWithin(needs, tx, name, confirmationsPerAddress))) return;
    const request = await findRequest(tx, { reference });
    if (request) await tellRequester(needs, tx, request, 'received');
  });
}

const isWithin = async (needs: AskMainContactNeeds, tx: Tx, name: string, atMost: number): Promise<boolean> =>
  (await countUse(tx, { name, window: days(1), atMost, now: needs.clock.now() })).allowed;

type Read = Omit<AskedMainContact, 'email'> & { email: { typed: string; canonical: string } };

/** Who asks again while they wait keeps their place and their reference. */
async function takeDown(
  needs: AskMainContactNeeds,
  tx: Tx,
  practice: Organisation,
  { authoriser, authoriserName, clientNetwork: _network, ...asked }: Read,
): Promise<string> {
  const [id, now] = [needs.ids.next<'main-contact-request'>(), needs.clock.now()];
  const reference = needs.ids.reference();
  const by = { kind: authoriser, name: authoriserName };
  if (!(await addRequest(tx, { ...asked, id, reference, practice: practice.id, authoriser: by, now })))
    return findWaitingReference(tx, practice.id, asked.email.canonical);
  const record = { type: 'main-contact-request', id };
  const task = { kind: 'main-contact-gone', record, organisation: practice.id, reference, now };
  await addStaffTask(tx, needs.ids, task);
  await needs.nudge(tx, tellOfRequestsName);
  await needs.audit.record(tx, {
    action: 'main-contact-asked',
    actor: 'anyone',
    organisation: practice.id,
    record,
  });
  return reference;
}
