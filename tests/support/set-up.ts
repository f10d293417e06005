import { Secret, TOTP } from 'otpauth';
import type { Answer, Browser } from './portal-browser.ts';

/** The key of an authenticator app as its page shows it. */
export const keyOn = ({ text }: Pick<Answer, 'text'>): string =>
  /Key ((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})/.exec(text)?.[1] ?? '';

/** What an app shows that its owner typed the key into. */
export const codeOfKey = (page: Pick<Answer, 'text'>, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(keyOn(page).replaceAll(' ', '')) }).generate({
    timestamp: at.getTime(),
  });

/** What a page sends along without showing it. */
export const hiddenIn = ({ html }: Pick<Answer, 'html'>, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Recovery codes as a page shows them. */
export const recoveryCodesOn = ({ html }: Pick<Answer, 'html'>): string[] =>
  [...html.matchAll(/gh-code">([A-Z0-9-]{14})</g)].map(([, code]) => code ?? '');

/** Chooses a way on the page where there is a choice; gives the page that comes next. */
export const chooseWay = async (browser: Browser, at: string, way: string, fields = {}): Promise<Answer> =>
  browser.follow(await browser.post(at, { way, ...fields }));

/** Types the code that the app shows for the key on its page. */
export const confirmApp = (browser: Browser, at: string, page: Answer, now: Date, fields = {}) =>
  browser.post(`${at}/app`, { code: codeOfKey(page, now), setUp: hiddenIn(page, 'setUp'), ...fields });
