import { randomUUID } from 'node:crypto';
import type { Route } from '../../src/platform/http/index.ts';
import { nerys, openDesk, register } from '../support/main-job.ts';
import { type PortalOptions, portal } from '../support/portal.ts';
import type { Browser } from '../support/portal-browser.ts';

/** So that every address there can be is there. */
const everythingOpen = {
  accounts: { openRegistration: true, usernames: 'chosen', occupations: ['Practitioner'] },
};

/** A portal with something at most addresses, and one browser for everybody who might knock. */
export async function inhabitedPortal(options: PortalOptions = {}) {
  const settings = { ...everythingOpen, ...options.settings };
  const the = await portal({ profile: 'primary-care', ...options, settings });
  const { agent, desk } = await openDesk(the);
  const amara = await the.addPerson({ mainContactOf: 'Z90002' });
  const chief = await the.addPerson({ name: 'Tomasz Lis', staff: 'administrator' });
  await register(the.browser(), nerys);
  await the.runDue();
  const [portalPerson, administrator] = [the.browser(), the.browser()];
  await enter(portalPerson, '/log-in', amara);
  await enter(administrator, '/log-in/staff', chief);
  const visitors = { anonymous: the.browser(), 'portal person': portalPerson, agent: desk, administrator };
  const { id: registration } = await the.needs.database
    .selectFrom('registration')
    .select('id')
    .executeTakeFirstOrThrow();
  const [message] = await the.inbox();
  const known = {
    ':code': 'Z90001',
    '/desk/people': amara.id,
    '/desk/staff': agent.id,
    '/desk/registrations': registration,
    '/sandbox/inbox': message?.id ?? '',
  };
  return { the, visitors, known };
}

/** Ends on the first page, so that all is noted that being there notes. */
async function enter(browser: Browser, address: string, person: { email: string; password: string }) {
  await browser.get(address);
  await browser.follow(await browser.post(address, { identifier: person.email, password: person.password }));
}

export type Visitors = Awaited<ReturnType<typeof inhabitedPortal>>['visitors'];

/** Every address for people; those for machines know no visitor. */
export const pagesOf = (routes: readonly Route[]) => routes.filter((route) => !route.machinery);
/** The address with something that is there: whose `:id` it is shows in what stands before it. */
export const addressOf = ({ address }: Route, known: Record<string, string>) =>
  address.replace(/:\w+/g, (name) => known[name] ?? known[address.split('/:id')[0] ?? ''] ?? randomUUID());
