import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Route } from '../../platform/http/index.ts';
import { type AtPerson, personStep, wrong } from '../members/person-step.ts';
import { changePerson } from '../policy.ts';
import { backForm, leaveForm } from './leave.form.ts';
import { backPage, leavePage } from './leave.page.tsx';
import { endLeave, type LeaveNeeds, startLeave } from './leave.ts';
import { leaveWords } from './leave.words.ts';

export const leaveRoutes = (needs: LeaveNeeds): Route[] => [
  ...personStep(needs, {
    step: 'leave',
    policy: changePerson,
    page: (at, form) => {
      const { request, person } = at;
      ask(changePerson, request.actor, person.of);
      return person.member.state === 'active' ? leavePage({ person, form }, wordsOf(at)) : undefined;
    },
    form: (at) => leaveForm(wordsOf(at)),
    act: async (at, until) => {
      const { errors } = wordsOf(at);
      const { outcome } = await startLeave(needs, at.request.actor, { ...at.address, ...until });
      switch (outcome) {
        case 'on-leave':
          return { done: 'on-leave' };
        case 'not-active':
          return { done: '' };
        case 'returns-too-soon':
          return wrong(at, errors.tooSoon, 'returnsOn-day');
        case 'returns-too-late':
          return wrong(at, errors.tooLate, 'returnsOn-day');
        case 'last-administrator':
          return wrong(at, errors.lastAdministrator);
      }
    },
  }),
  ...personStep(needs, {
    step: 'return',
    policy: changePerson,
    page: (at, form) => {
      const { request, person } = at;
      ask(changePerson, request.actor, person.of);
      return person.member.state === 'on-leave' ? backPage({ person, form }, wordsOf(at)) : undefined;
    },
    form: () => backForm,
    act: async ({ request, address }) => {
      const { outcome } = await endLeave(needs, request.actor, address);
      return { done: outcome === 'returned' ? 'returned' : '' };
    },
  }),
];

const wordsOf = ({ request }: AtPerson) => wordsIn(leaveWords, request.language);
