/** Moves focus to something that is read, not operated; it stops being focusable once left. */
export function takeFocus(element: HTMLElement) {
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}
