import type { FastifyReply } from 'fastify';
import type { Route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, type FormState, filledForm, keptForm, readPosted, show } from '../../ui/index.ts';
import { addPasskeyAddress, homeAddress, setUpPasskeyAddress, withNext } from '../addresses.ts';
import { takeAttempt } from '../log-in-attempts/attempt-cookie.ts';
import { areEnough } from '../second-factors/factor-policy.ts';
import { offeredMethods } from '../second-factors/offered-methods.ts';
import { giveSession } from '../sessions/session-cookies.ts';
import { answerNotHeld, withQuery, wordsOf } from './answers.ts';
import { beginSetUp } from './begin-set-up.ts';
import { choosePage } from './choose.page.tsx';
import { graceUntil, putOff } from './put-off.ts';
import { beginAndSend, type SentNeeds } from './sent.routes.ts';
import { chooseForm } from './set-up-factor.form.ts';
import { type Place, type SetUpStep, setUpRoute } from './set-up-step.ts';
import { type Way, waysOf } from './ways.ts';

export type ChooseNeeds = SentNeeds & { settings: Settings };

/** Which way: nothing is begun before it is chosen. */
export const chooseRoutes = (needs: ChooseNeeds, place: Place): Route[] => [
  setUpRoute(needs, place, { method: 'GET', path: '' }, async (step) =>
    place.in === 'log-in' && areEnough(needs.settings.secondFactor, step.factors)
      ? step.reply.redirect(step.to('/done'), 303)
      : showChoice(needs, step, startOf(step)),
  ),
  setUpRoute(needs, place, { method: 'POST', path: '', staleForm: 'shown-again' }, async (step) => {
    const offered = waysOf(offeredMethods(needs.settings.secondFactor, step.factors));
    if (offered.length === 0) return showChoice(needs, step, emptyForm);
    const form = readPosted(chooseForm(offered, wordsOf(step).choose), step.request);
    return form.valid ? begin(needs, step, form.values.way) : showChoice(needs, step, form, 422);
  }),
];

/** A link may name the way, and what was chosen before a proof was asked for is chosen still. */
function startOf({ request }: SetUpStep): FormState {
  const kept = keptForm(request);
  const { way } = request.query as { way?: unknown };
  return kept.values.way || typeof way !== 'string' ? kept : filledForm({ way });
}

/** "Not now", in a log in only. */
export const laterRoute = (needs: ChooseNeeds, place: Place): Route =>
  setUpRoute(
    needs,
    place,
    { method: 'POST', path: '/later', formOn: '', staleForm: 'shown-again' },
    async (step) => {
      const { asker, request, reply, next } = step;
      if (asker.via.in !== 'log-in' || !request.formIsFresh) return reply.redirect(step.to(''), 303);
      const session = await putOff(needs, asker.via.attempt);
      if (!session) return reply.redirect(step.to(''), 303);
      takeAttempt(request, place.realm);
      giveSession(request, place.realm, session);
      return reply.redirect(next || homeAddress(place.realm), 303);
    },
  );

async function begin(needs: ChooseNeeds, step: SetUpStep, way: Way): Promise<FastifyReply> {
  const { reply, place, next, asker } = step;
  switch (way) {
    case 'text':
      return reply.redirect(step.to('/text'), 303);
    case 'passkey':
      return reply.redirect(
        place.in === 'log-in'
          ? withNext(setUpPasskeyAddress(place.realm), next)
          : addPasskeyAddress(place.realm),
        303,
      );
    case 'email':
      return beginAndSend(needs, step, { kind: 'email' });
    case 'computer':
    case 'authenticator':
    case 'recovery-codes': {
      const kind = way === 'computer' ? 'authenticator' : way;
      const begun = await beginSetUp(needs, asker, { kind });
      if (begun.outcome !== 'begun') return answerNotHeld(needs, step, begun);
      if (kind === 'recovery-codes') return reply.redirect(step.to('/codes'), 303);
      return reply.redirect(
        way === 'computer' ? withQuery(step.to('/app'), 'on', 'computer') : step.to('/app'),
        303,
      );
    }
  }
}

async function showChoice(needs: ChooseNeeds, step: SetUpStep, form: FormState, status = 200) {
  const { asker, request, reply } = step;
  const { attempt } = { attempt: undefined, ...asker.via };
  const props = {
    form,
    step,
    settings: needs.settings,
    graceUntil: attempt && (await graceUntil(needs, needs.database, attempt)),
    ranOut: (request.query as { began?: unknown }).began === 'again',
  };
  return show(reply, choosePage(props, wordsOf(step)), status);
}
