import { wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import { filledForm, show, withError } from '../../../../ui/index.ts';
import { deskTicketsAddress } from '../../../addresses.ts';
import { deskStaff } from '../../../policy.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { readViews } from '../read-views.ts';
import { readTicketChoices } from '../ticket-choices.ts';
import { queryOf, readQuestion } from '../ticket-question.ts';
import { answering } from '../ticket-route.ts';
import { listTicketsPage } from './list-tickets.page.tsx';
import { type ListTicketsNeeds, readTicketList } from './list-tickets.ts';
import { listTicketsWords } from './list-tickets.words.ts';

export const listTicketsRoutes = (needs: ListTicketsNeeds): Route[] => [
  route({ ...answering, method: 'GET', address: deskTicketsAddress }, async (request, reply) => {
    const given = request.query as Record<string, unknown>;
    const question = readQuestion(given);
    const after = typeof given.after === 'string' ? given.after : '';
    const list = await readTicketList(needs, request.actor, question, after);
    const [views, choices] = await Promise.all([readViews(needs, request.actor), readTicketChoices(needs)]);
    const words = {
      list: wordsIn(listTicketsWords, request.language),
      tickets: wordsIn(deskTicketsWords, request.language),
    };
    const form = list.problems.reduce(
      (state, field) => withError(state, field, words.list.problems[field]),
      filledForm({ ...question }),
    );
    const shown = { question, query: queryOf(question), isLater: after !== '', form, list, views };
    const { settings, clock } = needs;
    const helps = deskStaff.admits(request.actor);
    const page = listTicketsPage({ ...shown, ...choices, settings, now: clock.now(), helps }, words);
    return show(reply, page, list.problems.length > 0 ? 422 : 200);
  }),
];
