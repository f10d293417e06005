import type { FastifyReply, FastifyRequest } from 'fastify';
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
import { newUserAddress, usersAddress } from '../addresses.ts';
import { addPeople } from '../policy.ts';
import { rolesValue } from '../roles/role-choices.tsx';
import { roleChoicesWords } from '../roles/role-choices.words.ts';
import { roleTitle } from '../roles/roles.ts';
import { createUserForm } from './create-user.form.ts';
import { type CreateUserProps, createUserPage } from './create-user.page.tsx';
import { type CreateUserNeeds, createUser } from './create-user.ts';
import { createUserWords } from './create-user.words.ts';
import { copyRoles, type NewUserPage, readNewUser } from './read-new-user.ts';

const mine = {
  policy: addPeople,
  supportAccess: 'never',
  stepUp: true,
  address: newUserAddress(':code'),
} as const;

export const createUserRoutes = (needs: CreateUserNeeds): Route[] => [
  route({ ...mine, method: 'GET' }, async (request, reply) => {
    const page = await readNewUser(needs, request.actor, codeOf(request));
    return show(reply, createUserPage({ ...page, form: keptForm(request) }, wordsOf(request)));
  }),
  route({ ...mine, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const page = await readNewUser(needs, request.actor, codeOf(request));
    const { step } = typedValues(request.body);
    return step === 'copy' && request.formIsFresh
      ? showCopied(needs, request, reply, page)
      : send(needs, request, reply, page);
  }),
];

async function send(needs: CreateUserNeeds, request: FastifyRequest, reply: FastifyReply, page: NewUserPage) {
  const { words, roleWords } = { words: wordsOf(request), roleWords: roleWordsOf(request) };
  const read = readPosted(createUserForm(page, words, roleWords), request);
  if (!read.valid) return again(request, reply, page, read);
  const typed = filledForm(typedValues(request.body));
  const { code } = page.here.organisation;
  const result = await createUser(needs, request.actor, code, read.values);
  switch (result.outcome) {
    case 'invited':
      return reply.redirect(`${usersAddress(code)}?done=invited&user=${result.memberId}`, 303);
    case 'check-first': {
      const { concerns, seen } = result;
      return again(request, reply, page, filledForm({ ...typed.values, seen }), { concerns });
    }
    case 'already-member': {
      const known = result.maySee ? result.memberId : undefined;
      return again(request, reply, page, withError(typed, 'email', words.errors.alreadyMember), { known });
    }
    case 'limit-reached': {
      const message = roleWords.limitReached(roleTitle(page.here.services, result.role), result.atMost);
      return again(request, reply, page, withError(typed, 'roles', message));
    }
  }
}

/** Shows the form with a colleague's roles ticked; nothing else of it changes. */
async function showCopied(
  needs: CreateUserNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  page: NewUserPage,
) {
  const typed = filledForm(typedValues(request.body));
  const copied = await copyRoles(needs, request.actor, page, typed.values.copyFrom ?? '');
  if (!copied)
    return again(request, reply, page, withError(typed, 'copyFrom', wordsOf(request).errors.noColleague));
  const form = filledForm({ ...typed.values, roles: rolesValue(copied.roles) });
  return show(reply, createUserPage({ ...page, form, copied }, wordsOf(request)));
}

const again = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: NewUserPage,
  form: FormState,
  more: Partial<CreateUserProps> = {},
) => show(reply, createUserPage({ ...page, ...more, form }, wordsOf(request)), 422);

const wordsOf = ({ language }: FastifyRequest) => wordsIn(createUserWords, language);
const roleWordsOf = ({ language }: FastifyRequest) => wordsIn(roleChoicesWords, language);
const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;
