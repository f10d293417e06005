import type { FastifyReply, FastifyRequest } from 'fastify';
import { ask } from '../../../kernel/policy.ts';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { type FormState, filledForm, keptForm, readPosted, show, withError } from '../../../ui/index.ts';
import { deskRepliesAddress } from '../../addresses.ts';
import { answerTickets, overseeTickets } from '../../policy.ts';
import { readNotice } from '../outcome-notice.tsx';
import { listTeams } from '../tickets/people-of-desk.store.ts';
import { replyForm } from './replies.form.ts';
import { repliesPage, replyPage } from './replies.page.tsx';
import { type RepliesNeeds, readReplies, readReply, removeReply, writeReply } from './replies.ts';
import { repliesWords } from './replies.words.ts';

export interface RepliesRouteNeeds extends RepliesNeeds {
  settings: Pick<Settings, 'service'>;
}

const desk = { supportAccess: 'never', realm: 'support' } as const;
const overseen = { ...desk, policy: overseeTickets } as const;
const posted = { ...overseen, method: 'POST', staleForm: 'shown-again' } as const;

const oneAddress = `${deskRepliesAddress}/:id`;
const newAddress = `${deskRepliesAddress}/new`;

export const repliesRoutes = (needs: RepliesRouteNeeds): Route[] => [
  route(
    { ...desk, policy: answerTickets, method: 'GET', address: deskRepliesAddress },
    async (request, reply) => {
      const replies = await readReplies(needs, request.actor);
      const words = wordsIn(repliesWords, request.language);
      const { timeZone } = needs.settings.service;
      const mayWrite = overseeTickets.admits(request.actor);
      const notice = readNotice(request.query, words);
      return show(reply, repliesPage({ replies, mayWrite, timeZone, notice }, words));
    },
  ),
  route({ ...overseen, method: 'GET', address: newAddress }, (request, reply) =>
    showReply(needs, request, reply, undefined, keptForm(request)),
  ),
  route({ ...posted, address: newAddress }, (request, reply) => write(needs, request, reply, undefined)),
  route({ ...overseen, method: 'GET', address: oneAddress }, async (request, reply) => {
    const { id, title, body, teamId } = await readReply(needs, request.actor, idOf(request));
    const form = filledForm({ title, body, team: teamId ?? '', ...request.keptValues });
    return showReply(needs, request, reply, id, form);
  }),
  route({ ...posted, address: oneAddress }, (request, reply) => write(needs, request, reply, idOf(request))),
  route(
    { ...overseen, method: 'POST', address: `${oneAddress}/remove`, formAt: oneAddress },
    async (request, reply) => {
      const { outcome } = await removeReply(needs, request.actor, idOf(request));
      return reply.redirect(`${deskRepliesAddress}?done=${outcome}`, 303);
    },
  ),
];

async function write(
  needs: RepliesRouteNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string | undefined,
) {
  const words = wordsIn(repliesWords, request.language);
  const form = readPosted(replyForm(words), request);
  if (!form.valid) return showReply(needs, request, reply, id, form);
  const { outcome } = await writeReply(needs, request.actor, { id, ...form.values });
  if (outcome !== 'no-such-team') return reply.redirect(`${deskRepliesAddress}?done=${outcome}`, 303);
  const typed = withError(filledForm(form.values), 'team', words.problems.team);
  return showReply(needs, request, reply, id, typed);
}

async function showReply(
  needs: RepliesRouteNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string | undefined,
  form: FormState,
) {
  ask(overseeTickets, request.actor, undefined);
  const teams = await listTeams(needs.database);
  const page = replyPage({ id, form, teams }, wordsIn(repliesWords, request.language));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
