import { after, days, minutes } from '../../kernel/duration.ts';
import type { Ids, OrganisationId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { accessRequestsAddress } from '../addresses.ts';
import { addNoAdministratorTask } from '../members/no-administrator-task.ts';
import { findById } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import type { FindOrganisationNeeds } from '../places/organisation-by-code.ts';
import { accessAskedEmail, nobodyDecidesEmail, whoCanHelpEmail } from './access-asked.email.tsx';
import { findOwnPerson, listToPassOn, type TakenRequest, takeAccessRequest } from './access-request.store.ts';
import { type Decider, listDeciders } from './ask-for-access.store.ts';
import { askForAccessWords } from './ask-for-access.words.ts';

export const passOnRequestsName = 'pass-on-access-requests';

export interface PassOnRequestsNeeds extends FindOrganisationNeeds {
  ids: Ids;
  keyRing: KeyRing;
  origin: string;
  sendEmail: SendEmail;
  settings: Pick<Settings, 'service' | 'organisations' | 'support'>;
}

const atOnce = 20;

/** Passes requests for access on, and tells people of the practice, and nobody else, who can give it. */
export const passOnRequestsWork = (needs: PassOnRequestsNeeds): DueWork => ({
  name: passOnRequestsName,
  every: minutes(1),
  runDue: async () =>
    eachApart(await listToPassOn(needs.database, atOnce), (id) =>
      inTransaction(needs.database, (tx) => passOnOne(needs, tx, id)),
    ),
});

/** A request, and where it was asked: the practice, or the branch by which they named it. */
interface Asked {
  request: TakenRequest;
  practice: Organisation;
  asked: Organisation;
}

async function passOnOne(needs: PassOnRequestsNeeds, tx: Tx, id: string): Promise<number> {
  const request = await takeAccessRequest(tx, id, needs.clock.now());
  if (!request) return 0;
  const practice = await findById(tx, request.organisationId);
  const asked = request.branchId ? await findById(tx, request.branchId) : practice;
  if (!practice || !asked) throw new Error('an organisation vanished while access to it was asked for');
  const branchId = (request.branchId ?? null) as OrganisationId | null;
  const deciders = await listDeciders(tx, practice.id, branchId);
  for (const decider of deciders) await passOn(needs, tx, { request, practice, asked }, decider);
  if (deciders.length === 0) await tellSupport(needs, tx, { request, practice, asked });
  await tellWhoCanHelp(needs, tx, practice, request.canonical, deciders);
  return 1;
}

/** To the list where it is decided; who is limited to the branch decides there. */
async function passOn(needs: PassOnRequestsNeeds, tx: Tx, { request, practice, asked }: Asked, to: Decider) {
  const language = to.language ?? needs.settings.service.language;
  const facts = {
    practice: asked.name,
    fullName: request.fullName,
    email: request.email,
    note: request.note,
    isProven: request.accountId !== null,
    link: `${needs.origin}${accessRequestsAddress(asked.code, request.id)}`,
  };
  await needs.sendEmail(tx, {
    kind: 'access-asked',
    to: to.email,
    language,
    message: accessAskedEmail(facts, wordsIn(askForAccessWords, language)),
    accountId: to.accountId,
    ...aboutFor(needs, practice.id),
  });
}

/** A practice whose every administrator has gone must not be a dead end: staff are told, and have a task. */
async function tellSupport(needs: PassOnRequestsNeeds, tx: Tx, { request, practice, asked }: Asked) {
  const { language } = needs.settings.service;
  const facts = { practice: asked.name, fullName: request.fullName, email: request.email };
  await addNoAdministratorTask(tx, needs.ids, practice.id, needs.clock.now());
  await needs.sendEmail(tx, {
    kind: 'access-asked',
    to: needs.settings.support.email,
    language,
    message: nobodyDecidesEmail(facts, wordsIn(askForAccessWords, language)),
    ...aboutFor(needs, practice.id),
  });
}

/** However often somebody types another's address, its owner is not written to more often. */
const answersPerAddress = 2;

async function tellWhoCanHelp(
  needs: PassOnRequestsNeeds,
  tx: Tx,
  practice: Organisation,
  canonical: string,
  deciders: Decider[],
): Promise<void> {
  const person = await findOwnPerson(tx, practice.id, canonical);
  const others = deciders.filter(({ accountId }) => accountId !== person?.accountId);
  if (!person || others.length === 0) return;
  const now = needs.clock.now();
  const name = `who-can-help:${needs.keyRing.mac('unknown-name', canonical)}`;
  const use = await countUse(tx, { name, window: days(1), atMost: answersPerAddress, now });
  if (!use.allowed) return;
  const language = person.language ?? needs.settings.service.language;
  const { support } = needs.settings;
  const names = others.map((one) => one.fullName);
  const facts = { practice: practice.name, person: person.fullName, names, support };
  await needs.sendEmail(tx, {
    kind: 'who-can-help',
    to: person.email,
    language,
    message: whoCanHelpEmail(facts, wordsIn(askForAccessWords, language)),
    ...(person.accountId && { accountId: person.accountId }),
    ...aboutFor(needs, practice.id),
  });
}

const aboutFor = ({ clock }: PassOnRequestsNeeds, organisationId: OrganisationId) => ({
  organisationId,
  expiresAt: after(clock.now(), days(3)),
});
