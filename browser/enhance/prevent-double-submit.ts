const pauseMilliseconds = 2000;

/** Drops a second press within two seconds; the button itself stays enabled, for a send that did not arrive. */
export function preventDoubleSubmit(page: Document) {
  const sent = new WeakMap<EventTarget, number>();
  page.addEventListener('submit', (event) => {
    const form = event.target;
    const isGuarded = event.submitter?.hasAttribute('data-prevent-double-click');
    if (!form || !isGuarded) return;
    const last = sent.get(form);
    if (last !== undefined && event.timeStamp - last < pauseMilliseconds) event.preventDefault();
    else sent.set(form, event.timeStamp);
  });
}
