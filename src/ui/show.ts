import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { wordsIn } from '../kernel/words.ts';
import { type FormState, filledForm, type ReadForm, readForm, typedValues } from './form.ts';
import { type Page, renderPage } from './page.tsx';
import { uiWords } from './ui.words.ts';
import type { Visit } from './visit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    readonly visit: Visit;
  }
}

/** Answers with a page. */
export const show = (reply: FastifyReply, page: Page, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(renderPage(page, reply.request.visit));

/** Reads a posted form. One whose token is stale is never valid: it is shown again with what was typed. */
export function readPosted<Schema extends z.ZodType>(
  schema: Schema,
  request: FastifyRequest,
): ReadForm<z.output<Schema>> {
  const { staleForm, unexpected } = wordsIn(uiWords, request.language);
  if (request.formIsFresh) return readForm(schema, request.body, unexpected);
  return { valid: false, values: typedValues(request.body), errors: [{ field: '', message: staleForm }] };
}

/** A form as its page is first shown: empty, or with what was typed before its sender had to log in again. */
export const keptForm = (request: FastifyRequest): FormState => filledForm(request.keptValues ?? {});
