/** Shows and hides what is typed; sent always as a password, so that the browser does not remember it as text. */
export function showPassword(group: HTMLElement) {
  const input = group.querySelector('input');
  const button = group.querySelector('button');
  if (!input || !button) return;
  const status = liveText(button);
  const show = (isShown: boolean) => {
    if (isShown === (input.type === 'text')) return;
    input.type = isShown ? 'text' : 'password';
    const words = button.dataset;
    button.textContent = (isShown ? words.hide : words.show) ?? '';
    button.setAttribute('aria-label', (isShown ? words.hideLabel : words.showLabel) ?? '');
    status.textContent = (isShown ? words.shownStatus : words.hiddenStatus) ?? '';
  };
  button.hidden = false;
  button.addEventListener('click', () => show(input.type === 'password'));
  input.form?.addEventListener('submit', () => show(false));
  // A page brought back by the Back button must not still show a password.
  addEventListener('pageshow', () => show(false));
}

function liveText(after: HTMLElement) {
  const status = document.createElement('span');
  status.className = 'nhsuk-u-visually-hidden';
  status.setAttribute('aria-live', 'polite');
  after.after(status);
  return status;
}
