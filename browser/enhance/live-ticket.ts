const second = 1000;
/** Without a key for so long, nobody is writing any more. */
const stopsAfter = 20 * second;

interface Told {
  /** Who else is here, in words. */
  here: string[];
  /** How many messages there are, and what to say when this page shows fewer. */
  messages: string;
  news: string;
}

/** Keeps the words about who else looks or writes true, and says when somebody wrote meanwhile. */
export function followTicket(place: HTMLElement) {
  const { live = '', writing = '', csrf = '', seen = '', readAgain = '' } = place.dataset;
  let source: EventSource | undefined;
  let stop = 0;
  let writes = false;

  function show({ here, messages, news }: Told) {
    const lines = messages !== seen && news ? [...here, `${news} ${readAgain}`] : here;
    if (lines.join('\n') === [...place.children].map((line) => line.textContent).join('\n')) return;
    place.replaceChildren(
      ...lines.map((text) => {
        const line = document.createElement('p');
        line.textContent = text;
        return line;
      }),
    );
  }

  function follow() {
    source?.close();
    source = new EventSource(live);
    source.addEventListener('ticket', (event) => show(JSON.parse((event as MessageEvent<string>).data)));
  }

  /** A tab that nobody looks at holds no connection, and its owner is not said to be here. */
  function rest() {
    source?.close();
    source = undefined;
  }

  function tell(isWriting: boolean) {
    if (isWriting === writes) return;
    writes = isWriting;
    const body = new URLSearchParams({ csrf, writes: isWriting ? 'yes' : 'no' });
    fetch(writing, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => undefined);
  }

  document.querySelector<HTMLTextAreaElement>('#body')?.addEventListener('input', () => {
    tell(true);
    clearTimeout(stop);
    stop = setTimeout(() => tell(false), stopsAfter);
  });
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : follow()));
  addEventListener('pagehide', rest);
  if (!document.hidden) follow();
}
