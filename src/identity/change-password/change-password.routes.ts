import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, keptForm, readPosted, show, withError } from '../../ui/index.ts';
import { findAccount } from '../account.store.ts';
import { accountDetailsAddress, changePasswordAddress } from '../addresses.ts';
import { newPasswordField } from '../passwords/new-password-field.ts';
import { contextOfAccount } from '../passwords/password-context.ts';
import { passwordWords } from '../passwords/passwords.words.ts';
import { giveRenewedToken } from '../sessions/session-cookies.ts';
import { changePasswordPage } from './change-password.page.tsx';
import { type ChangePasswordNeeds, changePassword } from './change-password.ts';
import { changePasswordWords } from './change-password.words.ts';

const mine = {
  policy: loggedIn,
  supportAccess: 'never',
  stepUp: true,
  address: changePasswordAddress,
} as const;

export const changePasswordRoutes = (needs: ChangePasswordNeeds): Route[] => [
  route({ ...mine, method: 'GET' }, (request, reply) => showForm(needs, request, reply, keptForm(request))),
  route({ ...mine, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const passwords = wordsIn(passwordWords, request.language);
    const owner = await contextOfAccount(needs, request.actor?.person.accountId);
    const schema = z.object({ password: newPasswordField(needs.settings.password, passwords, owner) });
    const form = readPosted(schema, request);
    if (!form.valid) return showForm(needs, request, reply, form, 422);
    const result = await changePassword(needs, request.actor, form.values.password);
    switch (result.outcome) {
      case 'changed':
        if (result.token) giveRenewedToken(request, 'portal', result.token);
        return reply.redirect(`${accountDetailsAddress}?done=password`, 303);
      case 'same-password': {
        const { same } = wordsIn(changePasswordWords, request.language);
        return showForm(needs, request, reply, withError(emptyForm, 'password', same), 422);
      }
      case 'changed-meanwhile':
        return reply.redirect(changePasswordAddress, 303);
    }
  }),
];

async function showForm(
  needs: ChangePasswordNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
  status = 200,
) {
  ask(loggedIn, request.actor, undefined);
  const account = await findAccount(needs.database, request.actor.person.accountId);
  const props = { form, email: account?.email ?? '', rules: needs.settings.password };
  const words = wordsIn(changePasswordWords, request.language);
  return show(reply, changePasswordPage(props, words, wordsIn(passwordWords, request.language)), status);
}
