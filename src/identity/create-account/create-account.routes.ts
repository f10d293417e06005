import { anyone } from '../../kernel/policy.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, filledForm, readPosted, show, typedValues, withError } from '../../ui/index.ts';
import { usernameWords } from '../username.words.ts';
import { checkEmailPage, howToGetAnAccountPage, secondAccountPage } from './answers.page.tsx';
import { createAccountForm } from './create-account.form.ts';
import { createAccountPage } from './create-account.page.tsx';
import { type CreateAccountNeeds, type CreateAccountOutcome, createAccount } from './create-account.ts';
import { type CreateAccountWords, createAccountWords } from './create-account.words.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;

export const createAccountRoutes = (needs: CreateAccountNeeds): Route[] =>
  needs.settings.accounts.openRegistration ? openRoutes(needs) : [closedRoute(needs)];

function openRoutes(needs: CreateAccountNeeds): Route[] {
  const { settings } = needs;
  const { accounts } = settings;
  const page = (language: Language, form: FormState, known = false) =>
    createAccountPage({ form, accounts, known }, allWords(language).own);

  const getForm = route({ ...open, method: 'GET', address: '/create-account' }, async (request, reply) =>
    // Whoever is logged in has an account, and is asked no riddle about it.
    show(reply, page(request.language, filledForm(request.actor ? { before: 'yes' } : {}))),
  );

  const postForm = route(
    { ...open, method: 'POST', address: '/create-account', staleForm: 'shown-again' },
    async (request, reply) => {
      const { language, clientNetwork } = request;
      const { own, usernames } = allWords(language);
      const form = readPosted(createAccountForm(settings, own, usernames), request);
      if (!form.valid) return show(reply, page(language, form), 422);
      const typed = filledForm(typedValues(request.body));
      const { before, advised, ...newcomer } = form.values;
      if (before === 'yes' && !advised) return show(reply, secondAccountPage(typed, own));
      const result = await createAccount(needs, { ...newcomer, language, clientNetwork });
      switch (result.outcome) {
        case 'check-email':
          return reply.redirect('/create-account/sent', 303);
        case 'known':
          return show(reply, page(language, sayKnown(typed, result, own), true), 422);
      }
    },
  );

  const getSent = route({ ...open, method: 'GET', address: '/create-account/sent' }, async (request, reply) =>
    show(reply, checkEmailPage(settings, allWords(request.language).own)),
  );

  return [getForm, postForm, getSent];
}

const closedRoute = ({ settings }: CreateAccountNeeds): Route =>
  route({ ...open, method: 'GET', address: '/create-account' }, async (request, reply) =>
    show(reply, howToGetAnAccountPage(settings.organisations.registration, allWords(request.language).own)),
  );

const allWords = (language: Language) => ({
  own: wordsIn(createAccountWords, language),
  usernames: wordsIn(usernameWords, language),
});

type Known = Extract<CreateAccountOutcome, { outcome: 'known' }>;

function sayKnown(form: FormState, known: Known, { errors }: CreateAccountWords): FormState {
  const withEmail = known.email ? withError(form, 'email', errors.emailKnown) : form;
  return known.username ? withError(withEmail, 'username', errors.usernameKnown) : withEmail;
}
