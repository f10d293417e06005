import { takeFocus } from './take-focus.ts';

export function focusErrorSummary(summary: HTMLElement) {
  takeFocus(summary);
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof HTMLAnchorElement ? event.target : undefined;
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (field && showField(field)) event.preventDefault();
  });
}

/** Brings the label into view as well as the field, so that the person sees what is asked. */
function showField(field: HTMLElement) {
  const label =
    field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${field.id}"]`);
  label?.scrollIntoView();
  field.focus({ preventScroll: Boolean(label) });
  return true;
}
