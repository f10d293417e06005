import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import { type FormState, filledForm, readPosted, show } from '../../../../ui/index.ts';
import { overseeTickets } from '../../../policy.ts';
import { readNotice } from '../../outcome-notice.tsx';
import { deskViewsAddress } from '../addresses.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { readViews } from '../read-views.ts';
import { answering } from '../ticket-route.ts';
import { saveViewForm } from './views.form.ts';
import { viewsPage } from './views.page.tsx';
import { forgetView, mayRemove, saveView, type ViewsNeeds } from './views.ts';
import { viewsWords } from './views.words.ts';

export const viewsRoutes = (needs: ViewsNeeds): Route[] => [
  route({ ...answering, method: 'GET', address: deskViewsAddress }, (request, reply) => {
    const { save } = request.query as { save?: unknown };
    const saves = typeof save === 'string';
    const form = filledForm({ ...(saves && { query: save.slice(0, 3000) }), ...request.keptValues });
    return showViews(needs, request, reply, { form, saves: saves || request.keptValues !== undefined });
  }),
  route(
    { ...answering, method: 'POST', address: deskViewsAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(saveViewForm(wordsIn(viewsWords, request.language)), request);
      if (!form.valid) return showViews(needs, request, reply, { form, saves: true });
      const { name, query, shared } = form.values;
      const { outcome } = await saveView(needs, request.actor, {
        name,
        query,
        isShared: shared === 'everybody',
      });
      return reply.redirect(`${deskViewsAddress}?done=${outcome}`, 303);
    },
  ),
  route(
    { ...answering, method: 'POST', address: `${deskViewsAddress}/:id/remove`, formAt: deskViewsAddress },
    async (request, reply) => {
      const { outcome } = await forgetView(needs, request.actor, (request.params as { id: string }).id);
      return reply.redirect(`${deskViewsAddress}?done=${outcome}`, 303);
    },
  ),
];

async function showViews(
  needs: ViewsNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, saves }: { form: FormState; saves: boolean },
) {
  const views = await readViews(needs, request.actor);
  const words = wordsIn(viewsWords, request.language);
  const page = viewsPage(
    {
      views: views.map((view) => ({ ...view, mayRemove: mayRemove(request.actor, view) })),
      form,
      saves,
      mayShare: overseeTickets.admits(request.actor),
      notice: readNotice(request.query, words),
    },
    { views: words, tickets: wordsIn(deskTicketsWords, request.language) },
  );
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}
