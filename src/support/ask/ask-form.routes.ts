import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Nudge } from '../../platform/jobs/index.ts';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import { type FieldError, type FormState, keptForm, show, typedValues } from '../../ui/index.ts';
import { askAddress } from '../addresses.ts';
import { listBySlugs } from '../articles/published.store.ts';
import { claimAttachments } from '../attachments/claim-attachments.ts';
import { type FormFiles, noFiles, readFormFiles } from '../attachments/form-files.ts';
import { ticketUploads, type UploadsNeeds } from '../attachments/uploads.ts';
import { countHelp } from '../count-help.ts';
import { readNotices } from '../notices/read-notices.ts';
import type { NoticeId } from '../tickets/ticket.ts';
import { sentAddress } from './ask.addresses.ts';
import { readAsked } from './ask.form.ts';
import { askPage } from './ask.page.tsx';
import { type AskNeeds, type AskOutcome, ask } from './ask.ts';
import { askWords } from './ask.words.ts';
import { type KnownAsker, knownAsker } from './asker.ts';
import { followsIn, searchedIn, searchedValues } from './brought-along.ts';
import { openToAnyone, sentByAnyone } from './open-to-anyone.ts';

import { sealSentAsk } from './sent-ask.ts';

export type AskFormNeeds = AskNeeds & UploadsNeeds & { nudge: Nudge };

/** The form of one subject: asked, mended, and answered with what happens next. */
export const askFormRoutes = (needs: AskFormNeeds): Route[] => [
  route({ ...openToAnyone, method: 'GET', address: askAddress(':subject') }, async (request, reply) => {
    const subject = subjectIn(needs, request);
    const known = await knownAsker(needs, request.actor);
    const form = keptForm(request);
    const searched = searchedIn(request);
    const values = { ...searchedValues(subject, searched), ...followsIn(request), ...form.values };
    const shown = { subject, known, form: { ...form, values }, files: noFiles };
    return showForm(needs, request, reply, { ...shown, searched });
  }),
  route(
    { ...sentByAnyone, address: askAddress(':subject'), uploads: ticketUploads(needs) },
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
    noticesFor(needs, subject),
  ]);
  const props = { subject, form, known, articles, notices, files, settings, searched };
  return show(reply, askPage(props, wordsIn(askWords, request.language)), status);
}

function subjectIn({ settings }: AskNeeds, { params }: FastifyRequest): TicketSubject {
  const { subject: key } = params as { subject: string };
  const subject = settings.tickets.subjects.find((each) => each.key === key);
  if (!subject) throw new NotFound('subject');
  return subject;
}

/** Whoever tells us of a death is not asked whether it is about known trouble. */
const noticesFor = async (needs: AskNeeds, { kind }: TicketSubject) =>
  kind === 'someone-died' ? [] : await readNotices(needs)('contact');

/** Only a notice that is shown can be chosen. */
async function chosenNotice(needs: AskNeeds, chosen: string): Promise<NoticeId | undefined> {
  const notices = await readNotices(needs)('contact');
  return notices.find(({ id }) => id === chosen)?.id;
}
