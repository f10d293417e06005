import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type FormState, show } from '../../ui/index.ts';
import { askWords } from './ask.words.ts';
import { type CodePageProps, codePage } from './code.page.tsx';

/** The answer to a page that an email leads to, by its link or by its code. */
export const answerForm = z.object({ link: z.string(), answer: z.enum(['yes', 'no']) });

export const linkOf = ({ query }: FastifyRequest): string | undefined => {
  const { link } = query as { link?: unknown };
  return typeof link === 'string' ? link : undefined;
};

export const refusedCode = (email: EmailAddress, request: FastifyRequest): FormState => {
  const { codeRefused } = wordsIn(askWords, request.language).errors;
  return { values: { email: email.typed }, errors: [{ field: 'code', message: codeRefused }] };
};

export const showCode = (request: FastifyRequest, reply: FastifyReply, props: CodePageProps) =>
  show(reply, codePage(props, wordsIn(askWords, request.language)), props.form.errors.length > 0 ? 422 : 200);
