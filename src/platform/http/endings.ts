import type { FastifyInstance } from 'fastify';
import { Ending, NotFound } from '../../kernel/endings.ts';
import type { ServerNeeds } from './server.ts';

export class MethodNotAllowed extends Ending {
  readonly status = 405;
  constructor() {
    super('method not allowed');
  }
}

/** The form's token was missing, another browser's, or older than the log in. */
export class StaleForm extends Ending {
  readonly status = 403;
  constructor() {
    super('the form’s token is stale');
  }
}

export class WrongHost extends Ending {
  readonly status = 421;
  constructor() {
    super('not a Host of ours');
  }
}

/** A form that did not arrive whole, or of a shape that no page of ours sends. */
export class UnreadableForm extends Ending {
  readonly status: 400 | 413;
  constructor(why: string, status: 400 | 413 = 400) {
    super(`unreadable form: ${why}`);
    this.status = status;
  }
}

/** One place turns every ending into a page, and every surprise into an apology with a reference. */
export function mountEndings(server: FastifyInstance, needs: ServerNeeds): void {
  server.setNotFoundHandler(async (request) => {
    request.realm = /^\/desk(\/|$)/.test(request.url) ? 'support' : 'portal';
    request.place = request.realm;
    request.actor = await needs.identify(request, request.place);
    request.language = needs.languageOf(request);
    throw new NotFound();
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof Ending)) needs.onSurprise(request, error);
    const wait = (error as { retryAfterSeconds?: number }).retryAfterSeconds;
    if (wait !== undefined) reply.header('retry-after', wait);
    reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return reply.send(needs.endingPage(request, error instanceof StaleForm ? 419 : status, wait));
  });
}

function statusOf(error: Error & { statusCode?: number }): number {
  if (error instanceof Ending) return error.status;
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? status : 500;
}
