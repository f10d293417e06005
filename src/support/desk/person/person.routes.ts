import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Administering,
  activateAgain,
  allowChanges,
  closeForPerson,
  type DeathNeeds,
  deactivateAccount,
  endAllSessions,
  sendWayIn,
  unlockAccount,
} from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotAllowed } from '../../../kernel/endings.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { type FormState, keptForm, readPosted, show } from '../../../ui/index.ts';
import { administrator, deskStaff } from '../../policy.ts';
import { personAddress } from '../addresses.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { allPersonWords } from '../people/person-props.ts';
import { type ReadPersonNeeds, readPerson } from '../people/read-person.ts';
import { type AccountAction, accountActions } from './account-actions.ts';
import { actOnAccountForm } from './act-on-account.form.ts';
import { actOnAccountPage } from './act-on-account.page.tsx';
import { type ActionOutcome, actOnAccountWords } from './act-on-account.words.ts';
import { personPage } from './person.page.tsx';

export type PersonNeeds = ReadPersonNeeds & DeathNeeds;

const desk = { policy: deskStaff, supportAccess: 'never', realm: 'support' } as const;

export const personRoutes = (needs: PersonNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: personAddress(':id') }, async (request, reply) => {
    const person = await readPerson(needs, request.actor, idOf(request));
    const { service, organisations } = needs.settings;
    const props = {
      person,
      now: needs.clock.now(),
      timeZone: service.timeZone,
      services: organisations.services,
      notice: readNotice(request.query, wordsIn(actOnAccountWords, request.language)),
    };
    return show(reply, personPage(props, allPersonWords(request.language)));
  }),
  ...accountActions.flatMap((action) => [confirmRoute(needs, action), actRoute(needs, action)]),
];

function deskFor(action: AccountAction) {
  if (action === 'close') return { ...desk, policy: administrator };
  return action === 'allow-changes' ? { ...desk, stepUp: true } : desk;
}

const confirmRoute = (needs: PersonNeeds, action: AccountAction) =>
  route({ ...deskFor(action), method: 'GET', address: personAddress(':id', action) }, (request, reply) =>
    showConfirm(needs, action, request, reply, keptForm(request)),
  );

const actRoute = (needs: PersonNeeds, action: AccountAction) =>
  route(
    { ...deskFor(action), method: 'POST', address: personAddress(':id', action), staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(actOnAccountForm(wordsIn(deskWords, request.language)), request);
      if (!form.valid) return showConfirm(needs, action, request, reply, form);
      const accountId = idOf(request);
      const { outcome } = await operations[action](needs, request.actor, { accountId, ...form.values });
      return reply.redirect(`${personAddress(accountId)}?done=${outcome}`, 303);
    },
  );

type Operation = (
  needs: DeathNeeds,
  actor: Actor | undefined,
  asked: Administering,
) => Promise<{ outcome: ActionOutcome }>;

const operations: Record<AccountAction, Operation> = {
  unlock: unlockAccount,
  'allow-changes': allowChanges,
  'send-link': sendWayIn,
  'log-out': endAllSessions,
  deactivate: deactivateAccount,
  activate: activateAgain,
  close: closeForPerson,
};

async function showConfirm(
  needs: PersonNeeds,
  action: AccountAction,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const person = await readPerson(needs, request.actor, idOf(request));
  if (person.mayAct !== 'yes') throw new NotAllowed('administer accounts');
  const { language } = request;
  const page = actOnAccountPage(
    { action, person, form },
    wordsIn(actOnAccountWords, language),
    wordsIn(deskWords, language),
  );
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
