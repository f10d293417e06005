// Every journey works without this file; it only makes some steps kinder.
import { checkPassword } from './enhance/check-password.ts';
import { countCharacters } from './enhance/count-characters.ts';
import { focusErrorSummary } from './enhance/focus-error-summary.ts';
import { focusNotification } from './enhance/focus-notification.ts';
import { logInDialog } from './enhance/log-in-dialog.ts';
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
  for (const place of part.querySelectorAll<HTMLElement>('[data-script]')) fetchScript(place);
}

/** What few pages need comes in a file of its own, beside this one; where it cannot be had, the page goes on without. */
async function fetchScript(place: HTMLElement) {
  const { start }: { start(place: HTMLElement): void } = await import(place.dataset.script ?? '');
  start(place);
}

enhance(document);
preventDoubleSubmit(document);
for (const link of document.querySelectorAll<HTMLAnchorElement>('.gh-header__log-in'))
  logInDialog(link, enhance);
for (const link of document.querySelectorAll<HTMLAnchorElement>('.gh-header__switch')) switchDialog(link);
for (const dialog of document.querySelectorAll<HTMLDialogElement>('#session-warning'))
  warnOfSessionEnd(dialog);
