import { type Challenge, type DeriveKeyFunction, solveChallenge } from 'altcha-lib';

/**
 * Works while the form is being filled in, and lets it go once it is done. Where that fails it goes without: then a
 * person looks at it first.
 */
export function proveWork(part: HTMLElement) {
  const form = part.closest('form');
  const field = part.querySelector('input');
  const status = part.querySelector<HTMLElement>('[role=status]');
  if (!form || !field || !status) return;
  const working = solve(part.dataset.proof ?? '').catch(() => '');
  let isWaiting = false;
  form.addEventListener('submit', async (event) => {
    if (field.value !== '') return;
    event.preventDefault();
    if (isWaiting) return;
    isWaiting = true;
    status.textContent = part.dataset.checking ?? '';
    field.value = await working;
    isWaiting = false;
    HTMLFormElement.prototype.submit.call(form);
  });
  working.then((proof) => {
    field.value ||= proof;
  });
}

async function solve(issued: string): Promise<string> {
  const challenge: Challenge = JSON.parse(issued);
  const solution = await solveChallenge({ challenge, deriveKey });
  return solution ? JSON.stringify({ challenge, solution }) : '';
}

const deriveKey: DeriveKeyFunction = async (_parameters, salt, password) => {
  const bytes = new Uint8Array(salt.length + password.length);
  bytes.set(salt);
  bytes.set(password, salt.length);
  return { derivedKey: new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) };
};
