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
export function sendAsked(request: FastifyRequest, reply: FastifyReply, asked: AskedPasskey) {
  request.cookieJar.write('passkey-challenge', asked.sealed, challengeLife);
  return reply.send(asked.options);
}

/** Reads the answer that the browser code put into its form. One challenge takes one answer. */
export function readAnswer(request: FastifyRequest): PasskeyAnswer {
  const { passkey } = (request.body ?? {}) as { passkey?: unknown };
  const challenge = request.cookieJar.read('passkey-challenge');
  request.cookieJar.remove('passkey-challenge');
  const answer = typeof passkey === 'string' ? passkey : '';
  return { answer, challenge, clientNetwork: request.clientNetwork };
}
