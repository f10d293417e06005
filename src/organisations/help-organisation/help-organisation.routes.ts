import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  withError,
} from '../../ui/index.ts';
import { deskOrganisationAddress } from '../addresses.ts';
import { memberWords } from '../members/member.words.ts';
import { manageOrganisations } from '../policy.ts';
import { peopleForm, successorForm } from './help-organisation.form.ts';
import { helpOrganisationWords } from './help-organisation.words.ts';
import { movePeoplePage, previewMovePage } from './move-people.page.tsx';
import { type MovePeopleNeeds, movePeople, previewMove } from './move-people.ts';
import { organisationPage } from './organisation.page.tsx';
import { readOrganisation } from './read-organisation.ts';
import { leaveWithoutSuccessor, nameSuccessor, type SuccessorNeeds } from './successor.ts';

export type HelpOrganisationNeeds = MovePeopleNeeds & SuccessorNeeds;

const desk = { policy: manageOrganisations, supportAccess: 'never', realm: 'support' } as const;
const one = deskOrganisationAddress(':id');
const move = { ...desk, address: deskOrganisationAddress(':id', 'move'), stepUp: true } as const;

export const helpOrganisationRoutes = (needs: HelpOrganisationNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: one }, (request, reply) =>
    showOrganisation(needs, request, reply, keptForm(request)),
  ),
  successorRoute(needs),
  route(
    { ...desk, method: 'POST', address: deskOrganisationAddress(':id', 'nobody-moves'), formAt: one },
    async (request, reply) => {
      await leaveWithoutSuccessor(needs, request.actor, idOf(request));
      return backToPage(request, reply, 'nobody-moves');
    },
  ),
  route({ ...move, method: 'GET' }, (request, reply) => showChoice(needs, request, reply, keptForm(request))),
  previewRoute(needs),
  moveRoute(needs),
];

const successorRoute = (needs: HelpOrganisationNeeds) =>
  route(
    {
      ...desk,
      method: 'POST',
      address: deskOrganisationAddress(':id', 'successor'),
      formAt: one,
      staleForm: 'shown-again',
    },
    async (request, reply) => {
      const form = readPosted(successorForm(wordsOf(request)), request);
      if (!form.valid) return showOrganisation(needs, request, reply, form);
      const { outcome } = await nameSuccessor(needs, request.actor, idOf(request), form.values.code);
      if (outcome === 'named') return backToPage(request, reply, 'named');
      const problem = wordsOf(request).errors[outcome];
      return showOrganisation(needs, request, reply, withError(filledForm(form.values), 'code', problem));
    },
  );

/** Shows what would happen; the form that is posted from there does it. */
const previewRoute = (needs: HelpOrganisationNeeds) =>
  route({ ...move, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
    const form = readPosted(peopleForm(wordsOf(request)), request);
    if (!form.valid) return showChoice(needs, request, reply, form);
    const preview = await previewMove(needs, request.actor, idOf(request), form.values.people);
    if (preview.outcome !== 'preview') return showWhyNot(needs, request, reply, preview.outcome);
    const { services } = needs.settings.organisations;
    return show(reply, previewMovePage({ ...preview, services }, wordsOf(request)));
  });

const moveRoute = (needs: HelpOrganisationNeeds) =>
  route(
    {
      ...move,
      method: 'POST',
      address: deskOrganisationAddress(':id', 'moved'),
      formAt: move.address,
      staleForm: 'shown-again',
    },
    async (request, reply) => {
      const form = readPosted(peopleForm(wordsOf(request)), request);
      if (!form.valid) return showChoice(needs, request, reply, form);
      const moved = await movePeople(needs, request.actor, idOf(request), form.values.people);
      if (moved.outcome !== 'moved') return showWhyNot(needs, request, reply, moved.outcome);
      return backToPage(request, reply, moved.count > 0 ? 'moved' : 'nothing-moved');
    },
  );

const wordsOf = (request: FastifyRequest) => wordsIn(helpOrganisationWords, request.language);
const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

const backToPage = (request: FastifyRequest, reply: FastifyReply, done: string) =>
  reply.redirect(`${deskOrganisationAddress(idOf(request))}?done=${done}`, 303);

async function showOrganisation(
  needs: HelpOrganisationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const facts = await readOrganisation(needs, request.actor, idOf(request));
  const props = {
    ...facts,
    form,
    notice: noticeOf(request),
    services: needs.settings.organisations.services,
    timeZone: needs.settings.service.timeZone,
    memberWords: wordsIn(memberWords, request.language),
  };
  return show(reply, organisationPage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

function noticeOf(request: FastifyRequest): string | undefined {
  const { done } = request.query as { done?: unknown };
  const words = wordsOf(request).done;
  return typeof done === 'string' && Object.hasOwn(words, done) ? words[done] : undefined;
}

async function showChoice(
  needs: HelpOrganisationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  const choice = await previewMove(needs, request.actor, idOf(request), []);
  if (choice.outcome !== 'preview') return showWhyNot(needs, request, reply, choice.outcome);
  const { services } = needs.settings.organisations;
  const page = movePeoplePage({ ...choice, form, services }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const showWhyNot = (
  needs: HelpOrganisationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: 'no-successor' | 'successor-closed',
) => {
  const { errors } = wordsOf(request);
  const problem = outcome === 'no-successor' ? errors['not-closing'] : errors.successorClosed;
  return showOrganisation(needs, request, reply, withError(emptyForm, '', problem));
};
