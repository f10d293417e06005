// Every journey works without this file; it only makes some steps kinder.
import { checkPassword } from './enhance/check-password.ts';
import { countCharacters } from './enhance/count-characters.ts';
import { focusErrorSummary } from './enhance/focus-error-summary.ts';
import { focusNotification } from './enhance/focus-notification.ts';
import { preventDoubleSubmit } from './enhance/prevent-double-submit.ts';
import { showPassword } from './enhance/show-password.ts';

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');

for (const group of document.querySelectorAll<HTMLElement>('.nhsuk-password-input')) showPassword(group);
for (const list of document.querySelectorAll<HTMLElement>('.gh-checklist')) checkPassword(list);
for (const group of document.querySelectorAll<HTMLElement>('.nhsuk-character-count')) countCharacters(group);
for (const summary of document.querySelectorAll<HTMLElement>('.nhsuk-error-summary'))
  focusErrorSummary(summary);
for (const banner of document.querySelectorAll<HTMLElement>('.nhsuk-notification-banner'))
  focusNotification(banner);
preventDoubleSubmit(document);
