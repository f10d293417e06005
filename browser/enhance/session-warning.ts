import { leavePage } from './leave-page.ts';
import { sayLeft, wordsOfTime } from './say-left.ts';

const second = 1000;
/** How often the server is asked, while the warning stands, whether another tab went on. */
const askEvery = 15 * second;
const retryAfter = 5 * second;

/** How long the session has, in milliseconds: without use, and however much it is used. */
interface Left {
  idle: number;
  longest: number;
}

/** Says in time that the session ends. Only the server knows: another tab may have used it, or ended it. */
export function warnOfSessionEnd(dialog: HTMLDialogElement) {
  const part = (name: string) => dialog.querySelector<HTMLElement>(`.gh-session__${name}`);
  const { dataset } = dialog;
  const words = wordsOfTime(dataset);
  const warnBefore = Number(dataset.warn);
  let ends = { idle: 0, longest: 0 };
  let timer = 0;
  let askedAt = 0;
  let wasDismissed = false;

  const endsAt = () => Math.min(ends.idle, ends.longest);
  const isAtLongest = () => ends.longest <= ends.idle;
  const after = (wait: number, work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, Math.max(0, wait));
  };

  function know(left: Left) {
    ends = { idle: Date.now() + left.idle, longest: Date.now() + left.longest };
    if (endsAt() - Date.now() <= warnBefore) return warn();
    wasDismissed = false;
    dialog.close();
    after(endsAt() - warnBefore - Date.now(), ask);
  }

  async function ask() {
    askedAt = Date.now();
    const answer = await leftBy(() => fetch(dataset.status ?? '', { redirect: 'manual', cache: 'no-store' }));
    if (answer === 'ended') return leavePage(dataset.logIn ?? '/');
    if (answer === 'unknown') return after(retryAfter, endsAt() > Date.now() ? warn : ask);
    know(answer);
  }

  function warn() {
    const atLongest = isAtLongest();
    part('longest')?.toggleAttribute('hidden', !atLongest);
    part('go-on')?.toggleAttribute('hidden', !atLongest);
    part('stay')?.toggleAttribute('hidden', atLongest);
    if (!dialog.open && !wasDismissed) {
      dialog.showModal();
      part(atLongest ? 'go-on' : 'stay')?.focus();
    }
    count();
  }

  function count() {
    const left = endsAt() - Date.now();
    if (left <= 0 || Date.now() - askedAt >= askEvery) {
      ask();
      return;
    }
    sayLeft(part('shown'), part('spoken'), left, words);
    after(left % second || second, count);
  }

  async function stay() {
    const csrf = dialog.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '';
    const body = new URLSearchParams({ csrf });
    const answer = await leftBy(() =>
      fetch(dataset.stay ?? '', { method: 'POST', body, redirect: 'manual' }),
    );
    if (answer === 'ended' || answer === 'unknown') return ask();
    know(answer);
  }

  function dismiss() {
    if (!isAtLongest()) {
      stay();
      return;
    }
    wasDismissed = true;
    dialog.close();
  }

  part('stay')?.addEventListener('click', stay);
  part('go-on')?.addEventListener('click', dismiss);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    dismiss();
  });
  // A computer that slept wakes with old timers.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && endsAt() - Date.now() <= warnBefore) ask();
  });
  know({ idle: Number(dataset.idle), longest: Number(dataset.longest) });
}

/** A session that is over leads away to log in; what no answer says is not known. */
async function leftBy(request: () => Promise<Response>): Promise<Left | 'ended' | 'unknown'> {
  try {
    const response = await request();
    if (response.type === 'opaqueredirect') return 'ended';
    return response.ok ? ((await response.json()) as Left) : 'unknown';
  } catch {
    return 'unknown';
  }
}
