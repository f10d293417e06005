import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
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
import { profileAddress } from '../addresses.ts';
import { freezeWords } from '../freeze.words.ts';
import { usernameWords } from '../username.words.ts';
import {
  type ChangeProfileNeeds,
  changeProfile,
  needsPassword,
  type ProfileFieldName,
} from './change-profile.ts';
import { profileForms } from './profile.form.ts';
import { offeredFields, profilePage } from './profile.page.tsx';
import { findProfile } from './profile.store.ts';
import { profileWords } from './profile.words.ts';
import { profileFieldPage, valuesOf } from './profile-field.page.tsx';

const mine = { policy: loggedIn, supportAccess: 'never' } as const;

/** What people say of themselves: all of it on one page, and one page to change each thing. */
export const profileRoutes = (needs: ChangeProfileNeeds): Route[] => [
  route(
    { ...mine, method: 'GET', address: profileAddress, supportAccess: 'read' },
    async (request, reply) => {
      const isDone = (request.query as { done?: unknown }).done === 'yes';
      const props = { profile: await profileOf(needs, request), settings: needs.settings, isDone };
      return show(reply, profilePage(props, wordsOf(request).profile));
    },
  ),
  ...offeredFields(needs.settings).flatMap((field) => fieldRoutes(needs, field)),
];

function fieldRoutes(needs: ChangeProfileNeeds, field: ProfileFieldName): Route[] {
  const { settings } = needs;
  const own = { ...mine, address: `${profileAddress}/${field}`, stepUp: needsPassword(field) };
  const showField = (request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) =>
    show(reply, profileFieldPage({ field, form, settings }, wordsOf(request).profile), status);
  return [
    route({ ...own, method: 'GET' }, async (request, reply) => {
      const known = valuesOf(field, await profileOf(needs, request));
      return showField(request, reply, filledForm({ ...known, ...keptForm(request).values }));
    }),
    route({ ...own, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
      const words = wordsOf(request);
      const form = readPosted(profileForms[field](words, settings), request);
      if (!form.valid) return showField(request, reply, form, 422);
      const outcome = await changeProfile(needs, request.actor, form.values);
      if (outcome === 'frozen') {
        const { frozen } = wordsIn(freezeWords, request.language);
        const typed = filledForm(typedValues(request.body));
        return showField(request, reply, withError(typed, field, frozen(settings.support.phone)), 422);
      }
      if (outcome !== 'username-taken') return reply.redirect(`${profileAddress}?done=yes`, 303);
      const { username } = request.body as { username: string };
      return showField(
        request,
        reply,
        withError(filledForm({ username }), 'username', words.username.taken),
        422,
      );
    }),
  ];
}

const wordsOf = ({ language }: FastifyRequest) => ({
  profile: wordsIn(profileWords, language),
  username: wordsIn(usernameWords, language),
});

async function profileOf(needs: ChangeProfileNeeds, { actor }: FastifyRequest) {
  ask(loggedIn, actor, undefined);
  const profile = await findProfile(needs.database, actor.subject);
  if (!profile) throw new NotFound('account');
  return profile;
}
