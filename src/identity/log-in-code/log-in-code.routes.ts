import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  readPosted,
  type ShownNotice,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { codeAddress, homeAddress, logInAgainAddress, setUpAddress, withNext } from '../addresses.ts';
import { takeAttempt } from '../log-in-attempts/attempt-cookie.ts';
import { currentAttempt } from '../log-in-attempts/current-attempt.ts';
import { sendBeside, sendForWay } from '../log-in-attempts/ways.ts';
import type { SendCodeOutcome } from '../second-factors/send-code.ts';
import { giveSession } from '../sessions/session-cookies.ts';
import { codeEntryClosedPage } from './code-entry-closed.page.tsx';
import { type CodeStep, readCodeStep } from './code-step.ts';
import { type EnterCodeNeeds, type EnterCodeOutcome, enterCode } from './enter-code.ts';
import { logInCodeForm } from './log-in-code.form.ts';
import { logInCodePage } from './log-in-code.page.tsx';
import { logInCodeWords } from './log-in-code.words.ts';

interface RoutesNeeds extends EnterCodeNeeds {
  settings: Settings;
  /** What support knows not to work just now: texts that are late stand here where they are waited for. */
  serviceNotices: (place: 'log-in') => Promise<readonly ShownNotice[]>;
}

const open = { policy: anyone, supportAccess: 'never' } as const;

/** Where a log in goes on after the right password, in either realm. */
export const logInCodeRoutes = (needs: RoutesNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [
    getCode(needs, realm),
    postCode(needs, realm),
    postSend(needs, realm),
  ]);

const getCode = (needs: RoutesNeeds, realm: Realm) =>
  route({ ...open, realm, method: 'GET', address: codeAddress(realm) }, async (request, reply) => {
    const at = await arrive(needs, { request, reply, realm, from: request.query });
    return at.step ? showStep(needs, at, emptyForm) : at.sent;
  });

const postCode = (needs: RoutesNeeds, realm: Realm) =>
  route(
    { ...open, realm, method: 'POST', address: codeAddress(realm), staleForm: 'shown-again' },
    async (request, reply) => {
      const at = await arrive(needs, { request, reply, realm, from: request.body });
      if (!at.step) return at.sent;
      const { way, isBeside } = at.step;
      if (!way) return reply.redirect(hereAgain(at), 303);
      const words = wordsIn(logInCodeWords, request.language);
      const form = readPosted(logInCodeForm(words, isBeside ? 'email' : way.kind), request);
      if (!form.valid) return showStep(needs, at, form, 422);
      const { clientNetwork } = request;
      const entered = { ...form.values, way, isBeside, clientNetwork };
      const result = await enterCode(needs, at.step.attempt, entered);
      // A second press of the button, after the first was let in.
      if (result.outcome === 'wrong' && !(await currentAttempt(needs, request, realm)))
        return answer(needs, at, { outcome: 'ended' });
      return answer(needs, at, result);
    },
  );

const postSend = (needs: RoutesNeeds, realm: Realm) =>
  route(
    { ...open, realm, method: 'POST', address: `${codeAddress(realm)}/send`, staleForm: 'shown-again' },
    async (request, reply) => {
      const at = await arrive(needs, { request, reply, realm, from: request.body });
      if (!at.step) return at.sent;
      if (!request.formIsFresh) return reply.redirect(hereAgain(at), 303);
      const { attempt, way, isBeside } = at.step;
      const sent = isBeside ? await sendBeside(needs, attempt) : await sendForWay(needs, attempt, way);
      return answerSent(needs, at, sent);
    },
  );

interface Coming {
  request: FastifyRequest;
  reply: FastifyReply;
  realm: Realm;
  from: unknown;
}

type Arrived = Omit<Coming, 'from'> & { next: string; step: CodeStep };

/** Whoever has no log in that waits for a code is sent to where they have to be. */
async function arrive(
  needs: RoutesNeeds,
  { from, ...to }: Coming,
): Promise<Arrived | { step: undefined; sent: FastifyReply }> {
  const { request, reply, realm } = to;
  const { next: asked, way } = (from ?? {}) as { next?: unknown; way?: unknown };
  const next = safeNext(asked) ?? '';
  const elsewhere = (address: string) => ({ step: undefined, sent: reply.redirect(address, 303) });
  const attempt = await currentAttempt(needs, request, realm);
  if (!attempt && request.actor) return elsewhere(next || homeAddress(realm));
  if (!attempt) return elsewhere(logInAgainAddress(realm, next));
  if (attempt.provenAt) return elsewhere(withNext(setUpAddress(realm), next));
  const step = await readCodeStep(needs, attempt, typeof way === 'string' ? way : '');
  if (step.hasNothing) return elsewhere(withNext(setUpAddress(realm), next));
  if (!step.closure) return { ...to, next, step };
  return { step: undefined, sent: showClosed(needs, to, { closure: step.closure, justNow: false }) };
}

async function answer(needs: RoutesNeeds, at: Arrived, result: EnterCodeOutcome): Promise<FastifyReply> {
  const { request, reply, realm, next } = at;
  switch (result.outcome) {
    case 'logged-in':
      takeAttempt(request, realm);
      giveSession(request, realm, result.session);
      return reply.redirect(next || homeAddress(realm), 303);
    case 'set-up-needed':
      return reply.redirect(withNext(setUpAddress(realm), next), 303);
    case 'half-proven':
      return reply.redirect(withNext(codeAddress(realm), next), 303);
    case 'ended':
      return reply.redirect(logInAgainAddress(realm, next), 303);
    case 'wrong': {
      const { field } = wordsIn(logInCodeWords, request.language);
      return showStep(needs, at, withError(kept(request), 'code', field.wrong), 422, result.left);
    }
    case 'closed':
      return showClosed(needs, at, result);
  }
}

/** Everything but the code stays as it was. */
const kept = ({ body }: FastifyRequest): FormState => {
  const { code, ...values } = typedValues(body);
  return filledForm(values);
};

async function answerSent(
  needs: RoutesNeeds,
  at: Arrived,
  sent: SendCodeOutcome | undefined,
): Promise<FastifyReply> {
  const words = wordsIn(logInCodeWords, at.request.language);
  const refused = (message: string) => showStep(needs, at, withError(emptyForm, '', message), 429);
  switch (sent?.outcome) {
    case undefined:
    case 'sent':
      return at.reply.redirect(hereAgain(at), 303);
    case 'too-soon':
      return refused(
        words.tooSoon(Math.ceil((sent.resendAt.getTime() - needs.clock.now().getTime()) / 1000) * 1000),
      );
    case 'limit-reached':
      return refused(words.limitReached(sent.until, needs.settings.service.timeZone));
    case 'closed':
      return showClosed(needs, at, { closure: sent.closure, justNow: false });
  }
}

async function showStep(needs: RoutesNeeds, at: Arrived, form: FormState, status = 200, left?: number) {
  const { request, reply, step, next } = at;
  const tried = left === undefined ? {} : { left };
  const notices = await needs.serviceNotices('log-in');
  const shown = { form, step, next, notices, now: needs.clock.now(), settings: needs.settings };
  return show(
    reply,
    logInCodePage({ ...shown, ...tried }, wordsIn(logInCodeWords, request.language)),
    status,
  );
}

const showClosed = (
  { clock, settings }: RoutesNeeds,
  { request, reply, realm }: Omit<Coming, 'from'>,
  { closure, justNow }: { closure: NonNullable<CodeStep['closure']>; justNow: boolean },
): FastifyReply => {
  const closed = { realm, closure, justNow, now: clock.now(), settings };
  return show(reply, codeEntryClosedPage(closed, wordsIn(logInCodeWords, request.language)), 429);
};

const hereAgain = ({ realm, next, step }: Arrived): string => {
  const address = withNext(codeAddress(realm), next);
  return step.way && !step.isBeside ? `${address}${next ? '&' : '?'}way=${step.way.id}` : address;
};
