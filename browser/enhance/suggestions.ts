interface Suggestion {
  title: string;
  href: string;
}

const pauseMilliseconds = 200;
const longestWait = 5_000;
const shortest = 2;

/**
 * Offers articles while somebody types: a combobox with a list, as in the ARIA Authoring Practices. Whatever fails, the
 * form searches as it does without this.
 */
export function suggest(box: HTMLElement) {
  const input = box.querySelector('input');
  const form = box.querySelector('form');
  if (!input || !form) return;
  const list = listBelow(input, box.dataset);
  const status = statusAfter(list);
  let options: HTMLElement[] = [];
  let active = -1;
  let pause = 0;
  let asked: AbortController | undefined;

  const close = () => {
    clearTimeout(pause);
    asked?.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  };

  const choose = (at: number) => {
    active = at;
    for (const [place, option] of options.entries())
      option.setAttribute('aria-selected', String(place === at));
    const option = options[at];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };

  const show = (suggestions: readonly Suggestion[]) => {
    options = suggestions.map(optionOf(list));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    choose(-1);
    status.textContent = wordsFor(options.length, box.dataset);
  };

  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(longestWait)]);
    const question = new URLSearchParams({ q: input.value });
    const answer = await fetch(`${box.dataset.suggestions}?${question}`, { signal });
    const { suggestions } = (await answer.json()) as { suggestions: Suggestion[] };
    if (!signal.aborted && document.activeElement === input) show(suggestions);
  };

  input.addEventListener('input', () => {
    clearTimeout(pause);
    if (input.value.trim().length < shortest) {
      status.textContent = '';
      return close();
    }
    pause = setTimeout(() => void look().catch(() => undefined), pauseMilliseconds);
  });

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !list.hidden;
    const { length } = options;
    if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'ArrowDown' && isOpen) choose(active + 1 < length ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && isOpen) choose(active < 0 ? length - 1 : active - 1);
    else if (event.key === 'Enter' && isOpen && active >= 0) options[active]?.click();
    else return;
    event.preventDefault();
  });

  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // Pressing on the list must not take the focus away before the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault());
}

function listBelow(input: HTMLInputElement, words: DOMStringMap): HTMLElement {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'gh-suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.label ?? '');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.after(list);
  return list;
}

function statusAfter(list: HTMLElement): HTMLElement {
  const status = document.createElement('div');
  status.className = 'nhsuk-u-visually-hidden';
  status.setAttribute('role', 'status');
  list.after(status);
  return status;
}

const optionOf =
  (list: HTMLElement) =>
  ({ title, href }: Suggestion, at: number): HTMLElement => {
    const option = document.createElement('li');
    option.id = `${list.id}-${at}`;
    option.className = 'gh-suggestions__option';
    option.setAttribute('role', 'option');
    option.textContent = title;
    option.addEventListener('click', () => location.assign(href));
    return option;
  };

function wordsFor(count: number, words: DOMStringMap): string {
  const text = count === 0 ? words.nothingFound : count === 1 ? words.oneFound : words.found;
  return (text ?? '').replace('%{count}', String(count));
}
