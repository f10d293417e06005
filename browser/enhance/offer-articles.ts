interface Offered {
  title: string;
  href: string;
}

const pauseMilliseconds = 900;
const longestWait = 5_000;

/** Offers articles that fit what is typed above. Whatever fails, the form sends as it does without this. */
export function offerArticles(box: HTMLElement) {
  const form = box.closest('form');
  const list = box.querySelector('ul');
  if (!form || !list) return;
  const status = document.createElement('div');
  status.className = 'nhsuk-u-visually-hidden';
  status.setAttribute('role', 'status');
  box.after(status);
  let pause = 0;
  let asked: AbortController | undefined;
  let shown = '';

  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(longestWait)]);
    const body = new URLSearchParams({ csrf: tokenOf(form), text: textOf(form) });
    const answer = await fetch(box.dataset.offered ?? '', { method: 'POST', body, signal });
    if (!answer.ok) return;
    const { articles } = (await answer.json()) as { articles: Offered[] };
    const found = articles.map(({ href }) => href).join();
    if (signal.aborted || found === shown) return;
    shown = found;
    list.replaceChildren(...articles.map((article) => itemOf(article, box.dataset.newTab ?? '')));
    box.hidden = articles.length === 0;
    const { found: many = '', foundOne = '' } = box.dataset;
    status.textContent =
      articles.length === 0
        ? ''
        : articles.length === 1
          ? foundOne
          : many.replace('%{count}', String(articles.length));
  };

  form.addEventListener('input', (event) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    clearTimeout(pause);
    pause = setTimeout(() => void look().catch(() => undefined), pauseMilliseconds);
  });
}

const tokenOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? '';

const textOf = (form: HTMLFormElement): string =>
  [...form.querySelectorAll('textarea')]
    .map(({ value }) => value)
    .join(' ')
    .slice(0, 2_000);

function itemOf({ title, href }: Offered, newTab: string): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.textContent = `${title} ${newTab}`;
  const item = document.createElement('li');
  item.append(link);
  return item;
}
