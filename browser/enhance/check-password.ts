const quietMilliseconds = 1000;

/** Ticks off what a password has while it is typed, and says what it still needs after a pause in typing. */
export function checkPassword(list: HTMLElement) {
  const input = document.querySelector<HTMLInputElement>(`input[name="${list.dataset.checks}"]`);
  if (!input) return;
  const rules = [...list.querySelectorAll<HTMLElement>('[data-pattern]')].map((item) =>
    ticked(item, list.dataset.met ?? ''),
  );
  const spoken = document.createElement('div');
  spoken.className = 'nhsuk-u-visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  list.after(spoken);
  let pause = 0;
  const check = () => {
    // The server counts and looks in the same form (NFKC).
    const typed = input.value.normalize('NFKC');
    const missing = rules.filter((rule) => !rule.tick(typed)).map((rule) => rule.text);
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = typed ? summary(missing, list.dataset) : '';
    }, quietMilliseconds);
  };
  input.addEventListener('input', check);
  // What was typed before a Back is put in after this runs.
  addEventListener('pageshow', check);
  check();
}

function ticked(item: HTMLElement, met: string) {
  const text = item.textContent ?? '';
  const pattern = new RegExp(item.dataset.pattern ?? '', 'u');
  const note = document.createElement('span');
  item.append(note);
  return {
    text,
    tick: (typed: string) => {
      const isMet = pattern.test(typed);
      item.classList.toggle('gh-checklist__met', isMet);
      note.textContent = isMet ? ` – ${met}` : '';
      return isMet;
    },
  };
}

const summary = (missing: string[], { stillNeeded, allMet }: DOMStringMap) =>
  missing.length === 0 ? (allMet ?? '') : (stillNeeded ?? '').replace('%{rules}', missing.join(', '));
