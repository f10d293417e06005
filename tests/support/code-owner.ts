import { codeAt } from '../../src/identity/second-factors/authenticator.ts';
import { listFactors } from '../../src/identity/second-factors/factor.store.ts';
import type { Factor, FactorKind } from '../../src/identity/second-factors/factor.ts';
import { hours, minutes, seconds } from '../../src/kernel/duration.ts';
import { resetPassword, sentCode } from './main-job.ts';
import type { Portal } from './portal.ts';
import type { Answer, Browser } from './portal-browser.ts';
import type { AddedPerson } from './portal-people.ts';

/** Somebody with a mailbox, and with whatever else they have not lost yet, who only does what pages offer. */
export interface CodeOwner {
  person: AddedPerson;
  password: string;
  /** What is in hand, by the factor it belongs to: an app's key, the codes on paper. */
  apps: Map<string, Buffer>;
  papers: Map<string, string[]>;
  /** Phones that still ring. */
  numbers: Set<string>;
  /** The browser that was remembered, as it was then. */
  remembered?: Map<string, string>;
}

export type Arrival = 'in' | 'asked-staff' | 'frozen';

export const ownFactors = (the: Portal, { person }: CodeOwner): Promise<Factor[]> =>
  listFactors(the.needs.database, person.id, 'portal');

/** Whether what a factor asks for is in its owner's hand. */
export const holds = ({ apps, papers, numbers }: CodeOwner, { id, kind, phoneDialled }: Factor): boolean =>
  kind === 'email' ||
  apps.has(id) ||
  (papers.get(id)?.length ?? 0) > 0 ||
  (kind === 'text' && numbers.has(phoneDialled ?? ''));

/** From the password to the account, however many steps are asked for; where even an owner cannot get in, the last word. */
export async function comeIn(
  the: Portal,
  owner: CodeOwner,
  { browser = the.browser(), remember = '' } = {},
): Promise<{ arrival: Arrival; browser: Browser }> {
  const asked = await enterOwnPassword(the, owner, browser);
  const proven = asked.location?.startsWith('/log-in/code')
    ? await giveAnyCode(the, owner, browser, remember)
    : asked;
  if (!proven) return { arrival: await askStaff(the, owner, browser), browser };
  if (!proven.location?.startsWith('/log-in/set-up')) return { arrival: arrivalOf(proven), browser };
  const guide = { base: '/log-in/set-up', way: await offered(browser) };
  if ((await begin(browser, guide.base, guide.way)).status === 409) return { arrival: 'frozen', browser };
  await finish(the, owner, browser, guide);
  await browser.get('/log-in/set-up/done');
  return { arrival: arrivalOf(await browser.post('/log-in/set-up/done', { remember })), browser };
}

function arrivalOf({ location, status, text }: Answer): Arrival {
  if (location === '/account') return 'in';
  throw new Error(`a log in ended nowhere: ${status} ${location} ${text.slice(0, 300)}`);
}

/** After "this was not me" no password works, and after many wrong ones none is looked at for a while. */
export async function enterOwnPassword(the: Portal, owner: CodeOwner, browser: Browser): Promise<Answer> {
  for (let tries = 0; tries < 4; tries += 1) {
    await browser.get('/log-in');
    const { email } = owner.person;
    const answer = await browser.post('/log-in', { identifier: email, password: owner.password });
    if (answer.status === 303) return answer;
    if (answer.status === 429) the.clock.advance(hours(3));
    else await resetOwnPassword(the, owner);
  }
  throw new Error('the password of an owner never worked');
}

let passwords = 1;

export async function resetOwnPassword(the: Portal, owner: CodeOwner): Promise<void> {
  the.clock.advance(minutes(20));
  passwords += 1;
  const fresh = `Quiet-amber-lantern-${passwords}`;
  const done = await resetPassword(the, the.browser(), owner.person.email, fresh);
  if (done.status !== 200) throw new Error(`no new password: ${done.status} ${done.text.slice(0, 300)}`);
  owner.password = fresh;
}

/** Tries what is in hand, one log in each, until something is right. */
async function giveAnyCode(the: Portal, owner: CodeOwner, browser: Browser, remember: string) {
  const order: FactorKind[] = ['authenticator', 'recovery-codes', 'text', 'email'];
  const held = (await ownFactors(the, owner)).filter((factor) => holds(owner, factor));
  for (const factor of held.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))) {
    const given = await giveCode(the, owner, browser, { factor, remember });
    if (given) return given;
  }
  return undefined;
}

async function giveCode(
  the: Portal,
  owner: CodeOwner,
  browser: Browser,
  { factor, remember }: { factor: Factor; remember: string },
): Promise<Answer | undefined> {
  const page = await openCodePage(the, owner, browser, factor.id);
  if (!page.html.includes(factor.id)) return undefined;
  const code = await codeOf(the, owner, browser, factor);
  const answer = await browser.post('/log-in/code', { way: factor.id, code, remember });
  if (answer.status !== 303) return undefined;
  if (answer.location !== '/log-in/code') return answer;
  await browser.get('/log-in/code');
  return browser.post('/log-in/code', { code: await sentCode(the, owner.person.email), remember });
}

/** Where code entry is closed its owner comes back later, from the start. */
async function openCodePage(the: Portal, owner: CodeOwner, browser: Browser, way: string): Promise<Answer> {
  const page = await browser.get(`/log-in/code?way=${way}`);
  if (page.status !== 429 && page.status !== 303) return page;
  the.clock.advance(hours(3));
  await enterOwnPassword(the, owner, browser);
  return browser.get(`/log-in/code?way=${way}`);
}

async function codeOf(the: Portal, owner: CodeOwner, browser: Browser, { id, kind, phoneDialled }: Factor) {
  const app = owner.apps.get(id);
  if (app) {
    the.clock.advance(seconds(30));
    return codeAt(app, the.clock.now());
  }
  if (kind === 'recovery-codes') return owner.papers.get(id)?.pop() ?? '';
  the.clock.advance(minutes(16));
  await browser.post('/log-in/code/send', { way: id });
  return sentCode(the, kind === 'email' ? owner.person.email : (phoneDialled ?? ''));
}

/** "I cannot use any of these". */
async function askStaff(the: Portal, owner: CodeOwner, browser: Browser): Promise<Arrival> {
  await enterOwnPassword(the, owner, browser);
  await browser.get('/log-in/code/cannot-use/ask');
  await browser.post('/log-in/code/cannot-use/send', { reason: 'other', words: '', phone: '' });
  const page = await browser.get('/log-in/code/cannot-use');
  if (!/GH-\w{4}-\w{4}/.test(page.text)) throw new Error(`no request: ${page.text.slice(0, 300)}`);
  return 'asked-staff';
}

const ways = ['authenticator', 'recovery-codes', 'text'] as const;
export type WayToSetUp = (typeof ways)[number] | 'email';

async function offered(browser: Browser): Promise<WayToSetUp> {
  const { html, text } = await browser.get('/log-in/set-up');
  const way = ways.find((one) => new RegExp(`value="${one}"`).test(html));
  // What is frozen offers nothing; the post says so.
  if (!way && !text) throw new Error('nothing is offered');
  return way ?? 'authenticator';
}

const begin = async (browser: Browser, base: string, way: WayToSetUp): Promise<Answer> => {
  await browser.get(base);
  return browser.post(base, { way });
};

const setUpOf = ({ html }: Answer): string => /name="setUp" value="([^"]+)"/.exec(html)?.[1] ?? '';

const decode = (base32: string): Buffer => {
  const bits = [...base32.replace(/\s/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

let numbersGiven = 0;

interface Guide {
  base: string;
  way: WayToSetUp;
}

/** Goes through the guide of what was begun, and keeps what it hands out. A moment later, so that it is the newest. */
async function finish(the: Portal, owner: CodeOwner, browser: Browser, { base, way }: Guide): Promise<void> {
  the.clock.advance(seconds(1));
  if (way === 'authenticator') await finishApp(the, owner, browser, base);
  else if (way === 'recovery-codes') await finishPaper(the, owner, browser, base);
  else await finishSent(the, owner, browser, { base, way });
}

async function finishPaper(the: Portal, owner: CodeOwner, browser: Browser, base: string): Promise<void> {
  const page = await browser.get(`${base}/codes`);
  const codes = page.html.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g) ?? [];
  const saved = await browser.post(`${base}/codes`, { setUp: setUpOf(page), saved: 'yes' });
  await keep(the, owner, saved, 'recovery-codes', (id) => owner.papers.set(id, [...new Set(codes)]));
}

async function finishApp(the: Portal, owner: CodeOwner, browser: Browser, base: string): Promise<void> {
  const page = await browser.get(`${base}/app?on=computer`);
  const secret = decode(/gh-key">([A-Z2-7 ]+)</.exec(page.html)?.[1] ?? '');
  const typed = { setUp: setUpOf(page), on: 'computer', code: codeAt(secret, the.clock.now()) };
  const done = await browser.post(`${base}/app`, typed);
  await keep(the, owner, done, 'authenticator', (id) => owner.apps.set(id, secret));
}

async function finishSent(
  the: Portal,
  owner: CodeOwner,
  browser: Browser,
  { base, way }: Guide,
): Promise<void> {
  numbersGiven += 1;
  const number = `+447700900${String(numbersGiven % 1000).padStart(3, '0')}`;
  if (way === 'text') {
    await browser.get(`${base}/text`);
    await browser.post(`${base}/text`, { phone: number, replaces: '' });
  }
  const page = await browser.get(`${base}/${way}/code`);
  const code = await sentCode(the, way === 'text' ? number : owner.person.email);
  const done = await browser.post(`${base}/${way}/code`, { setUp: setUpOf(page), code });
  if (way === 'text') await keep(the, owner, done, 'text', () => owner.numbers.add(number));
}

async function keep(
  the: Portal,
  owner: CodeOwner,
  done: Answer,
  kind: FactorKind,
  take: (id: string) => void,
): Promise<void> {
  if (done.status !== 303 || done.location?.includes('began=again')) return;
  const newest = (await ownFactors(the, owner)).filter((factor) => factor.kind === kind).at(-1);
  if (newest) take(newest.id);
}

/** Adds a way in the account of somebody who is logged in; a page that refuses changes nothing. */
export async function addWay(
  the: Portal,
  owner: CodeOwner,
  browser: Browser,
  way: WayToSetUp,
): Promise<void> {
  const base = '/account/security/add';
  if ((await begin(browser, base, way)).status === 303) await finish(the, owner, browser, { base, way });
}
