const longestWait = 10_000;

/** Opens the list of one's organisations over the page. Whatever fails, the browser goes to the page that holds it. */
export function switchDialog(link: HTMLAnchorElement) {
  let dialog: HTMLDialogElement | undefined;
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open().catch(() => location.assign(link.href));
  });

  /** Asked for once; later it is as it was. */
  async function open() {
    dialog ??= await dialogOf(link);
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLInputElement>('#switch-find')?.focus();
  }
}

/** Made of the page's own form, so that choosing here is choosing there; nothing when that led on to another page. */
async function dialogOf(link: HTMLAnchorElement) {
  const response = await fetch(link.href, { signal: AbortSignal.timeout(longestWait) });
  if (new URL(response.url).pathname !== link.pathname) {
    location.assign(response.url);
    return undefined;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const form = page.querySelector<HTMLFormElement>('main form[method=post]');
  if (!form) throw new Error('no form');
  form.hidden = true;
  for (const element of form.querySelectorAll('[id]')) element.removeAttribute('id');
  const dialog = make('dialog', 'gh-dialog');
  const title = make('h2', 'nhsuk-heading-m', page.querySelector('h1')?.textContent ?? '');
  title.id = 'switch-title';
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(closeButton(link), title, ...chooser(form, link), form);
  dialog.addEventListener('close', () => link.focus());
  document.body.append(dialog);
  return dialog;
}

/** A field that narrows the list down, and the list; arrows go up and down, Enter takes the first that fits. */
function chooser(form: HTMLFormElement, { dataset }: HTMLAnchorElement) {
  const field = make('input', 'nhsuk-input');
  Object.assign(field, { type: 'text', id: 'switch-find', autocomplete: 'off', spellcheck: false });
  const label = make('label', 'nhsuk-label', dataset.findLabel);
  label.htmlFor = field.id;
  const group = make('div', 'nhsuk-form-group');
  group.append(label, field);
  const nothing = make('p', 'gh-switch__nothing');
  nothing.setAttribute('role', 'status');
  const list = make('ul', 'gh-switch');
  const choices = [...form.querySelectorAll<HTMLInputElement>('[type=radio]')].map((radio) =>
    choiceOf(radio, form),
  );
  list.append(...choices.map(({ item }) => item));
  const shown = () => choices.filter(({ item }) => !item.hidden).map(({ button }) => button);
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const { item, text } of choices) item.hidden = !words.every((word) => text.includes(word));
    nothing.textContent = shown().length > 0 ? '' : (dataset.nothingLabel ?? '');
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    shown()[0]?.click();
  });
  const step = (event: KeyboardEvent) => walk(event, [field, ...shown()]);
  field.addEventListener('keydown', step);
  list.addEventListener('keydown', step);
  return [group, nothing, list];
}

function walk(event: KeyboardEvent, stops: HTMLElement[]) {
  const at = stops.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: stops[at + 1], ArrowUp: stops[at - 1] }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function choiceOf(radio: HTMLInputElement, form: HTMLFormElement) {
  const item = document.createElement('li');
  const button = make('button', 'gh-switch__choice');
  button.type = 'button';
  const words = [...(radio.parentElement?.querySelectorAll('label, .nhsuk-hint') ?? [])];
  button.append(...words.map((part) => make('span', 'gh-line', part.textContent ?? '')));
  if (isHere(radio, button.textContent ?? '')) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', () => {
    radio.checked = true;
    HTMLFormElement.prototype.submit.call(form);
  });
  item.append(button);
  return { item, button, text: (button.textContent ?? '').toLowerCase() };
}

/** A page that is an organisation's own wins over where the session acts. */
function isHere(radio: HTMLInputElement, text: string) {
  const [, code] = /^\/organisations\/([^/]+)/.exec(location.pathname) ?? [];
  return code ? text.toUpperCase().includes(`(${code.toUpperCase()})`) : radio.checked;
}

function closeButton({ dataset }: HTMLAnchorElement) {
  const form = make('form', 'gh-dialog__close');
  form.method = 'dialog';
  form.append(make('button', 'nhsuk-button nhsuk-button--secondary nhsuk-button--small', dataset.closeLabel));
  return form;
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, look: string, text = '') {
  const element = document.createElement(name);
  element.className = look;
  element.textContent = text;
  return element;
}
