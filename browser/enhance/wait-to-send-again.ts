/** Keeps a button away until it may be pressed, and counts down to that in silence. */
export function waitToSendAgain(notice: HTMLElement) {
  const button = notice.closest('form')?.querySelector('button');
  const from = performance.now() + Number(notice.dataset.wait) * 1000;
  if (!button) return;
  button.hidden = true;
  const count = () => {
    const left = Math.ceil((from - performance.now()) / 1000);
    notice.textContent = (notice.dataset.words ?? '').replace('%{count}', String(left));
    if (left > 0) return;
    clearInterval(ticking);
    notice.hidden = true;
    button.hidden = false;
  };
  const ticking = setInterval(count, 1000);
  count();
}
