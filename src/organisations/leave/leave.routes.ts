import type { FastifyReply, FastifyRequest } from 'fastify';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { type UserStep, userAddress } from '../addresses.ts';
import { findPersonHere, type PersonAddress, type PersonHere } from '../members/person-here.ts';
import { changePerson } from '../policy.ts';
import { backForm, leaveForm } from './leave.form.ts';
import { backPage, leavePage } from './leave.page.tsx';
import { endLeave, type LeaveNeeds, startLeave } from './leave.ts';
import { leaveWords } from './leave.words.ts';

const at = (step: UserStep) =>
  ({
    address: userAddress(':code', ':id', step),
    policy: changePerson,
    supportAccess: 'never',
    stepUp: true,
  }) as const;
const posted = { method: 'POST', staleForm: 'shown-again' } as const;

export const leaveRoutes = (needs: LeaveNeeds): Route[] => [
  route({ ...at('leave'), method: 'GET' }, async (request, reply) =>
    showLeave(request, reply, await personOf(needs, request), keptForm(request)),
  ),
  route({ ...at('leave'), ...posted }, (request, reply) => goOnLeave(needs, request, reply)),
  route({ ...at('return'), method: 'GET' }, async (request, reply) =>
    showBack(request, reply, await personOf(needs, request), keptForm(request)),
  ),
  route({ ...at('return'), ...posted }, async (request, reply) => {
    const person = await personOf(needs, request);
    const form = readPosted(backForm, request);
    if (!form.valid) return showBack(request, reply, person, form);
    const { outcome } = await endLeave(needs, request.actor, addressOf(request));
    return backTo(reply, person, outcome === 'returned' ? '?done=returned' : '');
  }),
];

async function goOnLeave(needs: LeaveNeeds, request: FastifyRequest, reply: FastifyReply) {
  const person = await personOf(needs, request);
  const { errors } = wordsOf(request);
  const form = readPosted(leaveForm(wordsOf(request)), request);
  if (!form.valid) return showLeave(request, reply, person, form);
  const { outcome } = await startLeave(needs, request.actor, { ...addressOf(request), ...form.values });
  const again = (field: string, message: string) =>
    showLeave(request, reply, person, withError(filledForm(typedValues(request.body)), field, message));
  switch (outcome) {
    case 'on-leave':
      return backTo(reply, person, '?done=on-leave');
    case 'not-active':
      return backTo(reply, person);
    case 'returns-too-soon':
      return again('returnsOn-day', errors.tooSoon);
    case 'returns-too-late':
      return again('returnsOn-day', errors.tooLate);
    case 'last-administrator':
      return again('', errors.lastAdministrator);
  }
}

async function showLeave(request: FastifyRequest, reply: FastifyReply, person: PersonHere, form: FormState) {
  ask(changePerson, request.actor, person.of);
  if (person.member.state !== 'active') return backTo(reply, person);
  return show(reply, leavePage({ person, form }, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

async function showBack(request: FastifyRequest, reply: FastifyReply, person: PersonHere, form: FormState) {
  ask(changePerson, request.actor, person.of);
  if (person.member.state !== 'on-leave') return backTo(reply, person);
  return show(reply, backPage({ person, form }, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

const personOf = (needs: LeaveNeeds, request: FastifyRequest) =>
  findPersonHere(needs, needs.database, request.actor, addressOf(request));

const addressOf = (request: FastifyRequest) => request.params as PersonAddress;

const wordsOf = (request: FastifyRequest) => wordsIn(leaveWords, request.language);

const backTo = (reply: FastifyReply, { here, member }: PersonHere, done = '') =>
  reply.redirect(`${userAddress(here.organisation.code, member.id)}${done}`, 303);
