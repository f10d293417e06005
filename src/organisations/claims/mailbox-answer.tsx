import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import { Heading, type Page, Panel, Paragraph, show } from '../../ui/index.ts';
import { type ClaimsWords, claimsWords } from './claims.words.ts';

/** The secret of a link that a practice's mailbox was sent. */
export function secretOf(query: unknown): string {
  const { link } = query as { link?: unknown };
  return typeof link === 'string' ? link : '';
}

export const thanksPage = (title: string, next: string): Page => ({
  title,
  body: (
    <>
      <Panel title={title} />
      <Paragraph>{next}</Paragraph>
    </>
  ),
});

export const showNotLive = (request: FastifyRequest, reply: FastifyReply, why: string) =>
  show(reply, notLivePage(why, wordsIn(claimsWords, request.language)), 410);

const notLivePage = (why: string, { notLive }: ClaimsWords): Page => ({
  title: notLive.title,
  body: (
    <>
      <Heading>{notLive.title}</Heading>
      <Paragraph>{why}</Paragraph>
      <Paragraph>
        <a href="/contact">{notLive.contact}</a>
      </Paragraph>
    </>
  ),
});
