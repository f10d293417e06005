import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, filledForm, readPosted, show, withError } from '../../ui/index.ts';
import { exchangeCode, type LinkState, readLink } from '../access-links/access-link.ts';
import { codeForm } from '../access-links/code.form.ts';
import { codeWords } from '../access-links/code.words.ts';
import { postedLink } from '../access-links/posted-link.ts';
import { sendsTemporaryPassword } from '../access-links/temporary-password.ts';
import { contextOfAccount } from '../passwords/password-context.ts';
import { passwordWords } from '../passwords/passwords.words.ts';
import { askForRecoveryForm, choosePasswordForm } from './recover-account.form.ts';
import {
  askForRecoveryPage,
  choosePasswordPage,
  enterCodePage,
  passwordResetPage,
  resetLinkNotLivePage,
  type Sends,
} from './recover-account.page.tsx';
import { type AskForRecoveryNeeds, askForRecovery } from './recover-account.ts';
import { type RecoverAccountWords, recoverAccountWords } from './recover-account.words.ts';
import { recoverySentPage } from './recovery-sent.page.tsx';
import { type ResetPasswordNeeds, resetPassword } from './reset-password.ts';
import { openRequest, sealRequest } from './sent-request.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;
const shownAgain = { ...open, method: 'POST', staleForm: 'shown-again' } as const;

export const recoverAccountRoutes = (needs: AskForRecoveryNeeds & ResetPasswordNeeds): Route[] => {
  const { settings } = needs;
  const rules = settings.password;
  const sendsTo = (realm: Realm): Sends =>
    sendsTemporaryPassword(settings, realm) ? 'byTemporaryPassword' : 'byLink';
  const asking = (form: FormState, realm: Realm) => ({ form, realm, sends: sendsTo(realm) });
  const sentAddress = (asked: Parameters<typeof sealRequest>[1]) =>
    `/forgotten-details/sent?asked=${sealRequest(needs, asked)}`;
  const sent = (sealed: unknown, elsewhere: Realm, tooEarly: boolean) => {
    const known = openRequest(needs, sealed);
    const request = known && { ...known, sealed: String(sealed) };
    const realm = known?.realm ?? elsewhere;
    return { realm, sends: sendsTo(realm), request, tooEarly, now: needs.clock.now(), settings };
  };
  const notLive = (state: LinkState, realm: Realm = 'portal', words: RecoverAccountWords) =>
    resetLinkNotLivePage({ state, realm, life: settings.recovery.linkLife }, words);

  const getAsk = route({ ...open, method: 'GET', address: '/forgotten-details' }, async (request, reply) => {
    const words = wordsIn(recoverAccountWords, request.language);
    return show(reply, askForRecoveryPage(asking(emptyForm, realmOf(request.query)), words));
  });

  const postAsk = route({ ...shownAgain, address: '/forgotten-details' }, async (request, reply) => {
    const words = wordsIn(recoverAccountWords, request.language);
    const form = readPosted(askForRecoveryForm(words), request);
    if (!form.valid) return show(reply, askForRecoveryPage(asking(form, realmOf(request.body)), words), 422);
    const { email: address, realm } = form.values;
    const { language, clientNetwork } = request;
    await askForRecovery(needs, { address, realm, language, clientNetwork });
    return reply.redirect(sentAddress({ address, realm, again: false }), 303);
  });

  const getSent = route(
    { ...open, method: 'GET', address: '/forgotten-details/sent' },
    async (request, reply) => {
      const words = wordsIn(recoverAccountWords, request.language);
      const { asked } = request.query as { asked?: unknown };
      return show(reply, recoverySentPage(sent(asked, realmOf(request.query), false), words));
    },
  );

  const postAgain = route({ ...shownAgain, address: '/forgotten-details/again' }, async (request, reply) => {
    const words = wordsIn(recoverAccountWords, request.language);
    const { asked } = (request.body ?? {}) as { asked?: unknown };
    const known = openRequest(needs, asked);
    if (!known) return reply.redirect('/forgotten-details', 303);
    const { address, realm, againAt } = known;
    if (!request.formIsFresh) return reply.redirect(`/forgotten-details/sent?asked=${asked}`, 303);
    if (needs.clock.now() < againAt)
      return show(reply, recoverySentPage(sent(asked, realm, true), words), 429);
    const { language, clientNetwork } = request;
    await askForRecovery(needs, { address, realm, language, clientNetwork });
    return reply.redirect(sentAddress({ address, realm, again: true }), 303);
  });

  const getReset = route({ ...open, method: 'GET', address: '/reset-password' }, async (request, reply) => {
    const words = wordsIn(recoverAccountWords, request.language);
    const { link } = request.query as { link?: unknown };
    if (typeof link !== 'string') return show(reply, enterCodePage(emptyForm, words));
    const { state, link: found } = await readLink(needs, link, 'reset-password');
    if (state !== 'live' || !found) return show(reply, notLive(state, found?.realm, words), 410);
    const passwords = wordsIn(passwordWords, request.language);
    const sends = sendsTo(found.realm);
    const props = { form: emptyForm, sends, link, email: found.email, rules };
    return show(reply, choosePasswordPage(props, words, passwords));
  });

  const postCode = route({ ...shownAgain, address: '/reset-password/code' }, async (request, reply) => {
    const words = wordsIn(recoverAccountWords, request.language);
    const form = readPosted(codeForm(wordsIn(codeWords, request.language)), request);
    if (!form.valid) return show(reply, enterCodePage(form, words), 422);
    const { email, code } = form.values;
    const { clientNetwork } = request;
    const typed = { email: email.canonical, typed: code, clientNetwork };
    const result = await exchangeCode(needs, typed, 'reset-password');
    if (result.outcome === 'exchanged') return reply.redirect(`/reset-password?link=${result.secret}`, 303);
    const again = withError(
      filledForm({ email: email.typed }),
      'code',
      wordsIn(codeWords, request.language).refused,
    );
    return show(reply, enterCodePage(again, words), 422);
  });

  const postReset = route({ ...shownAgain, address: '/reset-password' }, async (request, reply) => {
    const words = wordsIn(recoverAccountWords, request.language);
    const passwords = wordsIn(passwordWords, request.language);
    const posted = postedLink(request.body);
    const { link: found } = await readLink(needs, posted, 'reset-password');
    const owner = await contextOfAccount(needs, found?.accountId as AccountId | undefined);
    const form = readPosted(choosePasswordForm(rules, passwords, owner), request);
    const showAgain = (form: FormState) => {
      const sends = sendsTo(found?.realm ?? 'portal');
      const props = { form, sends, link: posted, email: found?.email ?? '', rules };
      return show(reply, choosePasswordPage(props, words, passwords), 422);
    };
    if (!form.valid) return showAgain(form);
    const result = await resetPassword(needs, { secret: form.values.link, password: form.values.password });
    switch (result.outcome) {
      case 'link-not-live':
        return show(reply, notLive(result.state, result.realm, words), 410);
      case 'same-as-temporary':
        return showAgain(withError(emptyForm, 'password', words.choose.notTheTemporaryOne));
      case 'reset':
        // Their session has just ended with the others, so the page must not greet them as logged in.
        if (request.actor?.subject === result.accountId) request.actor = undefined;
        return show(reply, passwordResetPage({ ...result, support: settings.support }, words));
    }
  });

  return [getAsk, postAsk, getSent, postAgain, getReset, postCode, postReset];
};

const realmOf = (from: unknown) =>
  (from as { realm?: unknown })?.realm === 'support' ? 'support' : 'portal';
