import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../../kernel/endings.ts';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import {
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../../ui/index.ts';
import { deskTeamsAddress } from '../../addresses.ts';
import { manageTeams } from '../../policy.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { teamForm } from './teams.form.ts';
import { endTeamPage, teamPage, teamsPage } from './teams.page.tsx';
import { addNewTeam, changeTeam, endOneTeam, readTeam, readTeams, type TeamsNeeds } from './teams.ts';
import { teamsWords } from './teams.words.ts';

const desk = { policy: manageTeams, supportAccess: 'never', realm: 'support' } as const;
const posted = { ...desk, method: 'POST', staleForm: 'shown-again' } as const;

export const teamsRoutes = (needs: TeamsNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskTeamsAddress }, async (request, reply) => {
    const teams = await readTeams(needs, request.actor);
    const notice = readNotice(request.query, wordsIn(teamsWords, request.language));
    return show(reply, teamsPage({ teams, notice }, wordsOf(request.language)));
  }),
  ...formRoutes(needs, `${deskTeamsAddress}/add`),
  ...formRoutes(needs, `${deskTeamsAddress}/:id/change`),
  ...endRoutes(needs),
];

/** One form for a new team and for one that is changed. */
function formRoutes(needs: TeamsNeeds, address: string): Route[] {
  const showForm = async (request: FastifyRequest, reply: FastifyReply, posted?: FormState) => {
    const { team, people } = await readTeam(needs, request.actor, idOf(request));
    const members = team?.members.map(({ id }) => id).join('\n') ?? '';
    const kept = keptForm(request);
    const first =
      Object.keys(kept.values).length > 0 ? kept : filledForm({ name: team?.name ?? '', members });
    const page = teamPage({ team, people, form: posted ?? first }, wordsOf(request.language));
    return show(reply, page, posted ? 422 : 200);
  };
  return [
    route({ ...desk, method: 'GET', address }, (request, reply) => showForm(request, reply)),
    route({ ...posted, address }, async (request, reply) => {
      const words = wordsIn(teamsWords, request.language);
      const form = readPosted(teamForm(words), request);
      if (!form.valid) return showForm(request, reply, form);
      const id = idOf(request);
      const { outcome } =
        id !== undefined
          ? await changeTeam(needs, request.actor, { id, ...form.values })
          : await addNewTeam(needs, request.actor, form.values);
      if (outcome !== 'name-taken') return reply.redirect(`${deskTeamsAddress}?done=${outcome}`, 303);
      const typed = filledForm(typedValues(request.body));
      return showForm(request, reply, withError(typed, 'name', words.form.nameTaken));
    }),
  ];
}

function endRoutes(needs: TeamsNeeds): Route[] {
  const address = `${deskTeamsAddress}/:id/end`;
  return [
    route({ ...desk, method: 'GET', address }, async (request, reply) => {
      const { team } = await readTeam(needs, request.actor, idOf(request));
      if (!team) throw new NotFound('team');
      return show(reply, endTeamPage(team, wordsOf(request.language)));
    }),
    route({ ...desk, method: 'POST', address }, async (request, reply) => {
      await endOneTeam(needs, request.actor, idOf(request) ?? '');
      return reply.redirect(`${deskTeamsAddress}?done=team-ended`, 303);
    }),
  ];
}

const idOf = (request: FastifyRequest): string | undefined => (request.params as { id?: string }).id;

const wordsOf = (language: Language) => ({
  desk: wordsIn(deskWords, language),
  teams: wordsIn(teamsWords, language),
});
