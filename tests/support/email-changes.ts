import { expect } from 'vitest';
import type { SandboxMessage } from '../../src/notifications/index.ts';
import { secretOf } from './main-job.ts';
import type { Portal } from './portal.ts';
import type { Answer, Browser } from './portal-browser.ts';
import type { AddedPerson } from './portal-people.ts';

/** Somebody who has just logged in, in a browser of their own. */
export async function loggedIn(the: Pick<Portal, 'browser'>, person: AddedPerson): Promise<Browser> {
  const browser = the.browser();
  await browser.get('/log-in');
  const answer = await browser.post('/log-in', { identifier: person.email, password: person.password });
  expect([answer.status, answer.text]).toEqual([303, expect.anything()]);
  await browser.get('/account/profile');
  return browser;
}

export const askForEmail = async (browser: Browser, email: string): Promise<Answer> => {
  await browser.get('/account/details/email?again=yes');
  return browser.follow(await browser.post('/account/details/email', { email }));
};

/** The newest link to a page of ours in what was sent to an address; undefined when there is none. */
export async function newestLink(the: Portal, to: string, page: string): Promise<string | undefined> {
  const links = (await the.inbox(to)).flatMap(({ links: found }) => found);
  return links.find((link) => new URL(link).pathname === page && link.includes('link='));
}

/** Follows a link as a person does: looks, then presses the button. */
export async function useLink(browser: Browser, link: string | undefined): Promise<Answer> {
  if (!link) throw new Error('no such link was sent');
  await browser.get(link);
  return browser.post(new URL(link).pathname, { link: secretOf(link) });
}

/** From asking to the new address being the account's. */
export async function changeEmail(the: Portal, browser: Browser, to: string): Promise<void> {
  await askForEmail(browser, to);
  const answer = await useLink(the.browser(), await newestLink(the, to, '/confirm-email'));
  expect([answer.status, answer.text]).toEqual([
    200,
    expect.stringContaining('Your email address is changed'),
  ]);
}

export const subjectsOf = (messages: SandboxMessage[]): string[] => messages.map(({ subject }) => subject);
