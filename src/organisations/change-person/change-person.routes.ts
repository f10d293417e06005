import { dayAt } from '../../kernel/calendar-day.ts';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Route } from '../../platform/http/index.ts';
import { type FormState, type Page, withError } from '../../ui/index.ts';
import { typedDay } from '../days/typed-day.ts';
import { type AfterStep, type AtPerson, personStep, typedAgain, wrong } from '../members/person-step.ts';
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

export const changePersonRoutes = (needs: ChangePersonNeeds): Route[] => [
  ...personStep(needs, {
    step: 'details',
    policy: changePerson,
    page: (at, form) => pageOfDetails(needs, at, form),
    form: (at) => detailsForm(wordsOf(at)),
    act: async (at, typed) =>
      afterDetails(needs, at, await changeDetails(needs, at.request.actor, { ...at.address, ...typed })),
  }),
  ...personStep(needs, {
    step: 'roles',
    policy: giveRoles,
    page: (at, form) => pageOfRoles(needs, at, form),
    form: async (at) =>
      changeRolesForm(await choicesFor(needs, at), wordsIn(roleChoicesWords, at.request.language)),
    act: async (at, { roles: chosen, basis }) =>
      afterRoles(at, await changeRoles(needs, at.request.actor, { ...at.address, chosen, basis })),
  }),
];

async function afterDetails(
  needs: ChangePersonNeeds,
  at: AtPerson,
  result: ChangeDetailsOutcome,
): Promise<AfterStep> {
  const { person } = at;
  const { errors } = wordsOf(at);
  switch (result.outcome) {
    case 'changed':
      return { done: 'changed' };
    case 'removed':
      return { done: '' };
    case 'changed-meanwhile': {
      const { member } = result;
      const branches = await listBranches(needs.database, person.here.practice.id);
      const typed = typedAgain(at);
      const since = sayDetailsSince(typed.values.basis ?? '', member, branches, wordsOf(at));
      const again = withBasis(withError(typed, '', errors.detailsMeanwhile(since)), detailsBasis(member));
      return { again, person: { ...person, member } };
    }
    case 'unknown-branch':
      return wrong(at, errors.unknownBranch, 'branch');
    case 'roles-not-yours': {
      const titles = result.roles.map((role) => roleTitle(person.of.services, role));
      return wrong(at, errors.rolesNotYours(errors.list(titles)), 'branch');
    }
    case 'ends-in-past':
      return wrong(at, errors.endsInPast, 'endsOn-day');
    case 'ends-before-start':
      return wrong(at, errors.endsBeforeStart, 'endsOn-day');
    case 'last-administrator':
      return wrong(at, errors.lastAdministrator);
  }
}

function afterRoles(at: AtPerson, result: ChangeRolesOutcome): AfterStep {
  const { person } = at;
  const { errors } = wordsOf(at);
  const { services } = person.of;
  switch (result.outcome) {
    case 'changed':
      return { done: 'roles-changed' };
    case 'removed':
      return { done: '' };
    case 'changed-meanwhile': {
      const { member } = result;
      const typed = typedAgain(at);
      const since = sayRolesSince(typed.values.basis ?? '', member, services, wordsOf(at));
      const again = withBasis(withError(typed, 'roles', errors.rolesMeanwhile(since)), rolesBasis(member));
      return { again, person: { ...person, member } };
    }
    case 'none-left':
      return wrong(at, errors.noneLeft, 'roles');
    case 'last-administrator':
      return wrong(at, errors.lastAdministrator, 'roles');
    case 'last-in-role':
      return wrong(at, errors.lastInRole(roleTitle(services, result.role)), 'roles');
    case 'limit-reached': {
      const { limitReached } = wordsIn(roleChoicesWords, at.request.language);
      return wrong(at, limitReached(roleTitle(services, result.role), result.atMost), 'roles');
    }
  }
}

async function pageOfDetails(needs: ChangePersonNeeds, at: AtPerson, form: FormState): Promise<Page> {
  const { request, person } = at;
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
  return detailsPage(props, wordsOf(at));
}

async function pageOfRoles(needs: ChangePersonNeeds, at: AtPerson, form: FormState): Promise<Page> {
  const { request, person } = at;
  const { member } = person;
  const choices = await choicesFor(needs, at);
  // Nothing ticked is not a field of the form: only a first look fills in what they have.
  const isFirst = form.values.basis === undefined;
  const held = isFirst ? { roles: rolesValue(member.roles), basis: rolesBasis(member) } : {};
  const filled = { errors: form.errors, values: { ...held, ...form.values } };
  const isOwn = member.accountId !== undefined && member.accountId === request.actor?.subject;
  return rolesPage({ person, choices, isOwn, form: filled }, wordsOf(at));
}

/** What the actor may give and take; of their own, what they may give up. */
async function choicesFor(
  needs: ChangePersonNeeds,
  { request: { actor }, person: { here, member, of } }: AtPerson,
): Promise<RoleChoice[]> {
  ask(giveRoles, actor, { ...of, roles: [], to: member.accountId });
  const choices = await listRoleChoices(needs.database, actor, here, { place: of.place, member });
  return choices.map(({ rule, state }) => {
    const isTheirs = member.roles.some(isRole(rule));
    const isOpen = (state === 'full' && isTheirs) || (state === 'held' && mayGiveUp(actor, { of }, rule));
    return { rule, state: isOpen ? 'open' : state };
  });
}

const wordsOf = ({ request }: AtPerson) => wordsIn(changePersonWords, request.language);

const withBasis = ({ values, errors }: FormState, basis: string): FormState => ({
  errors,
  values: { ...values, basis },
});
