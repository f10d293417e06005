import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Nudge } from '../../platform/jobs/index.ts';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import {
  emptyForm,
  type FieldError,
  type FormState,
  filledForm,
  keptForm,
  show,
  typedValues,
} from '../../ui/index.ts';
import { askAboutAddress, askAddress, contactAddress, newTicketAddress } from '../addresses.ts';
import { listBySlugs } from '../articles/published.store.ts';
import { claimAttachments } from '../attachments/claim-attachments.ts';
import { type FormFiles, noFiles, readFormFiles } from '../attachments/form-files.ts';
import { ticketUploads, type UploadsNeeds } from '../attachments/uploads.ts';
import { countHelp } from '../count-help.ts';
import { readNotices } from '../notices/show-notices.ts';
import type { NoticeId } from '../tickets/ticket.ts';
import { agreeRoutes } from './agree.routes.ts';
import { answerTimes } from './answer-times.ts';
import { sentAddress, sentAgainAddress } from './ask.addresses.ts';
import { readAsked } from './ask.form.ts';
import { askPage } from './ask.page.tsx';
import { type AskNeeds, type AskOutcome, ask } from './ask.ts';
import { askWords } from './ask.words.ts';
import { sendAgain } from './ask-again.ts';
import { type KnownAsker, knownAsker } from './asker.ts';
import { confirmRoutes } from './confirm.routes.ts';
import { contactPage } from './contact.page.tsx';
import { contactWords } from './contact.words.ts';
import { type OfferNeeds, offerRoutes } from './offer.routes.ts';
import { longestLine, oneLine, questionField, titleQuestion } from './questions.ts';
import { sentPage } from './sent.page.tsx';
import { openSentAsk, sealSentAsk } from './sent-ask.ts';
import { subjectsPage } from './subjects.page.tsx';

export type AskRouteNeeds = OfferNeeds & UploadsNeeds & { nudge: Nudge };

const open = { policy: anyone, supportAccess: 'never', sessions: 'tickets' } as const;
const shownAgain = { ...open, method: 'POST', staleForm: 'shown-again' } as const;

/** Asking support: reading how, choosing a subject, sending it, and proving whose it is. Nobody needs an account. */
export const askRoutes = (needs: AskRouteNeeds): Route[] => [
  route(
    { ...open, supportAccess: 'read', method: 'GET', address: contactAddress },
    async (request, reply) => {
      const { settings, clock } = needs;
      const notices = await readNotices(needs)('contact');
      const props = { settings, times: answerTimes(settings, clock.now()), notices };
      return show(reply, contactPage(props, wordsIn(contactWords, request.language)));
    },
  ),
  route({ ...open, method: 'GET', address: newTicketAddress }, (request, reply) =>
    chooseSubject(needs, request, reply),
  ),
  ...formRoutes(needs),
  ...sentRoutes(needs),
  ...confirmRoutes(needs),
  ...agreeRoutes(needs),
  ...offerRoutes(needs),
];

/** The choice is in the address: choosing changes nothing. */
async function chooseSubject(needs: AskNeeds, request: FastifyRequest, reply: FastifyReply) {
  const words = wordsIn(askWords, request.language);
  const { subject, chosen } = request.query as { subject?: unknown; chosen?: unknown };
  const searched = searchedIn(request);
  const { subjects } = needs.settings.tickets;
  const found = subjects.find(({ key }) => key === subject);
  if (found)
    return reply.redirect(searched ? askAboutAddress(searched, found.key) : askAddress(found.key), 303);
  const form: FormState = chosen
    ? { values: {}, errors: [{ field: 'subject', message: words.subjects.empty }] }
    : emptyForm;
  const notices = await readNotices(needs)('contact');
  return show(reply, subjectsPage({ subjects, notices, form, searched }, words), chosen ? 422 : 200);
}

const formRoutes = (needs: AskRouteNeeds): Route[] => [
  route({ ...open, method: 'GET', address: askAddress(':subject') }, async (request, reply) => {
    const subject = subjectIn(needs, request);
    const known = await knownAsker(needs, request.actor);
    const form = keptForm(request);
    const searched = searchedIn(request);
    const values = { ...searchedValues(subject, searched), ...followsIn(request), ...form.values };
    const shown = { subject, known, form: { ...form, values }, files: noFiles };
    return showForm(needs, request, reply, { ...shown, searched });
  }),
  route(
    { ...shownAgain, address: askAddress(':subject'), uploads: ticketUploads(needs) },
    async (request, reply) => {
      const words = wordsIn(askWords, request.language);
      const subject = subjectIn(needs, request);
      const known = await knownAsker(needs, request.actor);
      const files = await readFormFiles(needs, request);
      const asking = { subject, known, files };
      if (files.isRemoval)
        return showForm(needs, request, reply, { ...asking, form: typedForm(request, []) });
      const form = readAsked(request, subject, known, words);
      const errors = [...(form.valid ? [] : form.errors), ...files.errors];
      if (!form.valid || errors.length > 0)
        return showForm(needs, request, reply, { ...asking, form: typedForm(request, errors) });
      const { notice, ...asked } = form.values;
      const noticeId = await chosenNotice(needs, notice);
      const { language, clientNetwork } = request;
      const result = await ask(needs, {
        ...{ ...asked, subject, known, noticeId, language, clientNetwork },
        fileNames: files.files.map(({ name }) => name),
        keepFiles: async (tx, { id: ticketId }, messageId) =>
          void (await claimAttachments(needs, tx, files.files, { ticketId, messageId })),
      });
      if (result.outcome !== 'too-many' && (subject.articles ?? []).length > 0)
        await countHelp(needs, 'offered-while-asking');
      return answer(needs, request, reply, result, { ...asking, email: asked.address.typed });
    },
  ),
];

/** What was searched for before, as one line. */
function searchedIn({ query }: FastifyRequest): string {
  const { searched } = query as { searched?: unknown };
  return typeof searched === 'string' ? oneLine(searched).slice(0, longestLine).trim() : '';
}

/** Which ticket they ask again about, as the address or the form names it. */
function followsIn({ query }: FastifyRequest): Record<string, string> {
  const { follows } = query as { follows?: unknown };
  return typeof follows === 'string' && /^GH-[2-9A-Z]{4}-[2-9A-Z]{4}$/.test(follows) ? { follows } : {};
}

/** Where what was searched for goes: into what the ticket is called by. */
function searchedValues(subject: TicketSubject, searched: string): Record<string, string> {
  const question = titleQuestion(subject);
  return question && searched ? { [questionField(question.key)]: searched } : {};
}

interface Asking {
  subject: TicketSubject;
  known: KnownAsker | undefined;
  files: FormFiles;
}

const typedForm = (request: FastifyRequest, errors: FieldError[]): FormState => ({
  values: typedValues(request.body),
  errors,
});

function answer(
  needs: AskNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  result: AskOutcome,
  { email, ...asking }: Asking & { email: string },
) {
  switch (result.outcome) {
    case 'held':
    case 'received': {
      const sealed = sealSentAsk(needs, result.ticket, { email, isHeld: result.outcome === 'held' });
      return reply.redirect(`${sentAddress}?asked=${sealed}`, 303);
    }
    case 'too-many': {
      const { errors } = wordsIn(askWords, request.language);
      const { phone } = needs.settings.support;
      const message = errors.tooMany(needs.clock.now(), result.until, phone);
      const form = typedForm(request, [{ field: '', message }]);
      return showForm(needs, request, reply, { ...asking, form }, 429);
    }
  }
}

async function showForm(
  needs: AskNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { subject, known, form, files, searched }: Asking & { form: FormState; searched?: string },
  status = form.errors.length > 0 ? 422 : 200,
) {
  const { settings, database } = needs;
  const [articles, notices] = await Promise.all([
    listBySlugs(database, subject.articles ?? []),
    readNotices(needs)('contact'),
  ]);
  const props = { subject, form, known, articles, notices, files, settings, searched };
  return show(reply, askPage(props, wordsIn(askWords, request.language)), status);
}

const sentRoutes = (needs: AskNeeds): Route[] => [
  route({ ...open, method: 'GET', address: sentAddress }, async (request, reply) => {
    const { asked } = request.query as { asked?: unknown };
    return showSent(needs, request, reply, asked, []);
  }),
  route({ ...shownAgain, address: sentAgainAddress }, async (request, reply) => {
    const words = wordsIn(askWords, request.language);
    const { asked } = (request.body ?? {}) as { asked?: unknown };
    const sent = openSentAsk(needs, asked);
    if (!sent?.isHeld) return reply.redirect(newTicketAddress, 303);
    if (!request.formIsFresh) return reply.redirect(`${sentAddress}?asked=${asked}`, 303);
    const now = needs.clock.now();
    const refuse = (message: string) => showSent(needs, request, reply, asked, [message]);
    if (now < sent.againAt) return refuse(words.sent.tooEarly(sent.againAt.getTime() - now.getTime()));
    const result = await sendAgain(needs, sent, request.clientNetwork);
    if (result.outcome === 'too-many')
      return refuse(words.sent.tooMany(now, result.until, needs.settings.support.phone));
    const facts = { id: sent.ticketId, firstAnswerDueAt: null, ...sent };
    const sealed = sealSentAsk(needs, facts, { email: sent.email, isHeld: true, again: true });
    return reply.redirect(`${sentAddress}?asked=${sealed}`, 303);
  }),
];

function showSent(
  needs: AskNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: unknown,
  problems: readonly string[],
) {
  const sent = openSentAsk(needs, asked);
  if (!sent) return reply.redirect(newTicketAddress, 303);
  const form = { ...filledForm({}), errors: problems.map((message) => ({ field: '', message })) };
  const props = { sent, sealed: String(asked), form, now: needs.clock.now(), settings: needs.settings };
  return show(reply, sentPage(props, wordsIn(askWords, request.language)), problems.length > 0 ? 429 : 200);
}

function subjectIn({ settings }: AskNeeds, { params }: FastifyRequest): TicketSubject {
  const { subject: key } = params as { subject: string };
  const subject = settings.tickets.subjects.find((each) => each.key === key);
  if (!subject) throw new NotFound('subject');
  return subject;
}

/** Only a notice that is shown can be chosen. */
async function chosenNotice(needs: AskNeeds, chosen: string): Promise<NoticeId | undefined> {
  const notices = await readNotices(needs)('contact');
  return notices.find(({ id }) => id === chosen)?.id;
}
