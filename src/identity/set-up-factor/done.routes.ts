import type { FastifyReply } from 'fastify';
import type { Route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { codeAddress, homeAddress, logInAgainAddress, withNext } from '../addresses.ts';
import { takeAttempt } from '../log-in-attempts/attempt-cookie.ts';
import {
  type FinishSetUpNeeds,
  type FinishSetUpOutcome,
  finishSetUp,
} from '../log-in-attempts/finish-set-up.ts';
import { canRemember } from '../log-in-attempts/what-is-asked.ts';
import { findProofRecord } from '../second-factors/factor.store.ts';
import { areEnough } from '../second-factors/factor-policy.ts';
import { giveSession } from '../sessions/session-cookies.ts';
import { wordsOf } from './answers.ts';
import { donePage } from './done.page.tsx';
import { type Place, type SetUpStep, setUpRoute } from './set-up-step.ts';

export type DoneNeeds = FinishSetUpNeeds & { settings: Settings };

/** The end of a set-up in a log in. */
export const doneRoutes = (needs: DoneNeeds, place: Place): Route[] => [
  setUpRoute(needs, place, { method: 'GET', path: '/done' }, async (step) => {
    const { settings } = needs;
    if (!areEnough(settings.secondFactor, step.factors)) return step.reply.redirect(step.to(''), 303);
    const mayRemember = await askRemember(needs, step);
    return show(step.reply, donePage({ step, settings, mayRemember }, wordsOf(step)));
  }),
  setUpRoute(needs, place, { method: 'POST', path: '/done', staleForm: 'shown-again' }, async (step) => {
    const { asker, request, reply } = step;
    if (asker.via.in !== 'log-in' || !request.formIsFresh) return reply.redirect(step.to('/done'), 303);
    const remember = (request.body as { remember?: unknown } | undefined)?.remember === 'yes';
    return answer(step, await finishSetUp(needs, asker.via.attempt, { remember }));
  }),
];

async function askRemember({ database, settings }: DoneNeeds, { asker }: SetUpStep): Promise<boolean> {
  const { accountId: account, realm, deviceId: device } = asker;
  return canRemember({ settings, realm, proof: await findProofRecord(database, { account, realm, device }) });
}

function answer(step: SetUpStep, result: FinishSetUpOutcome): FastifyReply {
  const { request, reply, place, next } = step;
  switch (result.outcome) {
    case 'logged-in':
      takeAttempt(request, place.realm);
      giveSession(request, place.realm, result.session);
      return reply.redirect(next || homeAddress(place.realm), 303);
    case 'not-enough':
      return reply.redirect(step.to(''), 303);
    case 'must-prove':
      return reply.redirect(withNext(codeAddress(place.realm), next), 303);
    case 'over':
      return reply.redirect(logInAgainAddress(place.realm, next), 303);
  }
}
