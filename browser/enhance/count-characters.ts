const quietMilliseconds = 1000;

/** Says how many characters are left: at once to the eye, after a pause in typing to a screen reader. */
export function countCharacters(group: HTMLElement) {
  const area = group.querySelector('textarea');
  const limit = group.querySelector<HTMLElement>('.nhsuk-character-count__message');
  if (!area || !limit) return;
  const visible = message('nhsuk-hint nhsuk-character-count__status', limit);
  visible.setAttribute('aria-hidden', 'true');
  const spoken = message('nhsuk-u-visually-hidden', limit);
  spoken.setAttribute('aria-live', 'polite');
  limit.classList.add('nhsuk-u-visually-hidden');
  // The library's styles hide the counts until this says that something keeps them right.
  group.toggleAttribute('data-nhsuk-character-count-init', true);
  let pause = 0;
  const count = () => {
    const left = Number(group.dataset.maxlength) - area.value.length;
    visible.textContent = isNear(left, area.value.length) ? wordsFor(left, group.dataset) : '';
    visible.classList.toggle('nhsuk-error-message', left < 0);
    visible.classList.toggle('nhsuk-hint', left >= 0);
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = visible.textContent;
    }, quietMilliseconds);
  };
  area.addEventListener('input', count);
  // What was typed before a Back or a reload is put in after this runs.
  addEventListener('pageshow', count);
  count();
}

/** Far from its end the count of a long text says nothing that helps. */
const isNear = (left: number, typed: number) => left <= 1000 || left <= typed;

function message(look: string, after: HTMLElement) {
  const element = document.createElement('div');
  element.className = look;
  after.after(element);
  return element;
}

function wordsFor(left: number, words: DOMStringMap) {
  const count = Math.abs(left);
  const text =
    left < 0 ? (count === 1 ? words.oneOver : words.over) : count === 1 ? words.oneLeft : words.left;
  return (text ?? '').replace('%{count}', count.toLocaleString(document.documentElement.lang || undefined));
}
