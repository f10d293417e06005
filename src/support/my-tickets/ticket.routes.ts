import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  emptyForm,
  type FormState,
  keptForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { ticketAddress } from '../addresses.ts';
import { type FormFiles, noFiles, readFormFiles } from '../attachments/form-files.ts';
import { ticketUploads, type UploadsNeeds } from '../attachments/uploads.ts';
import { saidAnswersWords } from '../tickets/said-answers.words.ts';
import {
  findPastVisit,
  findReadableTicket,
  isVisitor,
  lookForTicket,
  type ReadableTicket,
} from '../tickets/ticket-reader.ts';
import { takesReplies } from '../tickets/write-message.ts';
import { type AnswerTicketNeeds, rateTicket, replyToTicket, solveTicket } from './answer-ticket.ts';
import { myTicketsWords } from './my-tickets.words.ts';
import { readTicket } from './read-ticket.ts';
import { ratingForm, replyForm } from './ticket.form.ts';
import { ticketPage } from './ticket.page.tsx';
import { type TicketWords, ticketWords } from './ticket.words.ts';
import { unsentPage } from './unsent.page.tsx';

export type TicketNeeds = AnswerTicketNeeds & UploadsNeeds & { settings: Settings };

/** Whoever is logged in, or came by the link of an email. */
const theirs = (needs: TicketNeeds) =>
  ({
    policy: loggedIn,
    admitsToo: (request: FastifyRequest) => isVisitor(needs, request),
    supportAccess: 'never',
    sessions: 'tickets',
  }) as const;

const address = ticketAddress(':reference');

export const ticketRoutes = (needs: TicketNeeds): Route[] => [
  route({ ...theirs(needs), method: 'GET', address }, async (request, reply) => {
    const readable = await readableIn(needs, request);
    return showTicket(needs, request, reply, readable, { form: keptForm(request) });
  }),
  postReply(needs),
  route(
    { ...theirs(needs), method: 'POST', address: ticketAddress(':reference', 'solved'), formAt: address },
    async (request, reply) => {
      const readable = await readableIn(needs, request);
      const isDone = await solveTicket(needs, readable);
      return reply.redirect(doneAt(readable, isDone ? 'solved' : 'nothing'), 303);
    },
  ),
  postRating(needs),
];

const postReply = (needs: TicketNeeds): Route =>
  route(
    {
      ...theirs(needs),
      // Whose visit ended while they wrote gets back what they wrote.
      admitsToo: async (request) =>
        (await isVisitor(needs, request)) || (await pastVisitIn(needs, request)) !== undefined,
      method: 'POST',
      address,
      staleForm: 'shown-again',
      uploads: ticketUploads(needs) ?? false,
    },
    async (request, reply) => {
      const words = wordsIn(ticketWords, request.language);
      const readable = await lookForTicket(needs, request, referenceOf(request));
      const files = await readFormFiles(needs, request);
      if (!readable) return showUnsent(needs, request, reply, files);
      const form = readPosted(replyForm(words), request);
      const errors = [...(form.valid ? [] : form.errors), ...files.errors];
      const values = typedValues(request.body);
      const again = (state: FormState, status = 422) =>
        showTicket(needs, request, reply, readable, { form: state, files }, status);
      if (files.isRemoval) return again({ values, errors: [] }, 200);
      if (!form.valid || errors.length > 0) return again({ values, errors });
      const said = { body: form.values.message, files: files.files };
      const { outcome } = await replyToTicket(needs, readable, said);
      switch (outcome) {
        case 'sent':
          return reply.redirect(doneAt(readable, 'reply'), 303);
        case 'is-closed':
          return again(withError({ values, errors: [] }, 'message', words.errors.isClosed));
        case 'too-many':
          return again(withError({ values, errors: [] }, 'message', words.errors.tooMany), 429);
      }
    },
  );

const postRating = (needs: TicketNeeds): Route =>
  route(
    {
      ...theirs(needs),
      method: 'POST',
      address: ticketAddress(':reference', 'rating'),
      formAt: address,
      staleForm: 'shown-again',
    },
    async (request, reply) => {
      const readable = await readableIn(needs, request);
      const form = readPosted(ratingForm(wordsIn(ticketWords, request.language)), request);
      if (!form.valid)
        return showTicket(needs, request, reply, readable, { form: emptyForm, rating: form }, 422);
      const isDone = await rateTicket(needs, readable, form.values);
      return reply.redirect(doneAt(readable, isDone ? 'rated' : 'nothing'), 303);
    },
  );

const referenceOf = ({ params }: FastifyRequest): string => (params as { reference: string }).reference;

const readableIn = (needs: TicketNeeds, request: FastifyRequest) =>
  findReadableTicket(needs, request, referenceOf(request));

const pastVisitIn = (needs: TicketNeeds, request: FastifyRequest) =>
  findPastVisit(needs, request, referenceOf(request));

async function showUnsent(
  needs: TicketNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  files: FormFiles,
) {
  const visit = await pastVisitIn(needs, request);
  if (!visit) throw new NotFound();
  const words = wordsIn(ticketWords, request.language);
  const isClosed = visit.state === 'closed';
  const why = isClosed ? words.unsent.closed : words.unsent.past(needs.settings.tickets.visitLasts);
  const form = { values: typedValues(request.body), errors: [{ field: 'message', message: why }] };
  const { reference, subjectKey } = visit;
  const props = { reference, subjectKey, isClosed, form, files, settings: needs.settings };
  return show(reply, unsentPage(props, words), 422);
}

const doneAt = ({ ticket }: ReadableTicket, done: keyof TicketWords['done']): string =>
  `${ticketAddress(ticket.reference)}?done=${done}`;

async function showTicket(
  needs: TicketNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  readable: ReadableTicket,
  forms: { form: FormState; files?: FormFiles; rating?: FormState },
  status = 200,
) {
  const words = wordsIn(ticketWords, request.language);
  const { done } = request.query as { done?: unknown };
  const props = {
    shown: await readTicket(needs, readable),
    form: forms.form,
    files: forms.files ?? noFiles,
    ratingForm: forms.rating ?? emptyForm,
    takesReplies: takesReplies(needs, readable.ticket),
    done:
      typeof done === 'string' && Object.hasOwn(words.done, done)
        ? (done as keyof TicketWords['done'])
        : undefined,
    now: needs.clock.now(),
    settings: needs.settings,
  };
  const { states } = wordsIn(myTicketsWords, request.language);
  const answers = wordsIn(saidAnswersWords, request.language);
  return show(reply, ticketPage(props, words, states, answers), status);
}
