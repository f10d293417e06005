import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AskedPasskey } from './ask-for-passkey.ts';
import { challengeLife } from './passkey-challenge.ts';

/** What a browser brings: its answer, and the challenge it was given. */
export interface PasskeyAnswer {
  answer: string;
  challenge: string | undefined;
  clientNetwork: string;
}

/** Hands a browser what its passkeys are asked; the challenge comes back in a cookie. */
export async function sendAsked(
  request: FastifyRequest,
  reply: FastifyReply,
  ask: () => Promise<AskedPasskey>,
) {
  // The page says to reload it: its token is another log in's.
  if (!request.formIsFresh) return reply.code(409).send({});
  const asked = await ask();
  request.cookieJar.write('passkey-challenge', asked.sealed, challengeLife);
  return reply.send(asked.options);
}

/** Reads the answer that the browser code put into its form. One challenge takes one answer; a stale form has none. */
export function readAnswer(request: FastifyRequest): PasskeyAnswer {
  const { passkey } = (request.body ?? {}) as { passkey?: unknown };
  const challenge = request.formIsFresh ? request.cookieJar.read('passkey-challenge') : undefined;
  request.cookieJar.remove('passkey-challenge');
  const answer = typeof passkey === 'string' ? passkey : '';
  return { answer, challenge, clientNetwork: request.clientNetwork };
}
