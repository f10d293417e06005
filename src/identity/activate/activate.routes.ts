import type { AccountId } from '../../kernel/ids.ts';
import { anyone } from '../../kernel/policy.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { exchangeCode, readLink } from '../access-links/access-link.ts';
import { codeForm } from '../access-links/code.form.ts';
import { codeWords } from '../access-links/code.words.ts';
import { postedLink } from '../access-links/posted-link.ts';
import { findAccount } from '../account.store.ts';
import { contextOfAccount } from '../passwords/password-context.ts';
import { passwordWords } from '../passwords/passwords.words.ts';
import { findWishedUsername } from '../username.store.ts';
import { usernameWords } from '../username.words.ts';
import { activateForm, newLinkForm } from './activate.form.ts';
import {
  activatedPage,
  activatePage,
  activationCodePage,
  activationLinkNotLivePage,
  newLinkSentPage,
} from './activate.page.tsx';
import { type ActivateNeeds, activate, askForNewLink } from './activate.ts';
import { activateWords } from './activate.words.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;
const shownAgain = { ...open, method: 'POST', staleForm: 'shown-again' } as const;

export const activateRoutes = (needs: ActivateNeeds & { settings: Settings }): Route[] => {
  const { settings } = needs;
  const rules = settings.password;
  const life = settings.activation.linkLife;

  const usernameAsked = (language: Language) => ({
    service: settings.service,
    words: wordsIn(usernameWords, language),
  });

  const getActivate = route({ ...open, method: 'GET', address: '/activate' }, async (request, reply) => {
    const words = wordsIn(activateWords, request.language);
    const { link: secret } = request.query as { link?: unknown };
    if (typeof secret !== 'string') return show(reply, activationCodePage(emptyForm, words));
    const { state, link } = await readLink(needs, secret, 'activate');
    if (state !== 'live' || !link) {
      return show(reply, activationLinkNotLivePage({ state, link: secret, life }, words), 410);
    }
    const owner = await ownerOf(needs, link);
    const form = filledForm({ name: link.fullName, username: owner.wishedUsername ?? '' });
    const props = { form, link: secret, rules, ...owner };
    return show(reply, activatePage(props, words, wordsIn(passwordWords, request.language)));
  });

  const postActivate = route({ ...shownAgain, address: '/activate' }, async (request, reply) => {
    const words = wordsIn(activateWords, request.language);
    const passwords = wordsIn(passwordWords, request.language);
    const secret = postedLink(request.body);
    const { link: found } = await readLink(needs, secret, 'activate');
    const typedName = typedValues(request.body).name;
    const owner = await contextOfAccount(needs, found?.accountId as AccountId | undefined, typedName);
    const known = await ownerOf(needs, found);
    const asked = known.wishedUsername === undefined ? undefined : usernameAsked(request.language);
    const form = readPosted(activateForm(words, rules, passwords, owner, asked), request);
    const again = (form: FormState) =>
      show(reply, activatePage({ form, link: secret, rules, ...known }, words, passwords), 422);
    if (!form.valid) return again(form);
    const { link, ...chosen } = form.values;
    const result = await activate(needs, { secret: link, ...chosen });
    switch (result.outcome) {
      case 'activated':
        return show(reply, activatedPage(result.realm, words));
      case 'username-taken': {
        const { taken } = wordsIn(usernameWords, request.language);
        return again(withError(filledForm(typedValues(request.body)), 'username', taken));
      }
      case 'link-not-live':
        return show(reply, activationLinkNotLivePage({ state: result.state, link, life }, words), 410);
    }
  });

  const postCode = route({ ...shownAgain, address: '/activate/code' }, async (request, reply) => {
    const words = wordsIn(activateWords, request.language);
    const form = readPosted(codeForm(wordsIn(codeWords, request.language)), request);
    if (!form.valid) return show(reply, activationCodePage(form, words), 422);
    const { email, code } = form.values;
    const { clientNetwork } = request;
    const typed = { email: email.canonical, typed: code, clientNetwork };
    const result = await exchangeCode(needs, typed, 'activate');
    if (result.outcome === 'exchanged') return reply.redirect(`/activate?link=${result.secret}`, 303);
    const again = withError(
      filledForm({ email: email.typed }),
      'code',
      wordsIn(codeWords, request.language).refused,
    );
    return show(reply, activationCodePage(again, words), 422);
  });

  const newLink = { ...open, method: 'POST', address: '/activate/new-link' } as const;
  const postNewLink = route(newLink, async (request, reply) => {
    const words = wordsIn(activateWords, request.language);
    const form = readPosted(newLinkForm, request);
    const { language, clientNetwork } = request;
    if (form.valid) await askForNewLink(needs, { secret: form.values.link, language, clientNetwork });
    return show(reply, newLinkSentPage(words));
  });

  return [getActivate, postActivate, postCode, postNewLink];
};

async function ownerOf(
  needs: ActivateNeeds & { settings: Settings },
  link: { accountId: string } | undefined,
) {
  const account = link && (await findAccount(needs.database, link.accountId as AccountId));
  const chooses = needs.settings.accounts.usernames === 'chosen';
  const wishedUsername =
    account && chooses ? await findWishedUsername(needs.database, account.id) : undefined;
  return { email: account?.email ?? '', asksName: account?.state !== 'active', wishedUsername };
}
