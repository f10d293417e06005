import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../../kernel/actor.ts';
import { type Language, wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show, typedValues } from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { type FormFiles, noFiles, readFormFiles } from '../../../attachments/form-files.ts';
import { ticketUploads, type UploadsNeeds } from '../../../attachments/uploads.ts';
import { overseeTickets, seePersonBesideTicket } from '../../../policy.ts';
import { saidAnswersWords } from '../../../tickets/said-answers.words.ts';
import { senderCheckWords } from '../../../tickets/sender-check.words.ts';
import { BesideTicket } from '../../beside-ticket/beside-ticket.tsx';
import { type BesideTicketNeeds, readBesideTicket } from '../../beside-ticket/read-beside-ticket.ts';
import { fillPlaceholders } from '../../canned-replies/placeholders.ts';
import { eventsWords } from '../../events.words.ts';
import { readNotice } from '../../outcome-notice.tsx';
import { TicketStepLinks } from '../../ticket-step-links.tsx';
import { ticketSteps } from '../../ticket-steps.ts';
import { stepAddress } from '../addresses.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { presenceWords } from '../presence/presence.words.ts';
import { sayNewest } from '../presence/say-newest.ts';
import { answering, backToTicket, referenceOf } from '../ticket-route.ts';
import { type AnswerTicketNeeds, answerTicket, noteOnTicket } from './answer-ticket.ts';
import { answerForm, noteForm } from './desk-ticket.form.ts';
import { deskTicketPage } from './desk-ticket.page.tsx';
import { deskTicketWords } from './desk-ticket.words.ts';
import { type DeskTicket, type ReadDeskTicketNeeds, readDeskTicket } from './read-desk-ticket.ts';

export type DeskTicketNeeds = ReadDeskTicketNeeds & AnswerTicketNeeds & BesideTicketNeeds & UploadsNeeds;

const shownAgain = { ...answering, method: 'POST', staleForm: 'shown-again', formAt: stepAddress() } as const;

export const deskTicketRoutes = (needs: DeskTicketNeeds): Route[] => [
  route({ ...answering, method: 'GET', address: stepAddress() }, (request, reply) =>
    showTicket(needs, request, reply, { form: keptForm(request) }),
  ),
  route({ ...shownAgain, address: stepAddress('reply'), uploads: ticketUploads(needs) }, (request, reply) =>
    answer(needs, request, reply),
  ),
  route({ ...shownAgain, address: stepAddress('note') }, async (request, reply) => {
    const form = readPosted(noteForm(wordsIn(deskTicketWords, request.language)), request);
    if (!form.valid) return showTicket(needs, request, reply, { form });
    const reference = referenceOf(request);
    const { outcome } = await noteOnTicket(needs, request.actor, { reference, body: form.values.note });
    return backToTicket(reply, reference, outcome);
  }),
];

async function answer(needs: DeskTicketNeeds, request: FastifyRequest, reply: FastifyReply) {
  const words = wordsIn(deskTicketWords, request.language);
  const files = await readFormFiles(needs, request);
  const typed = typedValues(request.body);
  const { step } = typed;
  if (request.formIsFresh && files.isRemoval)
    return showTicket(needs, request, reply, { form: filledForm(typed), files, status: 200 });
  if (request.formIsFresh && step === 'insert') return insertCanned(needs, request, reply, typed, files);
  const form = readPosted(answerForm(words), request);
  if (!form.valid || files.errors.length > 0) {
    const errors = [...(form.valid ? [] : form.errors), ...files.errors];
    return showTicket(needs, request, reply, { form: { values: typed, errors }, files });
  }
  const { body, leaves, seen } = form.values;
  const reference = referenceOf(request);
  const written = { reference, body, leaves, seen, files: files.files };
  const result = await answerTicket(needs, request.actor, written);
  switch (result.outcome) {
    case 'answered':
      return backToTicket(reply, reference, 'answered');
    case 'takes-no-answer': {
      const errors = [{ field: 'body', message: words.reply.cannot }];
      return showTicket(needs, request, reply, { form: { values: typed, errors }, files });
    }
    case 'newer': {
      const { gone } = wordsIn(deskTicketsWords, request.language);
      const newer = sayNewest(result.newest, result.now, wordsIn(presenceWords, request.language), gone);
      const values = { ...typed, seen: String(result.newest.count) };
      return showTicket(needs, request, reply, { form: filledForm(values), files, newer, status: 409 });
    }
  }
}

/** Adds a ready-made reply below what is typed already, and sends nothing. */
async function insertCanned(
  needs: DeskTicketNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Record<string, string>,
  files: FormFiles,
) {
  const read = await readDeskTicket(needs, request.actor, referenceOf(request));
  const canned = read.canned.find(({ id }) => id === typed.canned);
  const { problems } = wordsIn(deskTicketWords, request.language);
  const body =
    canned && fillPlaceholders(canned.body, placeholderValues(needs, read, request.actor as Actor));
  const values = { ...typed, body: [typed.body?.trim(), body].filter(Boolean).join('\n\n'), canned: '' };
  const form = canned
    ? filledForm(values)
    : { values: typed, errors: [{ field: 'canned', message: problems.canned }] };
  return showTicket(needs, request, reply, { form, files, status: canned ? 200 : 422, read });
}

const placeholderValues = (
  { settings }: DeskTicketNeeds,
  { ticket, requester }: DeskTicket,
  { person }: Actor,
) => ({
  name: requester.fullName,
  reference: ticket.reference,
  title: ticket.title,
  agent: person.name,
  service: settings.service.name,
});

interface Shown {
  form: FormState;
  files?: FormFiles;
  newer?: string;
  status?: number;
  read?: DeskTicket;
}

async function showTicket(
  needs: DeskTicketNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, files = noFiles, newer, status, read }: Shown,
) {
  const { actor, language } = request;
  const { settings } = needs;
  const ticket = read ?? (await readDeskTicket(needs, actor, referenceOf(request)));
  const beside = await readBesideTicket(needs, actor, ticket.ticket);
  const { timeZone } = settings.service;
  const words = wordsOf(language);
  const maySeePerson = seePersonBesideTicket.admits(actor);
  const checkHref = maySeePerson ? deskTicketAddress(ticket.ticket.reference, 'check') : undefined;
  const page = deskTicketPage(
    {
      desk: ticket,
      form,
      notice: request.method === 'GET' ? readNotice(request.query, words.ticket) : undefined,
      newer,
      reader: (actor as Actor).person.accountId,
      maySeePerson,
      mayRelease: overseeTickets.admits(actor),
      settings,
      formFiles: files,
      steps: <TicketStepLinks steps={await ticketSteps(needs, ticket.ticket, actor)} />,
      beside: (
        <BesideTicket
          reference={ticket.ticket.reference}
          beside={beside}
          timeZone={timeZone}
          language={language}
          checkHref={checkHref}
        />
      ),
    },
    words,
  );
  return show(reply, page, status ?? (form.errors.length > 0 ? 422 : 200));
}

const wordsOf = (language: Language) => ({
  ticket: wordsIn(deskTicketWords, language),
  tickets: wordsIn(deskTicketsWords, language),
  events: wordsIn(eventsWords, language),
  presence: wordsIn(presenceWords, language),
  senders: wordsIn(senderCheckWords, language),
  answers: wordsIn(saidAnswersWords, language),
});
