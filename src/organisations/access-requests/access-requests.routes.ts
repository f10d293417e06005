import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show, withError } from '../../ui/index.ts';
import type { AccessRequestId } from '../access-request.ts';
import { accessRequestsAddress } from '../addresses.ts';
import { findHere, type Here } from '../here.ts';
import { looksShared } from '../invitations/shared-mailbox.ts';
import type { PlaceChoice } from '../places/places.ts';
import { decideRequests } from '../policy.ts';
import { listRoleChoices } from '../roles/list-role-choices.ts';
import { rolesValue } from '../roles/role-choices.tsx';
import { roleChoicesWords } from '../roles/role-choices.words.ts';
import { roleTitle } from '../roles/roles.ts';
import { accessRequestPage, refuseAddress, refuseRequestPage } from './access-request.page.tsx';
import { approveForm, refuseForm } from './access-requests.form.ts';
import { accessRequestsPage } from './access-requests.page.tsx';
import { findRequest, type ListedRequest, listDecided, listWaiting } from './access-requests.store.ts';
import { accessRequestsWords } from './access-requests.words.ts';
import { type Approval, approveRequest, type DecideRequestNeeds, refuseRequest } from './decide-request.ts';
import { codeOfPlace, findAsMember, findRequestHere, listPlacesToDecide } from './request-here.ts';

const deciding = { policy: decideRequests, supportAccess: 'never' } as const;
const oneAddress = accessRequestsAddress(':code', ':id');
const decidedShown = 50;

export const accessRequestsRoutes = (needs: DecideRequestNeeds): Route[] => [
  route({ ...deciding, method: 'GET', address: accessRequestsAddress(':code') }, (request, reply) =>
    showList(needs, request, reply),
  ),
  route({ ...deciding, method: 'GET', address: oneAddress }, (request, reply) =>
    showRequest(needs, request, reply, keptForm(request)),
  ),
  route(
    { ...deciding, method: 'POST', address: oneAddress, stepUp: true, staleForm: 'shown-again' },
    (request, reply) => approve(needs, request, reply),
  ),
  route({ ...deciding, method: 'GET', address: refuseAddress(':code', ':id') }, (request, reply) =>
    showRefuse(needs, request, reply, keptForm(request)),
  ),
  route(
    { ...deciding, method: 'POST', address: refuseAddress(':code', ':id'), staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(refuseForm(wordsOf(request)), request);
      if (!form.valid) return showRefuse(needs, request, reply, form);
      const { reason, told: isTold } = form.values;
      const refused = await refuseRequest(needs, request.actor, addressOf(request), { reason, isTold });
      return toList(request, reply, refused.outcome);
    },
  ),
];

async function showList(needs: DecideRequestNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { database, settings } = needs;
  const here = await findHere(needs, database, addressOf(request).code);
  ask(decideRequests, request.actor, here);
  const props = {
    organisation: here.organisation,
    waiting: await listWaiting(database, here.place),
    decided: await listDecided(database, here.place, decidedShown),
    notice: await findNotice(needs, request, here),
    timeZone: settings.service.timeZone,
  };
  return show(reply, accessRequestsPage(props, wordsOf(request)));
}

async function findNotice({ database }: DecideRequestNeeds, request: FastifyRequest, { place }: Here) {
  const { done, request: id } = request.query as { done?: unknown; request?: unknown };
  if (typeof done !== 'string' || typeof id !== 'string' || !isId(id)) return undefined;
  const found = await findRequest(database, place, id as AccessRequestId);
  return found && { done, name: found.fullName };
}

async function approve(needs: DecideRequestNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { here, request: asked } = await findRequestHere(
    needs,
    needs.database,
    request.actor,
    addressOf(request),
  );
  const choices = await choicesFor(needs, request.actor, here);
  const roleWords = wordsIn(roleChoicesWords, request.language);
  const form = readPosted(approveForm(choices, wordsOf(request), roleWords), request);
  if (!form.valid) return showRequest(needs, request, reply, form);
  const { place, roles } = form.values;
  const approval: Approval = { roles, branchId: place.branch?.id };
  const typed = filledForm({ place: codeOfPlace(place, here), roles: rolesValue(roles) });
  const again = (field: string, message: string) =>
    showRequest(needs, request, reply, withError(typed, field, message));
  const { errors } = wordsOf(request);
  const result = await approveRequest(
    needs,
    request.actor,
    { code: here.organisation.code, id: asked.id },
    approval,
  );
  switch (result.outcome) {
    case 'limit-reached':
      return again('roles', roleWords.limitReached(roleTitle(here.services, result.role), result.atMost));
    case 'already-member':
      return again('', errors.alreadyMember);
    case 'changed':
      return again('', errors.changed);
    case 'added':
    case 'invited':
    case 'decided-already':
      return toList(request, reply, result.outcome);
  }
}

/** What may be chosen here: the roles are those that the actor may give wherever they decide. */
async function choicesFor(needs: DecideRequestNeeds, actor: Actor | undefined, here: Here) {
  const { database } = needs;
  const places = await listPlacesToDecide(needs, database, actor, here);
  const roles = actor ? await listRoleChoices(database, actor, here, { place: here.place }) : [];
  return { here, places, roles };
}

async function showRequest(
  needs: DecideRequestNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const { database, settings } = needs;
  const found = await findRequestHere(needs, database, request.actor, addressOf(request));
  const { here, request: asked } = found;
  const member = asked.state === 'waiting' ? await findAsMember(database, here, asked) : undefined;
  const choices = await choicesFor(needs, request.actor, here);
  const props = {
    request: asked,
    memberId: member?.id,
    looksShared: looksShared(asked.email, settings.organisations.sharedMailboxes),
    ...choices,
    form: withAskedPlace(form, asked, choices),
    wasFirst: (request.query as { done?: unknown }).done === 'decided-already' && asked.decided !== undefined,
    timeZone: settings.service.timeZone,
  };
  return show(reply, accessRequestPage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

/** The branch they asked about, until another place is chosen. */
const withAskedPlace = (
  form: FormState,
  asked: ListedRequest,
  { here, places }: { here: Here; places: readonly PlaceChoice[] },
): FormState => {
  const place = places.find(({ branch }) => branch?.id === asked.branchId);
  return { ...form, values: { ...(place && { place: codeOfPlace(place, here) }), ...form.values } };
};

async function showRefuse(
  needs: DecideRequestNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const address = addressOf(request);
  const { here, request: asked } = await findRequestHere(needs, needs.database, request.actor, address);
  if (asked.state !== 'waiting') return toList(request, reply, 'decided-already');
  const props = { here, request: asked, form };
  return show(reply, refuseRequestPage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

function toList(request: FastifyRequest, reply: FastifyReply, done: string) {
  const { code, id } = addressOf(request);
  const list = accessRequestsAddress(encodeURIComponent(code));
  if (done === 'decided-already') return reply.redirect(`${list}/${id}?done=${done}`, 303);
  return reply.redirect(`${list}?done=${done}&request=${id}`, 303);
}

const wordsOf = (request: FastifyRequest) => wordsIn(accessRequestsWords, request.language);

const addressOf = (request: FastifyRequest) => request.params as { code: string; id: string };
