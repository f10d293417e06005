import { logIn } from './main-job.ts';
import { type Portal, type PortalOptions, portal } from './portal.ts';
import type { Answer, Browser } from './portal-browser.ts';
import { type AddedPerson, goodPassword } from './portal-people.ts';

/** Amara is the main contact of Z90002 and logged in. */
export async function mainContactAtWork(options: PortalOptions = {}) {
  const run = await portal({ profile: 'primary-care', ...options });
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  return { run, amara, desk: await loggedIn(run, amara) };
}

export async function loggedIn(run: Portal, person: AddedPerson): Promise<Browser> {
  const browser = run.browser();
  await logIn(browser, person);
  return browser;
}

/** Somebody whom nobody knows asks. */
export async function strangerAsks(
  run: Portal,
  { code = 'Z90002', ...answers }: Partial<Asking> = {},
): Promise<string> {
  const who = { fullName: 'Ben Okoro', email: 'ben.okoro@practice.example', ...answers };
  const browser = run.browser();
  await browser.get(`/register-organisation/${code}/access`);
  const asked = await browser.post(`/register-organisation/${code}/access`, who);
  if (asked.status !== 303) throw new Error(asked.text);
  return waitingFrom(run, who.email);
}

interface Asking {
  code: string;
  fullName: string;
  email: string;
  note: string;
}

/** Somebody with an account asks while logged in. */
export async function memberAsks(run: Portal, person: AddedPerson, code = 'Z90002'): Promise<string> {
  const browser = await loggedIn(run, person);
  await browser.get(`/register-organisation/${code}/access`);
  const asked = await browser.post(`/register-organisation/${code}/access`, {});
  if (asked.status !== 303) throw new Error(asked.text);
  return waitingFrom(run, person.email);
}

/** What was put on record about requests, in order. */
export const actionsAbout = async ({ needs }: Portal, beginning: string): Promise<string[]> =>
  (
    await needs.database
      .selectFrom('audit_event')
      .select('action')
      .where('action', 'like', `${beginning}%`)
      .orderBy('position')
      .execute()
  ).map(({ action }) => action);

const waitingFrom = async ({ needs }: Portal, email: string): Promise<string> =>
  (
    await needs.database
      .selectFrom('access_request')
      .select('id')
      .where('email_typed', '=', email)
      .where('state', '=', 'waiting')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id;

/** Sends a form whose change needs the password given lately, and gives it where that is asked. */
export async function postConfirmed(
  browser: Browser,
  address: string,
  fields: Record<string, string>,
): Promise<Answer> {
  const answer = await browser.post(address, fields);
  if (!answer.location?.includes('/confirm')) return answer;
  await browser.get(answer.location);
  await browser.post('/log-in/confirm', { password: goodPassword });
  await browser.get(address);
  return browser.post(address, fields);
}
