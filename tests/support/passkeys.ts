import { expect } from 'vitest';
import type { Answer, Browser } from './portal-browser.ts';
import {
  type Ceremony,
  type Oddities,
  type SoftAuthenticator,
  softAuthenticator,
} from './soft-authenticator.ts';

/** What the browser code of a page asks the server for. */
export async function askedBy(browser: Browser, page: string, address: string): Promise<Ceremony> {
  await browser.get(page);
  const answer = await browser.post(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return JSON.parse(answer.html) as Ceremony;
}

/** Creates a passkey on the page at this address, and expects it to be taken. */
export async function addPasskey(
  browser: Browser,
  address: string,
  { name = '', next = '', passkey = softAuthenticator() } = {},
): Promise<SoftAuthenticator> {
  const options = await askedBy(browser, address, `${address}/options`);
  const done = await browser.post(address, { passkey: passkey.create(options), name, next });
  expect([done.status, done.text]).toEqual([303, '']);
  await browser.follow(done);
  return passkey;
}

/** Uses one where a page offers it. */
export async function usePasskey(browser: Browser, { page, passkey, odd, ...fields }: Use): Promise<Answer> {
  const options = await askedBy(browser, page, `${page}/passkey/options`);
  return browser.post(`${page}/passkey`, { passkey: passkey.get(options, odd), ...fields });
}

interface Use {
  page: string;
  passkey: SoftAuthenticator;
  odd?: Oddities;
  next?: string;
  remember?: string;
}
