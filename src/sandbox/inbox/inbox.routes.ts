import type { FastifyReply } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { findSandboxMessage, listSandboxMessages } from '../../notifications/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { inboxPage } from './inbox.page.tsx';
import { inboxWords } from './inbox.words.ts';
import { messagePage } from './message.page.tsx';

export interface InboxNeeds {
  database: Database;
  timeZone: string;
}

const open = { method: 'GET', policy: anyone, supportAccess: 'never' } as const;
const mostShown = 200;

/** What the sandbox would have sent, for anybody on this machine. Mounted in sandbox mode only. */
export const inboxRoutes = (needs: InboxNeeds): Route[] => [
  route({ ...open, address: '/sandbox/inbox' }, async (request, reply) => {
    const to = recipientIn(request.query);
    const messages = await listSandboxMessages(needs.database, { to, limit: mostShown });
    const { timeZone } = needs;
    return show(reply, inboxPage({ messages, to, timeZone }, wordsIn(inboxWords, request.language)));
  }),
  route({ ...open, address: '/sandbox/inbox.json' }, async (request, reply) =>
    reply.send(
      await listSandboxMessages(needs.database, { to: recipientIn(request.query), limit: mostShown }),
    ),
  ),
  route({ ...open, address: '/sandbox/inbox/:id' }, async (request, reply) => {
    const message = await messageAt(needs, request.params);
    const { timeZone } = needs;
    return show(reply, messagePage({ message, timeZone }, wordsIn(inboxWords, request.language)));
  }),
  route({ ...open, address: '/sandbox/inbox/:id/html' }, async (request, reply) => {
    const { html } = await messageAt(needs, request.params);
    return framed(reply).type('text/html; charset=utf-8').send(withLinksToTheTop(html));
  }),
];

async function messageAt({ database }: InboxNeeds, params: unknown) {
  const { id } = params as { id: string };
  const message = isId(id) ? await findSandboxMessage(database, id) : undefined;
  if (!message) throw new NotFound();
  return message;
}

function recipientIn(query: unknown): string | undefined {
  const { to } = query as { to?: unknown };
  return typeof to === 'string' && to !== '' ? to : undefined;
}

/** An e-mail brings its own styles and may bring anything else: it is shown, and can do nothing. */
const framed = (reply: FastifyReply): FastifyReply =>
  reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation",
    )
    .header('x-frame-options', 'SAMEORIGIN');

const withLinksToTheTop = (html: string): string => html.replace('<head>', '<head><base target="_top">');
