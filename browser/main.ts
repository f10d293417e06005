// Every journey works without this file; it only makes some steps kinder.
import { checkPassword } from './enhance/check-password.ts';
import { countCharacters } from './enhance/count-characters.ts';
import { focusErrorSummary } from './enhance/focus-error-summary.ts';
import { focusNotification } from './enhance/focus-notification.ts';
import { logInDialog } from './enhance/log-in-dialog.ts';
import { offerArticles } from './enhance/offer-articles.ts';
import { preventDoubleSubmit } from './enhance/prevent-double-submit.ts';
import { warnOfSessionEnd } from './enhance/session-warning.ts';
import { showPassword } from './enhance/show-password.ts';
import { switchDialog } from './enhance/switch-dialog.ts';
import { waitToSendAgain } from './enhance/wait-to-send-again.ts';

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');

/** For a page, and for a part that comes into it later. */
function enhance(part: ParentNode) {
  for (const group of part.querySelectorAll<HTMLElement>('.nhsuk-password-input')) showPassword(group);
  for (const list of part.querySelectorAll<HTMLElement>('.gh-checklist')) checkPassword(list);
  for (const group of part.querySelectorAll<HTMLElement>('.nhsuk-character-count')) countCharacters(group);
  for (const summary of part.querySelectorAll<HTMLElement>('.nhsuk-error-summary'))
    focusErrorSummary(summary);
  for (const banner of part.querySelectorAll<HTMLElement>('.nhsuk-notification-banner'))
    focusNotification(banner);
  for (const notice of part.querySelectorAll<HTMLElement>('[data-wait]')) waitToSendAgain(notice);
  for (const box of part.querySelectorAll<HTMLElement>('[data-offered]')) offerArticles(box);
  for (const form of part.querySelectorAll<HTMLElement>('[data-passkey]')) fetchPasskeys(form);
  for (const proof of part.querySelectorAll<HTMLElement>('[data-proof]')) fetchProofOfWork(proof);
  for (const box of part.querySelectorAll<HTMLElement>('[data-suggestions]')) fetchSuggestions(box);
}

/** Only one page of the desk needs it. */
async function fetchLiveTicket(place: HTMLElement) {
  const module: typeof import('./live-ticket.ts') = await import(place.dataset.script ?? '');
  module.enhanceLiveTicket(place);
}

/** Most pages never need it; where it cannot be had, its buttons stay hidden. */
async function fetchPasskeys(form: HTMLElement) {
  const module: typeof import('./passkey.ts') = await import(form.dataset.script ?? '');
  module.enhancePasskey(form);
}

async function fetchProofOfWork(proof: HTMLElement) {
  const module: typeof import('./proof-of-work.ts') = await import(proof.dataset.script ?? '');
  module.proveWork(proof);
}

async function fetchSuggestions(box: HTMLElement) {
  const module: typeof import('./suggestions.ts') = await import(box.dataset.script ?? '');
  module.suggest(box);
}

enhance(document);
for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) fetchLiveTicket(place);
preventDoubleSubmit(document);
for (const link of document.querySelectorAll<HTMLAnchorElement>('.gh-header__log-in'))
  logInDialog(link, enhance);
for (const link of document.querySelectorAll<HTMLAnchorElement>('.gh-header__switch')) switchDialog(link);
for (const dialog of document.querySelectorAll<HTMLDialogElement>('#session-warning'))
  warnOfSessionEnd(dialog);
