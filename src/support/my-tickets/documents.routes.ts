import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, readPosted, show, withError } from '../../ui/index.ts';
import { documentsAddress, ticketAddress } from '../addresses.ts';
import { findReadableTicket, isVisitor } from '../tickets/ticket-reader.ts';
import { documentsPage } from './open-link.page.tsx';
import type { OpenLinkNeeds } from './open-link.ts';
import { openLinkWords } from './open-link.words.ts';
import { proveForDocuments, sendDocumentCode } from './prove-documents.ts';

/** Where a browser that came by a link is asked for a code, before it gets files. */
export function documentsRoutes(needs: OpenLinkNeeds): Route[] {
  const theirs = {
    policy: loggedIn,
    admitsToo: (request: FastifyRequest) => isVisitor(needs, request),
    supportAccess: 'never',
    sessions: 'tickets',
    address: documentsAddress(':reference'),
  } as const;
  const readableIn = (request: FastifyRequest) =>
    findReadableTicket(needs, request, (request.params as { reference: string }).reference);
  return [
    route({ ...theirs, method: 'GET' }, async (request, reply) => {
      const { reader, ticket } = await readableIn(request);
      if (reader.isProven) return reply.redirect(ticketAddress(ticket.reference), 303);
      const isSent = (request.query as { sent?: unknown }).sent !== undefined;
      const props = { reference: ticket.reference, isSent, form: emptyForm };
      return show(reply, documentsPage(props, wordsIn(openLinkWords, request.language)));
    }),
    route({ ...theirs, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
      const readable = await readableIn(request);
      const { reference } = readable.ticket;
      if (readable.reader.isProven) return reply.redirect(ticketAddress(reference), 303);
      const words = wordsIn(openLinkWords, request.language);
      const { noCode, refused } = words.documents;
      const isSending = (request.body as { send?: unknown } | null)?.send !== undefined;
      const schema = z.object({
        code: isSending ? z.string() : z.string().trim().min(1, noCode).max(40, refused),
      });
      const form = readPosted(schema, request);
      if (!form.valid) return show(reply, documentsPage({ reference, isSent: !isSending, form }, words), 422);
      if (isSending) {
        await sendDocumentCode(needs, readable);
        return reply.redirect(`${documentsAddress(reference)}?sent=yes`, 303);
      }
      const { clientNetwork } = request;
      if (await proveForDocuments(needs, readable, { code: form.values.code, clientNetwork }))
        return reply.redirect(`${ticketAddress(reference)}?done=proven`, 303);
      const wrong = withError(emptyForm, 'code', refused);
      return show(reply, documentsPage({ reference, isSent: true, form: wrong }, words), 422);
    }),
  ];
}
