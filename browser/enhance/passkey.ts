import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
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
  let isPressed = false;
  let asked = Promise.resolve();

  /** One after the other: only the newest of what was asked can be answered. */
  const askInTurn = () => {
    const options = asked.then(() => ask(part.dataset.options ?? '', field(form, 'csrf').value));
    asked = options.then(
      () => undefined,
      () => undefined,
    );
    return options;
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isPressed) return;
    isPressed = true;
    problem.textContent = '';
    try {
      send(form, await giveAnswer(part, await askInTurn()), part.dataset.alongWith);
    } catch (error) {
      problem.textContent = reason(error, part.dataset);
      beginAgain();
    }
  });
  const beginAgain = () => {
    isPressed = false;
    offer();
  };
  // Brought back by the Back button after it was sent.
  addEventListener('pageshow', ({ persisted }) => persisted && beginAgain());

  /** In the field where the name is typed; the button goes first. */
  async function offer() {
    if (!form || part.dataset.inField === undefined || isPressed || !part.isConnected) return;
    if (!(await browserSupportsWebAuthnAutofill())) return;
    WebAuthnAbortService.cancelCeremony();
    try {
      const optionsJSON = await askInTurn();
      if (isPressed) return;
      const given = await startAuthentication({
        optionsJSON,
        useBrowserAutofill: true,
        verifyBrowserAutofillInput: false,
      });
      if (isPressed) return;
      isPressed = true;
      send(form, given, undefined);
    } catch {
      // Nothing was chosen there: the fields and the button are.
    }
  }
  offer();
  const again = setInterval(() => (part.isConnected ? offer() : clearInterval(again)), askAgainAfter);
}

const giveAnswer = (part: HTMLElement, optionsJSON: Awaited<ReturnType<typeof ask>>) =>
  part.dataset.passkey === 'create'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON });

function send(form: HTMLFormElement, given: object, alongWith: string | undefined) {
  field(form, 'passkey').value = JSON.stringify(given);
  takeAlong(form, alongWith);
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
