import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

/** A little less than what is asked stays good for. */
const askAgainAfter = 4 * 60_000;

class NotReached extends Error {}

/** Shows what needs a passkey where the browser has them; the server answers with a page, as to any form. */
export function enhancePasskey(part: HTMLElement) {
  const form = part.querySelector('form');
  const problem = part.querySelector('[role=alert]');
  if (!form || !problem || !browserSupportsWebAuthn()) return;
  for (const instead of document.querySelectorAll<HTMLElement>('[data-without-passkey]'))
    instead.hidden = true;
  part.hidden = false;
  let isAsking = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    problem.textContent = '';
    try {
      await answer(part, form, false);
    } catch (error) {
      problem.textContent = reason(error, part.dataset);
    }
    isAsking = false;
    if (part.dataset.inField !== undefined) offer();
  });

  async function offer() {
    if (isAsking || !part.isConnected || !form || !(await browserSupportsWebAuthnAutofill())) return;
    // Not chosen, or asked for elsewhere: the field and the button are still there.
    await answer(part, form, true).catch(() => undefined);
  }
  if (part.dataset.inField === undefined) return;
  offer();
  const again = setInterval(() => (part.isConnected ? offer() : clearInterval(again)), askAgainAfter);
}

/** Asks the server, then the passkey, and posts what it answers. */
async function answer(part: HTMLElement, form: HTMLFormElement, useBrowserAutofill: boolean) {
  const optionsJSON = await ask(part.dataset.options ?? '', field(form, 'csrf').value);
  const given =
    part.dataset.passkey === 'create'
      ? await startRegistration({ optionsJSON })
      : await startAuthentication({ optionsJSON, useBrowserAutofill, verifyBrowserAutofillInput: false });
  field(form, 'passkey').value = JSON.stringify(given);
  takeAlong(form, part.dataset.alongWith);
  HTMLFormElement.prototype.submit.call(form);
}

/** What stands once on the page counts for both of its forms. */
function takeAlong(form: HTMLFormElement, name: string | undefined) {
  const box = name && document.querySelector<HTMLInputElement>(`main input[name=${name}]:checked`);
  if (!box || box.form === form) return;
  const copy = document.createElement('input');
  Object.assign(copy, { type: 'hidden', name, value: box.value });
  form.append(copy);
}

/** Where the session is over the page is asked for again, which says so. */
async function ask(address: string, csrf: string) {
  const body = new URLSearchParams({ csrf });
  const sent = fetch(address, { method: 'POST', body, redirect: 'manual' });
  const response = await sent.catch(() => undefined);
  if (response?.type === 'opaqueredirect') location.reload();
  if (!response?.ok) throw new NotReached();
  return response.json();
}

function reason(error: unknown, words: DOMStringMap): string {
  if (error instanceof NotReached) return words.notReached ?? '';
  const isThere =
    error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  return (isThere ? words.thereAlready : words.notUsed) ?? '';
}

const field = (form: HTMLFormElement, name: string) =>
  form.querySelector(`input[name=${name}]`) as HTMLInputElement;
