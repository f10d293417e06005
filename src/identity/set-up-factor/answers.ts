import type { FastifyReply } from 'fastify';
import { wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { codeAddress, logInAddress, logInAgainAddress, securityAddress, withNext } from '../addresses.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import type { AddFactorOutcome } from '../second-factors/add-factor.ts';
import type { FactorKind } from '../second-factors/factor.ts';
import type { NotHeld } from '../second-factors/hold-factors.ts';
import { giveRenewedToken } from '../sessions/session-cookies.ts';
import { setUpFactorWords } from './set-up-factor.words.ts';
import type { SetUpStep } from './set-up-step.ts';
import { closedPage, frozenPage, tooManyPage } from './stopped.page.tsx';

interface Needs {
  clock: { now(): Date };
  settings: Settings;
}

export const wordsOf = ({ request }: SetUpStep) => wordsIn(setUpFactorWords, request.language);

/** Why nothing can be set up here and now, and what comes instead. */
export function answerNotHeld({ settings }: Needs, step: SetUpStep, { outcome }: NotHeld): FastifyReply {
  const { reply, place, next } = step;
  switch (outcome) {
    case 'frozen':
      return show(reply, frozenPage(settings, wordsOf(step).stopped), 409);
    case 'must-prove':
      return reply.redirect(withNext(codeAddress(place.realm), next), 303);
    case 'over': {
      const again = place.in === 'log-in' ? logInAgainAddress(place.realm, next) : logInAddress(place.realm);
      return reply.redirect(again, 303);
    }
  }
}

export function answerAdded(
  needs: Needs,
  step: SetUpStep,
  kind: FactorKind,
  result: AddFactorOutcome | { outcome: 'gone' },
): FastifyReply {
  const { request, reply, place } = step;
  switch (result.outcome) {
    case 'added':
      if (result.token) giveRenewedToken(request, place.realm, result.token);
      return reply.redirect(
        place.in === 'log-in' ? step.to('/done') : `${securityAddress(place.realm)}?done=${kind}`,
        303,
      );
    case 'gone':
    case 'there-already':
      return startAgain(step);
    case 'too-many':
      return show(reply, tooManyPage(securityAddress(place.realm), wordsOf(step).stopped), 409);
    default:
      return answerNotHeld(needs, step, result);
  }
}

export const answerClosed = ({ clock, settings }: Needs, step: SetUpStep, closure: Closure): FastifyReply =>
  show(step.reply, closedPage({ closure, now: clock.now(), settings }, wordsOf(step).stopped), 429);

/** After a set-up that ran out, or was finished or begun anew in another tab. */
export const startAgain = (step: SetUpStep): FastifyReply =>
  step.reply.redirect(withQuery(step.to(''), 'began', 'again'), 303);

export const withQuery = (address: string, name: string, value: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
