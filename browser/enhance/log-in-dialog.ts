import { takeFocus } from './take-focus.ts';

/** The pages that may be shown in the dialog; any other is gone to. */
const pagesInside = ['/log-in', '/forgotten-details', '/forgotten-details/sent', '/forgotten-details/again'];

const longestWait = 10_000;

/** Opens log in over the page. Whatever fails, the browser goes to the page as if this were not here. */
export function logInDialog(link: HTMLAnchorElement, enhance: (part: ParentNode) => void) {
  const dialog = document.querySelector<HTMLDialogElement>('#log-in-dialog');
  const page = dialog?.querySelector<HTMLElement>('.gh-dialog__page');
  if (!dialog || !page || location.pathname === link.pathname) return;
  link.setAttribute('aria-haspopup', 'dialog');

  const show = async (address: string, form?: BodyInit) => {
    if (page.ariaBusy === 'true') return;
    page.ariaBusy = 'true';
    try {
      const content = await contentOf(address, form);
      if (content) fill(dialog, page, content, enhance);
    } finally {
      page.ariaBusy = null;
    }
  };
  const follow = (event: MouseEvent, to: HTMLAnchorElement) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isInside(to.href)) return;
    event.preventDefault();
    show(to.href).catch(() => location.assign(to.href));
  };
  link.addEventListener('click', (event) => follow(event, link));
  page.addEventListener('click', (event) => {
    const to = event.target instanceof Element ? event.target.closest('a') : null;
    if (to && !to.getAttribute('href')?.startsWith('#')) follow(event, to);
  });
  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !isInside(form.action)) return;
    event.preventDefault();
    show(form.action, valuesOf(form)).catch(() => form.submit());
  });
  dialog.addEventListener('close', () => {
    page.replaceChildren();
    link.focus();
  });
}

function isInside(address: string) {
  const { origin, pathname } = new URL(address, location.href);
  return origin === location.origin && pagesInside.includes(pathname);
}

const valuesOf = (form: HTMLFormElement) =>
  new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/** The content of the page at an address; nothing when the answer led on to another page, which the browser goes to. */
async function contentOf(address: string, form: BodyInit | undefined) {
  const signal = AbortSignal.timeout(longestWait);
  const response = await fetch(address, form ? { method: 'POST', body: form, signal } : { signal });
  if (!isInside(response.url)) return location.assign(response.url);
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = answer.querySelector('main');
  if (!main) throw new Error('no page');
  const content = document.createElement('div');
  content.append(...answer.querySelectorAll('.nhsuk-back-link'), main);
  main.replaceWith(...main.childNodes);
  nameApart(content);
  return content;
}

const naming = ['id', 'for', 'aria-describedby', 'aria-controls'];

/** The page underneath may have fields of the same names. */
function nameApart(content: HTMLElement) {
  for (const attribute of naming)
    for (const element of content.querySelectorAll(`[${attribute}]`))
      element.setAttribute(attribute, (element.getAttribute(attribute) ?? '').replace(/\S+/g, 'dialog-$&'));
  for (const link of content.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', (link.getAttribute('href') ?? '').replace('#', '#dialog-'));
}

function fill(
  dialog: HTMLDialogElement,
  page: HTMLElement,
  content: HTMLElement,
  enhance: (part: ParentNode) => void,
) {
  const title = nameDialog(dialog, content);
  page.replaceChildren(content);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  const start = content.querySelector<HTMLElement>('.nhsuk-input');
  if (start) start.focus();
  else if (title) takeFocus(title);
  // Last, because a summary of mistakes takes the focus.
  enhance(content);
}

/** The heading names the dialog, and is no longer the page's own. */
function nameDialog(dialog: HTMLDialogElement, content: HTMLElement) {
  const heading = content.querySelector('h1');
  if (!heading) return undefined;
  const title = document.createElement('h2');
  title.className = heading.className;
  title.id = 'log-in-dialog-title';
  title.append(...heading.childNodes);
  heading.replaceWith(title);
  dialog.setAttribute('aria-labelledby', title.id);
  return title;
}
