import type { FastifyReply, FastifyRequest } from 'fastify';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { removeFromSeveralAddress } from '../addresses.ts';
import { removePerson } from '../policy.ts';
import { removeForm } from './my-people.form.ts';
import { myPeopleWords } from './my-people.words.ts';
import { listMyPlaces } from './my-places.ts';
import {
  choosePlacesPage,
  findPersonPage,
  removeConfirmAddress,
  removedPage,
  removePreviewPage,
} from './remove-from-several.page.tsx';
import {
  findAmongMine,
  findEverywhere,
  planRemoving,
  type RemoveFromSeveralNeeds,
  removeFromSeveral,
} from './remove-from-several.ts';

const removing = { policy: removePerson, supportAccess: 'never' } as const;
const posted = {
  ...removing,
  method: 'POST',
  stepUp: true,
  formAt: removeFromSeveralAddress,
  staleForm: 'shown-again',
} as const;

export const removeFromSeveralRoutes = (needs: RemoveFromSeveralNeeds): Route[] => [
  route({ ...removing, method: 'GET', address: removeFromSeveralAddress }, async (request, reply) => {
    const { member, find } = request.query as { member?: unknown; find?: unknown };
    const kept = keptForm(request);
    const about = typeof member === 'string' ? member : kept.values.member;
    if (about) return showChoice(needs, request, reply, about, kept);
    return showFound(needs, request, reply, typeof find === 'string' ? find.trim() : undefined);
  }),
  route({ ...posted, address: removeFromSeveralAddress }, async (request, reply) => {
    const read = await readRemoval(needs, request);
    if (!read.form.valid) return showChoice(needs, request, reply, read.member, read.form);
    const { member, chosen, because, note } = read.form.values;
    const plans = await planRemoving(needs, request.actor, chosen);
    return show(reply, removePreviewPage({ member, removal: { because, note }, plans }, wordsOf(request)));
  }),
  route({ ...posted, address: removeConfirmAddress }, async (request, reply) => {
    const { member, form } = await readRemoval(needs, request);
    if (!form.valid) return showChoice(needs, request, reply, member, form);
    const { chosen, because, note, step } = form.values;
    if (step === 'change')
      return showChoice(needs, request, reply, member, filledForm(typedValues(request.body)));
    const done = await removeFromSeveral(needs, request.actor, chosen, { because, note });
    return show(reply, removedPage(done, wordsOf(request)));
  }),
];

const longestFind = 254;

async function showFound(
  needs: RemoveFromSeveralNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  find: string | undefined,
) {
  ask(loggedInTo.portal, request.actor, undefined);
  const words = wordsOf(request);
  if (find === undefined)
    return show(reply, findPersonPage({ form: emptyForm, typed: undefined, persons: [] }, words));
  const typed = find.slice(0, longestFind);
  const form = filledForm({ find: typed });
  if (typed === '') {
    const again = withError(form, 'find', words.errors.noFind);
    return show(reply, findPersonPage({ form: again, typed: undefined, persons: [] }, words), 422);
  }
  const places = await listMyPlaces(needs, needs.database, request.actor);
  const persons = await findAmongMine(needs.database, places, typed);
  return show(reply, findPersonPage({ form, typed, persons }, words));
}

async function showChoice(
  needs: RemoveFromSeveralNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  member: string,
  form: FormState,
) {
  const held = await heldBy(needs, request, member);
  const page = choosePlacesPage({ form, member, held }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

/** Only what is among one's own people can be chosen, whatever ids are posted. */
async function readRemoval(needs: RemoveFromSeveralNeeds, request: FastifyRequest) {
  const member = typedValues(request.body).member ?? '';
  const held = await heldBy(needs, request, member);
  return { member, form: readPosted(removeForm(held, wordsOf(request)), request) };
}

async function heldBy(needs: RemoveFromSeveralNeeds, { actor }: FastifyRequest, member: string) {
  ask(loggedInTo.portal, actor, undefined);
  return findEverywhere(needs.database, await listMyPlaces(needs, needs.database, actor), member);
}

const wordsOf = (request: FastifyRequest) => wordsIn(myPeopleWords, request.language);
