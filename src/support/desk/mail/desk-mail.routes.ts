import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show } from '../../../ui/index.ts';
import { deskMailAddress, deskTicketAddress, mailInAddress } from '../../addresses.ts';
import type { MailInState } from '../../mail-in/mail-in.store.ts';
import { overseeTickets } from '../../policy.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { makeTicketForm } from './desk-mail.form.ts';
import { deskMailWords } from './desk-mail.words.ts';
import { mailListPage } from './mail-list.page.tsx';
import { oneMailPage } from './one-mail.page.tsx';
import {
  downloadOriginal,
  mailLists,
  type ReadDeskMailNeeds,
  readMailList,
  type ViewedMail,
  viewMail,
} from './read-desk-mail.ts';
import { makeTicket, type SettleMailNeeds, setAside, tryAgain } from './settle-mail.ts';

export type DeskMailNeeds = ReadDeskMailNeeds & SettleMailNeeds;

const desk = { policy: overseeTickets, supportAccess: 'never', realm: 'support' } as const;

/** E-mail that came in, for staff: what waits for them, and what was ignored and why. */
export const deskMailRoutes = (needs: DeskMailNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: deskMailAddress }, async (request, reply) => {
    const { state, page } = request.query as { state?: unknown; page?: unknown };
    const list = await readMailList(needs, request.actor, {
      state: stateOf(state),
      page: Math.trunc(Number(page)) || 1,
    });
    const words = wordsOf(request);
    const notice = readNotice(request.query, words.mail);
    return show(reply, mailListPage({ ...list, notice, timeZone: timeZoneOf(needs) }, words));
  }),
  route({ ...desk, method: 'GET', address: mailInAddress(':id') }, (request, reply) =>
    showMail(needs, request, reply),
  ),
  route({ ...desk, method: 'GET', address: mailInAddress(':id', 'original') }, async (request, reply) => {
    const { size, content } = await downloadOriginal(needs, request.actor, idOf(request));
    return reply
      .type('application/octet-stream')
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="email-${idOf(request)}.eml"`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(Readable.from(content));
  }),
  route(
    { ...desk, method: 'POST', address: mailInAddress(':id', 'again'), formAt: mailInAddress(':id') },
    async (request, reply) => {
      const { outcome } = await tryAgain(needs, request.actor, idOf(request));
      return reply.redirect(`${deskMailAddress}?done=${outcome}`, 303);
    },
  ),
  route(
    { ...desk, method: 'POST', address: mailInAddress(':id', 'aside'), formAt: mailInAddress(':id') },
    async (request, reply) => {
      const { outcome } = await setAside(needs, request.actor, idOf(request));
      return reply.redirect(`${deskMailAddress}?done=${outcome}`, 303);
    },
  ),
  route(
    { ...desk, method: 'POST', address: mailInAddress(':id'), staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(makeTicketForm(wordsIn(deskMailWords, request.language)), request);
      if (!form.valid) return showMail(needs, request, reply, form);
      const made = await makeTicket(needs, request.actor, { id: idOf(request), ...form.values });
      switch (made.outcome) {
        case 'made-ticket':
          return reply.redirect(deskTicketAddress(made.reference), 303);
        case 'not-there':
          return reply.redirect(`${deskMailAddress}?done=not-there`, 303);
      }
    },
  ),
];

async function showMail(
  needs: DeskMailNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  posted?: FormState,
) {
  const viewed = await viewMail(needs, request.actor, idOf(request));
  const words = wordsOf(request);
  const form = posted ?? keptOr(request, viewed);
  const notice = readNotice(request.query, words.mail);
  const page = oneMailPage({ ...viewed, form, notice, timeZone: timeZoneOf(needs) }, words);
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

/** What can be read of the mail is filled in. */
function keptOr(request: FastifyRequest, { mail }: ViewedMail): FormState {
  const kept = keptForm(request);
  if (Object.keys(kept.values).length > 0) return kept;
  return filledForm({
    email: mail?.from?.typed ?? '',
    fullName: mail?.fromName ?? '',
    title: mail?.subject.slice(0, 200) ?? '',
    body: mail?.text.slice(0, 20_000) ?? '',
  });
}

const stateOf = (asked: unknown): MailInState => mailLists.find((state) => state === asked) ?? 'unreadable';

const wordsOf = ({ language }: FastifyRequest) => ({
  desk: wordsIn(deskWords, language),
  mail: wordsIn(deskMailWords, language),
});

const timeZoneOf = ({ settings }: DeskMailNeeds): string => settings.service.timeZone;

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
