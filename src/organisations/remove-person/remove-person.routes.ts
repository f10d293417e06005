import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
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
import { giveRoles, removePerson as mayRemove } from '../policy.ts';
import { listRoleChoices } from '../roles/list-role-choices.ts';
import { rolesField } from '../roles/role-choices.tsx';
import { roleChoicesWords } from '../roles/role-choices.words.ts';
import { roleTitle } from '../roles/roles.ts';
import { noFields, removeForm } from './remove-person.form.ts';
import { removePage, restorePage, undoPage } from './remove-person.page.tsx';
import { removePerson } from './remove-person.ts';
import { removePersonWords } from './remove-person.words.ts';
import { restorePerson } from './restore-person.ts';
import { type GiveBackNeeds, undoRemoval } from './undo-removal.ts';

const at = (step: UserStep) =>
  ({
    address: userAddress(':code', ':id', step),
    policy: mayRemove,
    supportAccess: 'never',
    stepUp: true,
  }) as const;
const posted = { method: 'POST', staleForm: 'shown-again' } as const;

export const removePersonRoutes = (needs: GiveBackNeeds): Route[] => [
  route({ ...at('remove'), method: 'GET' }, async (request, reply) =>
    showRemove(needs, request, reply, await personOf(needs, request), keptForm(request)),
  ),
  route({ ...at('remove'), ...posted }, (request, reply) => remove(needs, request, reply)),
  route({ ...at('undo'), method: 'GET' }, async (request, reply) =>
    showUndo(needs, request, reply, await personOf(needs, request), keptForm(request)),
  ),
  route({ ...at('undo'), ...posted }, (request, reply) => undo(needs, request, reply)),
  route({ ...at('restore'), method: 'GET' }, async (request, reply) =>
    showRestore(needs, request, reply, await personOf(needs, request), keptForm(request)),
  ),
  route({ ...at('restore'), ...posted }, (request, reply) => restore(needs, request, reply)),
];

async function remove(needs: GiveBackNeeds, request: FastifyRequest, reply: FastifyReply) {
  const person = await personOf(needs, request);
  const form = readPosted(removeForm(wordsOf(request)), request);
  if (!form.valid) return showRemove(needs, request, reply, person, form);
  const { outcome } = await removePerson(needs, request.actor, { ...addressOf(request), ...form.values });
  switch (outcome) {
    case 'ended':
      return backTo(reply, person, '?done=removed');
    case 'already-ended':
      return backTo(reply, person);
    case 'last-administrator': {
      const again = wrong(request, '', wordsOf(request).errors.lastAdministrator);
      return showRemove(needs, request, reply, person, again);
    }
  }
}

async function undo(needs: GiveBackNeeds, request: FastifyRequest, reply: FastifyReply) {
  const person = await personOf(needs, request);
  const form = readPosted(noFields, request);
  if (!form.valid) return showUndo(needs, request, reply, person, form);
  const { errors } = wordsOf(request);
  const result = await undoRemoval(needs, request.actor, addressOf(request));
  const again = (message: string) => showUndo(needs, request, reply, person, wrong(request, '', message));
  switch (result.outcome) {
    case 'undone':
      return backTo(reply, person, '?done=undone');
    case 'not-removed':
      return backTo(reply, person);
    case 'too-late':
      return again(errors.tooLate);
    case 'back-already':
      return again(errors.backAlready);
    case 'account-gone':
      return again(errors.accountGone);
    case 'place-closed':
      return again(errors.placeClosed);
    case 'roles-not-yours':
      return again(errors.rolesNotYours(result.roles.map((role) => roleTitle(person.of.services, role))));
    case 'limit-reached':
      return again(limitWords(request, person, result));
  }
}

async function restore(needs: GiveBackNeeds, request: FastifyRequest, reply: FastifyReply) {
  const person = await personOf(needs, request);
  const choices = await choicesFor(needs, request, person);
  const roles = rolesField(choices, wordsIn(roleChoicesWords, request.language));
  const form = readPosted(z.object({ roles }), request);
  if (!form.valid) return showRestore(needs, request, reply, person, form);
  const { errors } = wordsOf(request);
  const result = await restorePerson(needs, request.actor, { ...addressOf(request), ...form.values });
  const again = (message: string, field = '') =>
    showRestore(needs, request, reply, person, wrong(request, field, message));
  switch (result.outcome) {
    case 'restored':
      return backTo(reply, person, '?done=restored');
    case 'not-removed':
      return backTo(reply, person);
    case 'back-already':
      return again(errors.backAlready);
    case 'not-known-any-more':
      return again(errors.notKnown);
    case 'place-closed':
      return again(errors.placeClosed);
    case 'limit-reached':
      return again(limitWords(request, person, result), 'roles');
  }
}

async function showRemove(
  needs: GiveBackNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  form: FormState,
) {
  ask(mayRemove, request.actor, person.of);
  if (person.member.ended) return backTo(reply, person);
  const { undoRemoval: undoLife } = needs.settings.organisations;
  return show(reply, removePage({ person, form, undoLife }, wordsOf(request)), statusOf(form));
}

async function showUndo(
  needs: GiveBackNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  form: FormState,
) {
  ask(mayRemove, request.actor, person.of);
  if (!person.member.ended) return backTo(reply, person);
  const { timeZone } = needs.settings.service;
  return show(reply, undoPage({ person, form, timeZone }, wordsOf(request)), statusOf(form));
}

async function showRestore(
  needs: GiveBackNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  form: FormState,
) {
  const choices = await choicesFor(needs, request, person);
  if (!person.member.ended) return backTo(reply, person);
  return show(reply, restorePage({ person, form, choices }, wordsOf(request)), statusOf(form));
}

/** Roles are chosen anew: none of before is there any more. */
async function choicesFor(needs: GiveBackNeeds, { actor }: FastifyRequest, { here, member, of }: PersonHere) {
  ask(mayRemove, actor, of);
  ask(giveRoles, actor, { ...of, roles: [], to: member.accountId });
  return listRoleChoices(needs.database, actor, here, { place: of.place });
}

const personOf = (needs: GiveBackNeeds, request: FastifyRequest) =>
  findPersonHere(needs, needs.database, request.actor, addressOf(request));

const addressOf = (request: FastifyRequest) => request.params as PersonAddress;

const wordsOf = (request: FastifyRequest) => wordsIn(removePersonWords, request.language);

const statusOf = (form: FormState) => (form.errors.length > 0 ? 422 : 200);

const wrong = (request: FastifyRequest, field: string, message: string): FormState =>
  withError(filledForm(typedValues(request.body)), field, message);

function limitWords(
  request: FastifyRequest,
  { of }: PersonHere,
  { role, atMost }: { role: { service: string; role: string }; atMost: number },
): string {
  const { limitReached } = wordsIn(roleChoicesWords, request.language);
  return limitReached(roleTitle(of.services, role), atMost);
}

const backTo = (reply: FastifyReply, { here, member }: PersonHere, done = '') =>
  reply.redirect(`${userAddress(here.organisation.code, member.id)}${done}`, 303);
