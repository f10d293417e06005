import { canGetTexts, isOfCountries, readPhoneNumber } from '../../kernel/phone-number.ts';
import type { Route } from '../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  withError,
} from '../../ui/index.ts';
import { wordsOf } from './answers.ts';
import { numberPage } from './number.page.tsx';
import { beginAndSend, type SentNeeds } from './sent.routes.ts';
import { findOwnPhone, findSetUp } from './set-up.store.ts';
import { numberForm } from './set-up-factor.form.ts';
import { type Place, type SetUpStep, setUpRoute } from './set-up-step.ts';

/** The number that gets texts. The one of the profile is offered. */
export const numberRoutes = (needs: SentNeeds, place: Place): Route[] => [
  setUpRoute(needs, place, { method: 'GET', path: '/text' }, async (step) =>
    showNumber(needs, step, await startOfNumber(needs, step)),
  ),
  setUpRoute(needs, place, { method: 'POST', path: '/text', staleForm: 'shown-again' }, async (step) => {
    const { number } = wordsOf(step);
    const form = readPosted(numberForm(number, needs.settings.texts), step.request);
    if (!form.valid) return showNumber(needs, step, form, 422);
    const { phone } = form.values;
    const typed = filledForm({ phone: phone.typed });
    if (step.factors.some(({ phoneDialled }) => phoneDialled === phone.e164))
      return showNumber(needs, step, withError(typed, 'phone', number.thereAlready), 422);
    const replaces = replacedBy(step);
    return beginAndSend(needs, step, { kind: 'text', phone, ...(replaces && { replaces: replaces.id }) });
  }),
];

async function startOfNumber({ database, clock, settings }: SentNeeds, { request, asker }: SetUpStep) {
  const kept = keptForm(request);
  if (kept.values.phone) return kept;
  const begun = await findSetUp(database, { boundTo: asker.boundTo, kind: 'text', now: clock.now() });
  const phone = begun?.phone ?? (await findOwnPhone(database, asker.accountId)) ?? '';
  const read = readPhoneNumber(phone);
  const canBe = read && canGetTexts(read) && isOfCountries(read, settings.texts.callingCodes);
  return canBe ? filledForm({ phone }) : emptyForm;
}

/** A number of one's own that the new one takes the place of. */
function replacedBy({ request: { body, query }, factors }: SetUpStep) {
  const asked = ((body ?? query) as { replaces?: unknown } | undefined)?.replaces;
  return factors.find(({ id, kind }) => kind === 'text' && id === asked);
}

function showNumber({ settings }: SentNeeds, step: SetUpStep, form: FormState, status = 200) {
  const replaces = replacedBy(step)?.id ?? '';
  return show(step.reply, numberPage({ form, step, settings, replaces }, wordsOf(step)), status);
}
