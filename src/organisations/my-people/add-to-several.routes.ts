import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show, typedValues } from '../../ui/index.ts';
import { addToSeveralAddress } from '../addresses.ts';
import { looksShared } from '../invitations/shared-mailbox.ts';
import { addPeople, giveRoles } from '../policy.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { roleChoicesWords } from '../roles/role-choices.words.ts';
import { allRoles } from '../roles/roles.ts';
import { addConfirmAddress, addedPage, addPreviewPage, addToSeveralPage } from './add-to-several.page.tsx';
import { type AddToSeveralNeeds, addToSeveral, planAdding } from './add-to-several.ts';
import { addForm } from './my-people.form.ts';
import { myPeopleWords } from './my-people.words.ts';
import { listMyPlaces, type MyPlace } from './my-places.ts';

const adding = { policy: addPeople, supportAccess: 'never', stepUp: true } as const;
const posted = { ...adding, method: 'POST', formAt: addToSeveralAddress, staleForm: 'shown-again' } as const;

export const addToSeveralRoutes = (needs: AddToSeveralNeeds): Route[] => [
  route({ ...adding, method: 'GET', address: addToSeveralAddress }, async (request, reply) =>
    showForm(request, reply, await choicesFor(needs, request.actor), keptForm(request)),
  ),
  route({ ...posted, address: addToSeveralAddress }, async (request, reply) => {
    const choices = await choicesFor(needs, request.actor);
    const form = readAdd(request, choices);
    if (!form.valid) return showForm(request, reply, choices, form);
    const { places, ...person } = form.values;
    const plans = await planAdding(needs, request.actor, places, person);
    const shared = looksShared(person.email.typed, needs.settings.organisations.sharedMailboxes);
    return show(reply, addPreviewPage({ person, plans, looksShared: shared }, wordsOf(request)));
  }),
  route({ ...posted, address: addConfirmAddress }, async (request, reply) => {
    const choices = await choicesFor(needs, request.actor);
    const form = readAdd(request, choices);
    if (!form.valid) return showForm(request, reply, choices, form);
    if (form.values.step === 'change')
      return showForm(request, reply, choices, filledForm(typedValues(request.body)));
    const { places, ...person } = form.values;
    const plans = await addToSeveral(needs, request.actor, places, person);
    return show(reply, addedPage({ person, plans }, wordsOf(request)));
  }),
];

interface Choices {
  places: MyPlace[];
  roles: RoleChoice[];
}

/** Where somebody may add people, and every role that they may give at one of these places. */
async function choicesFor(needs: AddToSeveralNeeds, actor: Actor | undefined): Promise<Choices> {
  ask(loggedInTo.portal, actor, undefined);
  const places = (await listMyPlaces(needs, needs.database, actor)).filter(({ mayAdd }) => mayAdd);
  const roles = allRoles(needs.settings.organisations.services).filter((rule) =>
    places.some((here) => giveRoles.allows(actor, { ...here, roles: [rule], to: undefined })),
  );
  return { places, roles: roles.map((rule) => ({ rule, state: 'open' })) };
}

const readAdd = (request: FastifyRequest, choices: Choices) =>
  readPosted(addForm(choices, wordsOf(request), wordsIn(roleChoicesWords, request.language)), request);

const showForm = (request: FastifyRequest, reply: FastifyReply, choices: Choices, form: FormState) =>
  show(reply, addToSeveralPage({ ...choices, form }, wordsOf(request)), form.errors.length > 0 ? 422 : 200);

const wordsOf = (request: FastifyRequest) => wordsIn(myPeopleWords, request.language);
