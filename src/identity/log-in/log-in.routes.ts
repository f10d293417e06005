import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, filledForm, readPosted, type ShownNotice, show, withError } from '../../ui/index.ts';
import { codeAddress, homeAddress, logInAddress, setUpAddress, withNext } from '../addresses.ts';
import { giveAttempt } from '../log-in-attempts/attempt-cookie.ts';
import { notActivePage } from '../not-active.page.tsx';
import { describeDevice } from '../sessions/describe-device.ts';
import { giveSession, readDeviceSecret } from '../sessions/session-cookies.ts';
import { logInForm } from './log-in.form.ts';
import { type LogInProps, logInPage, passwordEntryClosedPage } from './log-in.page.tsx';
import { type LogInNeeds, type LogInOutcome, logIn } from './log-in.ts';
import { type LogInWords, logInWords } from './log-in.words.ts';

interface PageNeeds {
  settings: Settings;
  /** What support knows not to work just now. */
  serviceNotices: (place: 'log-in') => Promise<readonly ShownNotice[]>;
}

type Shown = Omit<LogInProps, 'notices'>;
type LogInRouteNeeds = LogInNeeds & PageNeeds;

const open = { policy: anyone, supportAccess: 'never' } as const;

/** The same journey at two addresses: people log in to the portal, staff to the support realm. */
export const logInRoutes = (needs: LogInRouteNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [getLogIn(needs, realm), postLogIn(needs, realm)]);

const getLogIn = (needs: PageNeeds, realm: Realm) =>
  route({ ...open, realm, method: 'GET', address: logInAddress(realm) }, async (request, reply) => {
    const next = safeNext((request.query as { next?: unknown }).next) ?? '';
    if (request.actor) return reply.redirect(next || homeAddress(realm), 303);
    const waited = (request.query as { waited?: unknown }).waited !== undefined;
    const ended = endedOf(request, needs.settings, next);
    return showLogIn(needs, reply, { ...propsOf(needs, realm, next), ended, waited }, 200);
  });

const postLogIn = (needs: LogInRouteNeeds, realm: Realm) =>
  route(
    {
      ...open,
      realm,
      method: 'POST',
      address: logInAddress(realm),
      staleForm: 'shown-again',
      busyFor: (request) => (readDeviceSecret(request, realm) ? undefined : needs.hasher.busyFor()),
    },
    async (request, reply) => {
      const words = wordsIn(logInWords, request.language);
      const form = readPosted(logInForm(words, namesIn(needs, realm, words)), request);
      const next = safeNext((request.body as { next?: unknown })?.next) ?? '';
      const props = { ...propsOf(needs, realm, next), ended: endedOf(request, needs.settings, next) };
      if (!form.valid) return showLogIn(needs, reply, { ...props, form }, 422);
      const result = await logIn(needs, { ...form.values, ...browserOf(request, realm), realm });
      return answer(needs, { request, reply, props, identifier: form.values.identifier }, result);
    },
  );

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
  props: Shown;
  identifier: string;
}

function answer(needs: LogInRouteNeeds, to: Answering, result: LogInOutcome) {
  const { request, reply, props } = to;
  const words = wordsIn(logInWords, request.language);
  switch (result.outcome) {
    case 'logged-in':
      giveSession(request, props.realm, result.session);
      return reply.redirect(props.next || homeAddress(props.realm), 303);
    case 'code-needed':
      giveAttempt(request, props.realm, result.token);
      return reply.redirect(withNext(codeAddress(props.realm), props.next), 303);
    case 'set-up-needed':
      giveAttempt(request, props.realm, result.token);
      return reply.redirect(withNext(setUpAddress(props.realm), props.next), 303);
    case 'wrong-details': {
      const { wrong } = namesIn(needs, props.realm, words);
      const form = withError(filledForm({ identifier: to.identifier }), 'identifier', wrong);
      return showLogIn(needs, reply, { ...props, form, wrong: result }, 422);
    }
    case 'temporary-password':
      return reply.redirect(`/reset-password?link=${result.secret}`, 303);
    case 'past-temporary-password': {
      const past = result.state;
      const form = withError(filledForm({ identifier: to.identifier }), 'password', words.temporary[past]);
      return showLogIn(needs, reply, { ...props, form, past }, 422);
    }
    case 'closed': {
      const closed = { ...result, realm: props.realm, now: needs.clock.now(), settings: needs.settings };
      return show(reply, passwordEntryClosedPage(closed, words), 429);
    }
    case 'deactivated':
      return show(reply, notActivePage(needs.settings, 'deactivated', request.language), 403);
    case 'account-closed':
      return show(reply, notActivePage(needs.settings, 'closed', request.language), 403);
  }
}

async function showLogIn(needs: PageNeeds, reply: FastifyReply, props: Shown, status: number) {
  const notices = await needs.serviceNotices('log-in');
  const { language } = reply.request;
  return show(reply, logInPage({ ...props, notices }, wordsIn(logInWords, language)), status);
}

const propsOf = ({ settings }: { settings: Settings }, realm: Realm, next: string): Shown => ({
  form: emptyForm,
  realm,
  next,
  newHere: {
    createAccount: settings.accounts.openRegistration,
    registerOrganisation: settings.organisations.registration,
  },
  usernames: hasUsernames(settings, realm),
  passkeys: settings.secondFactor.methods.includes('passkey'),
  dialog: settings.logIn.dialog && realm === 'portal',
});

const endings = ['ended', 'kept', 'file-not-kept'] as const;

/** That something is kept still stands on the page after a wrong password. */
function endedOf(request: FastifyRequest, { session }: Settings, next: string) {
  const asked = (request.query as { ended?: unknown }).ended;
  const how = endings.find((each) => each === asked) ?? (next.includes('kept=') ? 'kept' : undefined);
  return how && { how, idle: session.idle, longest: session.longest };
}

const hasUsernames = (settings: Settings, realm: Realm) =>
  settings.accounts.usernames !== 'none' && realm === 'portal';

/** Staff go by their address alone. */
const namesIn = ({ settings }: { settings: Settings }, realm: Realm, words: LogInWords) =>
  hasUsernames(settings, realm) ? words.byEitherName : words.byEmail;

const browserOf = (request: FastifyRequest, realm: Realm) => ({
  deviceSecret: readDeviceSecret(request, realm),
  deviceDescription: describeDevice(request.headers['user-agent']),
  clientNetwork: request.clientNetwork,
});
