import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Realm } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show } from '../../ui/index.ts';
import { logInAddress, securityAddress } from '../addresses.ts';
import { findFreeze } from '../freeze.store.ts';
import { freezeWords } from '../freeze.words.ts';
import { askProven } from '../second-factors/ask-proven.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import type { Factor } from '../second-factors/factor.ts';
import { inOrder, needsFactor } from '../second-factors/factor-policy.ts';
import { giveRenewedToken } from '../sessions/session-cookies.ts';
import { renameForm } from './account-security.form.ts';
import { accountSecurityPage } from './account-security.page.tsx';
import { accountSecurityWords } from './account-security.words.ts';
import { lastOnePage, preferPage, removePage, renamePage } from './change-factor.page.tsx';
import {
  type ChangeFactorOutcome,
  type ChangeFactorsNeeds,
  mayGo,
  preferOwnFactor,
  removeOwnFactor,
  renameOwnFactor,
} from './change-factors.ts';

/** How people get security codes, for the portal and for staff at the desk. */
export const accountSecurityRoutes = (needs: ChangeFactorsNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [
    overview(needs, realm),
    ...renaming(needs, realm),
    ...removing(needs, realm),
    ...preferring(needs, realm),
  ]);

/** One request about one of somebody's own factors. */
interface At {
  request: FastifyRequest;
  reply: FastifyReply;
  realm: Realm;
  actor: Actor;
}

const closed = (realm: Realm) => ({ policy: loggedInTo[realm], supportAccess: 'never', realm }) as const;

const overview = (needs: ChangeFactorsNeeds, realm: Realm) =>
  route({ ...closed(realm), method: 'GET', address: securityAddress(realm) }, async (request, reply) =>
    showOverview(needs, enter(request, reply, realm)),
  );

/** A page that asks, and what is done once its button is pressed. */
const change = (realm: Realm, what: string) => ({
  get: { ...closed(realm), method: 'GET', stepUp: true, address: addressOf(realm, what) } as const,
  post: {
    ...closed(realm),
    method: 'POST',
    stepUp: true,
    staleForm: 'shown-again',
    address: addressOf(realm, what),
  } as const,
});

const addressOf = (realm: Realm, what: string) => `${securityAddress(realm)}/:id/${what}`;

function renaming(needs: ChangeFactorsNeeds, realm: Realm): Route[] {
  const { get, post } = change(realm, 'rename');
  const showForm = (at: At, factor: Factor, form: FormState, status = 200) =>
    show(at.reply, renamePage({ realm, factor, form }, wordsOf(at)), status);
  return [
    route(get, async (request, reply) => {
      const at = enter(request, reply, realm);
      const { factor } = await ownFactor(needs, at);
      const kept = keptForm(request);
      return showForm(at, factor, kept.values.name ? kept : filledForm({ name: factor.name }));
    }),
    route(post, async (request, reply) => {
      const at = enter(request, reply, realm);
      const { factor } = await ownFactor(needs, at);
      const form = readPosted(renameForm(wordsOf(at).rename), request);
      if (!form.valid) return showForm(at, factor, form, 422);
      return answer(at, await renameOwnFactor(needs, at.actor, { id: factor.id, ...form.values }));
    }),
  ];
}

function removing(needs: ChangeFactorsNeeds, realm: Realm): Route[] {
  const { get, post } = change(realm, 'remove');
  const showPage = async (at: At, status = 200) => {
    const { factor, factors } = await ownFactor(needs, at);
    const page = mayGo(needs, at.actor, factors, factor) ? removePage : lastOnePage;
    return show(at.reply, page({ realm, factor }, wordsOf(at)), status);
  };
  return [
    route(get, async (request, reply) => showPage(enter(request, reply, realm))),
    route(post, async (request, reply) => {
      const at = enter(request, reply, realm);
      if (!request.formIsFresh) return showPage(at, 422);
      const result = await removeOwnFactor(needs, at.actor, idOf(request));
      return result.outcome === 'last-one' ? showPage(at, 409) : answer(at, result);
    }),
  ];
}

function preferring(needs: ChangeFactorsNeeds, realm: Realm): Route[] {
  const { get, post } = change(realm, 'prefer');
  const showPage = async (at: At, status = 200) => {
    const { factor } = await ownFactor(needs, at);
    return show(at.reply, preferPage({ realm, factor }, wordsOf(at)), status);
  };
  return [
    route(get, async (request, reply) => showPage(enter(request, reply, realm))),
    route(post, async (request, reply) => {
      const at = enter(request, reply, realm);
      if (!request.formIsFresh) return showPage(at, 422);
      return answer(at, await preferOwnFactor(needs, at.actor, idOf(request)));
    }),
  ];
}

function enter(request: FastifyRequest, reply: FastifyReply, realm: Realm): At {
  ask(loggedInTo[realm], request.actor, undefined);
  return { request, reply, realm, actor: request.actor };
}

const wordsOf = ({ request }: At) => wordsIn(accountSecurityWords, request.language);

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

/** Another account's is not found, as one is that never was. Who may not change it now is asked for proof first. */
async function ownFactor(needs: ChangeFactorsNeeds, { request, actor }: At) {
  await askProven(needs, needs.database, actor);
  const { accountId, realm } = actor.person;
  const factors = await listFactors(needs.database, accountId, realm);
  const factor = factors.find(({ id }) => id === idOf(request));
  if (!factor) throw new NotFound('a way to get security codes');
  return { factor, factors };
}

function answer({ request, reply, realm }: At, result: ChangeFactorOutcome): FastifyReply {
  switch (result.outcome) {
    case 'removed':
    case 'renamed':
    case 'preferred':
      if (result.token) giveRenewedToken(request, realm, result.token);
      return reply.redirect(`${securityAddress(realm)}?done=${result.outcome}`, 303);
    case 'over':
    case 'must-prove':
      return reply.redirect(logInAddress(realm), 303);
    // The page says what cannot be done now, and why.
    case 'frozen':
    case 'last-one':
    case 'gone':
      return reply.redirect(securityAddress(realm), 303);
  }
}

async function showOverview(needs: ChangeFactorsNeeds, at: At): Promise<FastifyReply> {
  const { settings, database, clock } = needs;
  const { request, actor, realm } = at;
  const { accountId, roles } = actor.person;
  const words = wordsOf(at);
  const factors = await listFactors(database, accountId, realm);
  const isFrozen = (await findFreeze(database, accountId)) !== undefined;
  const { done } = request.query as { done?: unknown };
  const props = {
    realm,
    factors: inOrder(settings.secondFactor, factors),
    isNeeded: needsFactor(settings, realm, roles),
    frozen: isFrozen ? wordsIn(freezeWords, request.language).frozen(settings.support.phone) : undefined,
    done: typeof done === 'string' && Object.hasOwn(words.done, done) ? words.done[done] : undefined,
    now: clock.now(),
    settings,
  };
  return show(at.reply, accountSecurityPage(props, words));
}
