import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
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
import { userAddress } from '../addresses.ts';
import { dayAt } from '../days/calendar-day.ts';
import { typedDay } from '../days/typed-day.ts';
import { findPersonHere, type PersonAddress, type PersonHere } from '../members/person-here.ts';
import { listOpenBranches } from '../places/places.store.ts';
import { changePerson, giveRoles } from '../policy.ts';
import { listRoleChoices, type RoleChoice } from '../roles/list-role-choices.ts';
import { rolesValue } from '../roles/role-choices.tsx';
import { roleChoicesWords } from '../roles/role-choices.words.ts';
import { isRole, roleTitle } from '../roles/roles.ts';
import { type ChangeDetailsOutcome, type ChangePersonNeeds, changeDetails } from './change-details.ts';
import { changeRolesForm, detailsForm } from './change-person.form.ts';
import { listBranches } from './change-person.store.ts';
import { changePersonWords } from './change-person.words.ts';
import { type ChangeRolesOutcome, changeRoles, mayGiveUp, rolesBasis } from './change-roles.ts';
import { detailsPage } from './details.page.tsx';
import { detailsBasis, hasBegun } from './details.ts';
import { rolesPage } from './roles.page.tsx';
import { sayDetailsSince, sayRolesSince } from './what-changed.ts';

const details = {
  address: userAddress(':code', ':id', 'details'),
  policy: changePerson,
  supportAccess: 'never',
  stepUp: true,
} as const;
const roles = { ...details, address: userAddress(':code', ':id', 'roles'), policy: giveRoles } as const;

export const changePersonRoutes = (needs: ChangePersonNeeds): Route[] => [
  route({ ...details, method: 'GET' }, async (request, reply) => {
    const person = await findPersonHere(needs, needs.database, request.actor, addressOf(request));
    return showDetails(needs, request, reply, person, keptForm(request));
  }),
  route({ ...details, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const person = await findPersonHere(needs, needs.database, request.actor, addressOf(request));
    const form = readPosted(detailsForm(wordsOf(request)), request);
    if (!form.valid) return showDetails(needs, request, reply, person, form);
    const result = await changeDetails(needs, request.actor, { ...addressOf(request), ...form.values });
    return afterDetails(needs, request, reply, person, result);
  }),
  route({ ...roles, method: 'GET' }, async (request, reply) => {
    const person = await findPersonHere(needs, needs.database, request.actor, addressOf(request));
    return showRoles(needs, request, reply, person, keptForm(request));
  }),
  route({ ...roles, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const person = await findPersonHere(needs, needs.database, request.actor, addressOf(request));
    const choices = await choicesFor(needs, request.actor, person);
    const words = wordsIn(roleChoicesWords, request.language);
    const form = readPosted(changeRolesForm(choices, words), request);
    if (!form.valid) return showRoles(needs, request, reply, person, form);
    const { roles: chosen, basis } = form.values;
    const result = await changeRoles(needs, request.actor, { ...addressOf(request), chosen, basis });
    return afterRoles(needs, request, reply, person, result);
  }),
];

async function afterDetails(
  needs: ChangePersonNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  result: ChangeDetailsOutcome,
) {
  const { errors } = wordsOf(request);
  const wrong = (field: string, message: string) =>
    showDetails(needs, request, reply, person, withError(postedForm(request), field, message));
  switch (result.outcome) {
    case 'changed':
      return backTo(reply, person, '?done=changed');
    case 'removed':
      return backTo(reply, person);
    case 'changed-meanwhile': {
      const { member } = result;
      const branches = await listBranches(needs.database, person.here.practice.id);
      const posted = postedForm(request);
      const since = sayDetailsSince(posted.values.basis ?? '', member, branches, wordsOf(request));
      const again = withBasis(withError(posted, '', errors.detailsMeanwhile(since)), detailsBasis(member));
      return showDetails(needs, request, reply, { ...person, member }, again);
    }
    case 'unknown-branch':
      return wrong('branch', errors.unknownBranch);
    case 'roles-not-yours': {
      const titles = result.roles.map((role) => roleTitle(person.of.services, role));
      return wrong('branch', errors.rolesNotYours(errors.list(titles)));
    }
    case 'ends-in-past':
      return wrong('endsOn-day', errors.endsInPast);
    case 'ends-before-start':
      return wrong('endsOn-day', errors.endsBeforeStart);
    case 'last-administrator':
      return wrong('', errors.lastAdministrator);
  }
}

async function afterRoles(
  needs: ChangePersonNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  result: ChangeRolesOutcome,
) {
  const { errors } = wordsOf(request);
  const { services } = person.of;
  const wrong = (message: string) =>
    showRoles(needs, request, reply, person, withError(postedForm(request), 'roles', message));
  switch (result.outcome) {
    case 'changed':
      return backTo(reply, person, '?done=roles-changed');
    case 'removed':
      return backTo(reply, person);
    case 'changed-meanwhile': {
      const { member } = result;
      const posted = postedForm(request);
      const since = sayRolesSince(posted.values.basis ?? '', member, services, wordsOf(request));
      const again = withBasis(withError(posted, 'roles', errors.rolesMeanwhile(since)), rolesBasis(member));
      return showRoles(needs, request, reply, { ...person, member }, again);
    }
    case 'none-left':
      return wrong(errors.noneLeft);
    case 'last-administrator':
      return wrong(errors.lastAdministrator);
    case 'last-in-role':
      return wrong(errors.lastInRole(roleTitle(services, result.role)));
    case 'limit-reached': {
      const { limitReached } = wordsIn(roleChoicesWords, request.language);
      return wrong(limitReached(roleTitle(services, result.role), result.atMost));
    }
  }
}

async function showDetails(
  needs: ChangePersonNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  form: FormState,
) {
  const { here, member, of } = person;
  ask(changePerson, request.actor, of);
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  const open = await listOpenBranches(needs.database, here.practice.id, today);
  const branches = (await listBranches(needs.database, here.practice.id)).filter(
    ({ id }) => id === member.branchId || open.some((branch) => branch.id === id),
  );
  const places = [undefined, ...branches].filter((branch) =>
    changePerson.allows(request.actor, { ...of, place: { ...here.place, branchId: branch?.id } }),
  );
  const filled: FormState = {
    errors: form.errors,
    values: {
      jobTitle: member.jobTitle ?? '',
      phone: member.phone ?? '',
      branch: member.branchId ?? '',
      ...typedDay('startsOn', member.startsOn),
      ...typedDay('endsOn', member.endsOn),
      basis: detailsBasis(member),
      ...form.values,
    },
  };
  const props = { person, places, hasBegun: hasBegun(member, today), form: filled };
  return show(reply, detailsPage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

async function showRoles(
  needs: ChangePersonNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonHere,
  form: FormState,
) {
  const { member } = person;
  const choices = await choicesFor(needs, request.actor, person);
  // Nothing ticked is not a field of the form: only a first look fills in what they have.
  const isFirst = form.values.basis === undefined;
  const held = isFirst ? { roles: rolesValue(member.roles), basis: rolesBasis(member) } : {};
  const filled = { errors: form.errors, values: { ...held, ...form.values } };
  const isOwn = member.accountId !== undefined && member.accountId === request.actor?.subject;
  const page = rolesPage({ person, choices, isOwn, form: filled }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

/** What the actor may give and take; of their own, what they may give up. */
async function choicesFor(
  needs: ChangePersonNeeds,
  actor: Actor | undefined,
  { here, member, of }: PersonHere,
): Promise<RoleChoice[]> {
  ask(giveRoles, actor, { ...of, roles: [], to: member.accountId });
  const choices = await listRoleChoices(needs.database, actor, here, { place: of.place, member });
  return choices.map(({ rule, state }) => {
    const isTheirs = member.roles.some(isRole(rule));
    const isOpen = (state === 'full' && isTheirs) || (state === 'held' && mayGiveUp(actor, { of }, rule));
    return { rule, state: isOpen ? 'open' : state };
  });
}

const addressOf = (request: FastifyRequest) => request.params as PersonAddress;

const wordsOf = (request: FastifyRequest) => wordsIn(changePersonWords, request.language);

/** What was typed, which was valid, to be shown again. */
const postedForm = (request: FastifyRequest): FormState => filledForm(typedValues(request.body));

const withBasis = ({ values, errors }: FormState, basis: string): FormState => ({
  errors,
  values: { ...values, basis },
});

const backTo = (reply: FastifyReply, { here, member }: PersonHere, done = '') =>
  reply.redirect(`${userAddress(here.organisation.code, member.id)}${done}`, 303);
