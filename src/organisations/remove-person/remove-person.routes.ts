import { z } from 'zod';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Route } from '../../platform/http/index.ts';
import { type AfterStep, type AtPerson, personStep, wrong } from '../members/person-step.ts';
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

export const removePersonRoutes = (needs: GiveBackNeeds): Route[] => [
  ...personStep(needs, {
    step: 'remove',
    policy: mayRemove,
    page: (at, form) => {
      const { request, person } = at;
      ask(mayRemove, request.actor, person.of);
      const { undoRemoval: undoLife } = needs.settings.organisations;
      return person.member.ended ? undefined : removePage({ person, form, undoLife }, wordsOf(at));
    },
    form: (at) => removeForm(wordsOf(at)),
    act: async (at, removal) => {
      const { outcome } = await removePerson(needs, at.request.actor, { ...at.address, ...removal });
      switch (outcome) {
        case 'ended':
          return { done: 'removed' };
        case 'already-ended':
          return { done: '' };
        case 'last-administrator':
          return wrong(at, wordsOf(at).errors.lastAdministrator);
      }
    },
  }),
  ...personStep(needs, {
    step: 'undo',
    policy: mayRemove,
    page: (at, form) => {
      const { request, person } = at;
      ask(mayRemove, request.actor, person.of);
      const { timeZone } = needs.settings.service;
      return person.member.ended ? undoPage({ person, form, timeZone }, wordsOf(at)) : undefined;
    },
    form: () => noFields,
    act: (at) => undo(needs, at),
  }),
  ...personStep(needs, {
    step: 'restore',
    policy: mayRemove,
    page: async (at, form) => {
      const choices = await choicesFor(needs, at);
      const { person } = at;
      return person.member.ended ? restorePage({ person, form, choices }, wordsOf(at)) : undefined;
    },
    form: async (at) =>
      z.object({
        roles: rolesField(await choicesFor(needs, at), wordsIn(roleChoicesWords, at.request.language)),
      }),
    act: (at, { roles }) => restore(needs, at, roles),
  }),
];

async function undo(needs: GiveBackNeeds, at: AtPerson): Promise<AfterStep> {
  const { errors } = wordsOf(at);
  const result = await undoRemoval(needs, at.request.actor, at.address);
  switch (result.outcome) {
    case 'undone':
      return { done: 'undone' };
    case 'not-removed':
      return { done: '' };
    case 'too-late':
      return wrong(at, errors.tooLate);
    case 'back-already':
      return wrong(at, errors.backAlready);
    case 'account-gone':
      return wrong(at, errors.accountGone);
    case 'place-closed':
      return wrong(at, errors.placeClosed);
    case 'roles-not-yours': {
      const { services } = at.person.of;
      return wrong(at, errors.rolesNotYours(result.roles.map((role) => roleTitle(services, role))));
    }
    case 'limit-reached':
      return wrong(at, limitWords(at, result));
  }
}

async function restore(
  needs: GiveBackNeeds,
  at: AtPerson,
  roles: Parameters<typeof restorePerson>[2]['roles'],
): Promise<AfterStep> {
  const { errors } = wordsOf(at);
  const result = await restorePerson(needs, at.request.actor, { ...at.address, roles });
  switch (result.outcome) {
    case 'restored':
      return { done: 'restored' };
    case 'not-removed':
      return { done: '' };
    case 'back-already':
      return wrong(at, errors.backAlready);
    case 'not-known-any-more':
      return wrong(at, errors.notKnown);
    case 'place-closed':
      return wrong(at, errors.placeClosed);
    case 'limit-reached':
      return wrong(at, limitWords(at, result), 'roles');
  }
}

/** Roles are chosen anew: none of before is there any more. */
async function choicesFor(needs: GiveBackNeeds, { request: { actor }, person }: AtPerson) {
  const { here, member, of } = person;
  ask(mayRemove, actor, of);
  ask(giveRoles, actor, { ...of, roles: [], to: member.accountId });
  return listRoleChoices(needs.database, actor, here, { place: of.place });
}

const wordsOf = ({ request }: AtPerson) => wordsIn(removePersonWords, request.language);

function limitWords(
  { request, person }: AtPerson,
  { role, atMost }: { role: { service: string; role: string }; atMost: number },
): string {
  const { limitReached } = wordsIn(roleChoicesWords, request.language);
  return limitReached(roleTitle(person.of.services, role), atMost);
}
