/**
 * Leaves a page whose session is over, so that nobody reads on. A form that somebody began is sent: the server keeps
 * what was typed for its owner and asks for log in. It can do nothing else with it, for the form's token is that of the
 * session that ended.
 */
export function leavePage(logIn: string) {
  const begun = [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')].find(isBegun);
  if (!begun) {
    const next = encodeURIComponent(location.pathname + location.search);
    return location.assign(`${logIn}?next=${next}&ended=ended`);
  }
  for (const field of begun.querySelectorAll<HTMLInputElement>('[type=password], [type=file]'))
    field.disabled = true;
  HTMLFormElement.prototype.submit.call(begun);
}

/** Something was typed or chosen, now or before the form came back with its mistakes. */
function isBegun(form: HTMLFormElement) {
  const fields = [...form.elements].filter(
    (field) => !(field instanceof HTMLInputElement && field.type === 'hidden'),
  );
  if (document.querySelector('.nhsuk-error-summary')) return fields.some(hasAnswer);
  return fields.some(isChanged);
}

function isChanged(field: Element) {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement)) return false;
  return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function hasAnswer(field: Element) {
  if (field instanceof HTMLInputElement) return isTicked(field) ? field.checked : field.value !== '';
  return (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) && field.value !== '';
}

const isTicked = (field: HTMLInputElement) => field.type === 'checkbox' || field.type === 'radio';
