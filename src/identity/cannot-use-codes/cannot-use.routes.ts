import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, type FormState, filledForm, readPosted, show, withError } from '../../ui/index.ts';
import { homeAddress, logInAgainAddress, setUpAddress, withNext } from '../addresses.ts';
import { currentAttempt } from '../log-in-attempts/current-attempt.ts';
import type { LogInAttempt } from '../log-in-attempts/log-in-attempt.store.ts';
import { proofOfAttempt, waysOf } from '../log-in-attempts/ways.ts';
import type { Factor } from '../second-factors/factor.ts';
import { findWaitingRequest, type ResetRequest } from '../second-factors/reset-request.store.ts';
import { askForResetPage, checkRequestPage } from './ask-for-reset.page.tsx';
import { type AskForResetNeeds, askForReset } from './ask-for-reset.ts';
import { cannotUseAddress } from './cannot-use.addresses.ts';
import { cannotUseForm } from './cannot-use.form.ts';
import { requestWaitsPage, whatHelpsPage } from './cannot-use.page.tsx';
import { cannotUseWords } from './cannot-use.words.ts';

type RoutesNeeds = AskForResetNeeds & { settings: Settings };

const open = { policy: anyone, supportAccess: 'never' } as const;

/** "I cannot use any of these", for who has entered their password and cannot get a code. */
export const cannotUseRoutes = (needs: RoutesNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [
    getFirst(needs, realm),
    getAsk(needs, realm),
    postAsk(needs, realm),
    postSend(needs, realm),
  ]);

const getFirst = (needs: RoutesNeeds, realm: Realm) =>
  route({ ...open, realm, method: 'GET', address: cannotUseAddress(realm) }, async (request, reply) => {
    const at = await arrive(needs, { request, reply, realm, from: request.query });
    if ('sent' in at) return at.sent;
    return show(reply, whatHelpsPage(at, wordsOf(request)));
  });

const getAsk = (needs: RoutesNeeds, realm: Realm) =>
  route(
    { ...open, realm, method: 'GET', address: cannotUseAddress(realm, '/ask') },
    async (request, reply) => {
      const at = await arrive(needs, { request, reply, realm, from: request.query });
      return 'sent' in at ? at.sent : showAsk(needs, at, emptyForm);
    },
  );

const posted = (realm: Realm, step: '/ask' | '/send') =>
  ({
    ...open,
    realm,
    method: 'POST',
    address: cannotUseAddress(realm, step),
    staleForm: 'shown-again',
  }) as const;

const postAsk = (needs: RoutesNeeds, realm: Realm) =>
  route(posted(realm, '/ask'), async (request, reply) => {
    const at = await arrive(needs, { request, reply, realm, from: request.body });
    if ('sent' in at) return at.sent;
    const form = readPosted(cannotUseForm(wordsOf(request)), request);
    if (!form.valid) return showAsk(needs, at, form);
    if ((request.body as { change?: unknown }).change === 'yes')
      return showAsk(needs, at, filledForm(form.values));
    return show(reply, checkRequestPage({ ...at, said: form.values }, wordsOf(request)));
  });

const postSend = (needs: RoutesNeeds, realm: Realm) =>
  route(posted(realm, '/send'), async (request, reply) => {
    const at = await arrive(needs, { request, reply, realm, from: request.body });
    if ('sent' in at) return at.sent;
    const words = wordsOf(request);
    const form = readPosted(cannotUseForm(words), request);
    if (!form.valid) return showAsk(needs, at, form);
    const { clientNetwork } = request;
    const { outcome } = await askForReset(needs, at.attempt, { ...form.values, clientNetwork });
    switch (outcome) {
      case 'asked':
      case 'waits-already':
        return reply.redirect(withNext(cannotUseAddress(realm), at.next), 303);
      case 'too-many':
        return showAsk(needs, at, withError(filledForm(form.values), '', words.tooMany));
      case 'over':
        return reply.redirect(logInAgainAddress(realm, at.next), 303);
    }
  });

interface Coming {
  request: FastifyRequest;
  reply: FastifyReply;
  realm: Realm;
  from: unknown;
}

interface Arrived extends Omit<Coming, 'from'> {
  next: string;
  attempt: LogInAttempt;
  ways: Factor[];
}

/** Only who has entered their password gets here; what waits already is shown in the place of asking again. */
async function arrive(
  needs: RoutesNeeds,
  { from, ...to }: Coming,
): Promise<Arrived | { sent: FastifyReply }> {
  const { request, reply, realm } = to;
  const next = safeNext((from as { next?: unknown } | null | undefined)?.next) ?? '';
  const elsewhere = (address: string) => ({ sent: reply.redirect(address, 303) });
  const attempt = await currentAttempt(needs, request, realm);
  if (!attempt && request.actor) return elsewhere(next || homeAddress(realm));
  if (!attempt) return elsewhere(logInAgainAddress(realm, next));
  const proof = await proofOfAttempt(needs.database, attempt);
  if (attempt.provenAt || proof.factors.length === 0) return elsewhere(withNext(setUpAddress(realm), next));
  const waiting = await findWaitingRequest(needs.database, attempt.accountId, realm);
  if (waiting) return { sent: showWaiting(needs, { ...to, next }, waiting) };
  return { ...to, next, attempt, ways: waysOf(needs, proof) };
}

const showWaiting = (
  { settings }: RoutesNeeds,
  { request, reply, ...at }: Pick<Arrived, 'request' | 'reply' | 'realm' | 'next'>,
  waiting: ResetRequest,
) => show(reply, requestWaitsPage({ ...at, request: waiting, settings }, wordsOf(request)));

const showAsk = ({ settings }: RoutesNeeds, { request, reply, ...at }: Arrived, form: FormState) =>
  show(
    reply,
    askForResetPage({ ...at, form, settings }, wordsOf(request)),
    form.errors.length > 0 ? 422 : 200,
  );

const wordsOf = ({ language }: FastifyRequest) => wordsIn(cannotUseWords, language);
