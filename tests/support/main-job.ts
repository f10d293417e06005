import { expect } from 'vitest';
import { fillSandboxRegister } from '../../src/organisations/index.ts';
import type { Settings } from '../../src/platform/settings/settings.ts';
import type { HeldFactor } from './person-codes.ts';
import type { Portal } from './portal.ts';
import type { Answer, Browser } from './portal-browser.ts';
import { type AddedPerson, goodPassword } from './portal-people.ts';

export interface Registering {
  code: string;
  fullName: string;
  email: string;
  phone: string;
  mailbox: string;
}

/** Nothing in these words comes from the product or its invented register, so that finding them says something. */
export const nerys: Registering = {
  code: 'Z90001',
  fullName: 'Nerys Quillfeather',
  email: 'nerys.quillfeather@alderbrook.example',
  phone: '01632 960 777',
  mailbox: 'front-desk@alderbrook.example',
};

/** What somebody needs who is asked for a code; nothing where nobody is. */
export const factorsAskedFor = ({ secondFactor }: Pick<Settings, 'secondFactor'>): HeldFactor[] =>
  secondFactor.needed === 'nobody' ? [] : ['authenticator'];

/** Brings in the invented register and one support agent, who is logged in. */
export async function openDesk(the: Portal): Promise<{ agent: AddedPerson; desk: Browser }> {
  await fillSandboxRegister(the.needs);
  const agent = await the.addPerson({
    name: 'Gwen Parry',
    email: 'gwen@support.example',
    staff: 'agent',
    factors: factorsAskedFor(the.settings),
  });
  const desk = the.browser({ address: '192.0.2.44' });
  await logIn(desk, agent, '/log-in/staff');
  return { agent, desk };
}

/** Ends on the first page; a code is given where one is asked for. */
export async function logIn(browser: Browser, person: WhoLogsIn, at = '/log-in'): Promise<Answer> {
  const answer = await enterPassword(browser, person, at);
  if (!answer.location?.startsWith(`${at}/code`)) return browser.follow(answer);
  return browser.follow(await enterCode(browser, person.codes?.authenticator() ?? '', at));
}

type WhoLogsIn = Pick<AddedPerson, 'email' | 'password'> & Partial<Pick<AddedPerson, 'codes'>>;

export async function enterPassword(browser: Browser, { email, password }: WhoLogsIn, at = '/log-in') {
  await browser.get(at);
  const answer = await browser.post(at, { identifier: email, password });
  expect([answer.status, answer.text]).toEqual([303, expect.anything()]);
  return answer;
}

/** Sends the form of the page that asks for a code, for the way it shows. */
export async function enterCode(browser: Browser, code: string, at = '/log-in', fields = {}, way = '') {
  const page = await browser.get(`${at}/code${way && `?way=${way}`}`);
  const shown = /name="way" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
  return browser.post(`${at}/code`, { way: shown, code, ...fields });
}

/** The code in the newest message to somebody that has one. */
export const sentCode = async (the: Portal, to: string): Promise<string> =>
  (await the.inbox(to)).find(({ codes }) => codes.length > 0)?.codes[0] ?? '';

/** Of the right shape. Far from the ones before and after it. */
export const wrongCode = (right: string): string =>
  String((Number(right) + 123_457) % 1_000_000).padStart(6, '0');

/** From the search to the page that gives the reference; returns that page. */
export async function register(visitor: Browser, who: Registering): Promise<Answer> {
  const { code, fullName, email, phone, mailbox } = who;
  const found = await visitor.follow(await visitor.get(`/register-organisation?find=${code}`));
  expect(found.text).toContain(`Unique ID: ${code}`);
  const step = (name: string) => `/register-organisation/${code}/${name}`;
  await visitor.get(step('you'));
  expect((await visitor.post(step('you'), { fullName, email, phone })).location).toBe(step('mailbox'));
  await visitor.get(step('mailbox'));
  expect((await visitor.post(step('mailbox'), { mailbox })).location).toBe(step('check'));
  await visitor.get(step('check'));
  return visitor.follow(await visitor.post(step('check')));
}

/** Staff record how they checked the only registration that waits, and approve it. Gives its page. */
export async function approveRegistration(desk: Browser): Promise<string> {
  const address = await openRegistration(desk);
  const note = 'Rang the number in the register and spoke to the practice manager.';
  const checked = await desk.post(`${address}/check`, { how: 'call-back', code: '', note });
  expect([checked.status, checked.location]).toEqual([303, address]);
  await desk.get(address);
  const approved = await desk.post(`${address}/approve`);
  expect([approved.status, approved.location]).toEqual([303, address]);
  return address;
}

/** Staff refuse the only registration that waits; gives the page that says so. */
export async function refuseRegistration(desk: Browser, reason: string): Promise<Answer> {
  const address = await openRegistration(desk);
  return desk.follow(await desk.post(`${address}/refuse`, { reason }));
}

async function openRegistration(desk: Browser): Promise<string> {
  const { html } = await desk.get('/desk/registrations');
  const address = /href="(\/desk\/registrations\/[0-9a-f-]{36})"/.exec(html)?.[1];
  if (!address) throw new Error('no registration waits');
  await desk.get(address);
  return address;
}

/** The address behind the newest e-mail's link to this page of ours. */
export async function linkIn(the: Portal, to: string, page: '/activate' | '/reset-password') {
  const links = (await the.inbox(to)).flatMap((message) => message.links);
  const link = links.find((candidate) => new URL(candidate).pathname === page && candidate.includes('link='));
  if (!link) throw new Error(`no link to ${page} was sent to ${to}`);
  return link;
}

/** Follows the invitation, chooses a password, and gives the page that says it worked. */
export async function activate(the: Portal, visitor: Browser, who: Registering, password = goodPassword) {
  const link = await linkIn(the, who.email, '/activate');
  expect((await visitor.get(link)).status).toBe(200);
  const fields = { link: secretOf(link), name: who.fullName, password };
  const done = await visitor.post('/activate', fields);
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('set up')]);
  return done;
}

export async function resetPassword(the: Portal, visitor: Browser, email: string, password: string) {
  await visitor.get('/forgotten-details');
  await visitor.post('/forgotten-details', { email, realm: 'portal' });
  const link = await linkIn(the, email, '/reset-password');
  await visitor.get(link);
  return visitor.post('/reset-password', { link: secretOf(link), password });
}

export async function enterWrongPasswords(visitor: Browser, email: string, times: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let tries = 0; tries < times; tries += 1) {
    await visitor.get('/log-in');
    answers.push(await visitor.post('/log-in', { identifier: email, password: 'Not-the-password-0' }));
  }
  return answers;
}

export const secretOf = (link: string): string => new URL(link).searchParams.get('link') ?? '';
