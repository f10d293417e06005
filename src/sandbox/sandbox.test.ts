import { expect, test } from 'vitest';
import { atTheDesk } from '../../tests/support/at-the-desk.ts';
import { enterCode, enterPassword } from '../../tests/support/main-job.ts';
import { portal } from '../../tests/support/portal.ts';
import { profileNames } from '../platform/settings/profile.ts';
import { codesOf, demoCode } from './demo-codes.ts';
import { type DemoPerson, demoPeople, demoPeopleOf } from './demo-people.ts';
import { fillSandbox } from './index.ts';

test.each(await profileNames())('under %s every demo person logs in as the page says', async (profile) => {
  const the = await portal({ profile, wholeProfile: true });
  await fillSandbox(the.needs, () => undefined);
  const { text } = await the.browser().get('/sandbox');
  const people = demoPeopleOf(the.settings);
  expect(people.map(({ realm }) => realm)).toContain('portal');
  for (const person of people) {
    const { name, email, username, password, realm } = person;
    const codes = codesOf(person, the.settings);
    const code = demoCode(person, the.clock.now());
    if (codes === 'has') expect(text).toContain(code);
    const names = the.settings.accounts.usernames === 'chosen' && username ? [email, username] : [email];
    for (const shown of [name, password, ...names]) expect(text).toContain(shown);
    const at = realm === 'support' ? '/log-in/staff' : '/log-in';
    for (const one of names) {
      const browser = the.browser();
      const entered = await enterPassword(browser, { email: one, password }, at);
      const ended = codes === 'has' ? await enterCode(browser, code, at) : entered;
      const home = realm === 'support' ? '/desk' : '/account';
      expect([one, ended.location]).toEqual([one, codes === 'sets-up' ? `${at}/set-up` : home]);
    }
  }
});

const needsLogIn = /^\/(desk|organisations)\b/;

test.each(await profileNames())(
  'under %s every step to try leads to a page that is there',
  async (profile) => {
    const the = await portal({ profile });
    await fillSandbox(the.needs, () => undefined);
    const visitor = the.browser();
    const { html } = await visitor.get('/sandbox');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const steps = new Set([...main.matchAll(/href="(\/[^"#]*)"/g)].map(([, address]) => address ?? ''));
    expect(steps.size).toBeGreaterThan(5);
    for (const address of steps) {
      const answer = await visitor.get(address);
      expect([address, answer.status]).toEqual([address, needsLogIn.test(address) ? 303 : 200]);
      expect([address, answer.text.includes('How to get an account')]).toEqual([address, false]);
    }
    const forPeople = [...steps].filter((address) => address.startsWith('/organisations'));
    expect(forPeople.length).toBe(the.settings.organisations.registration ? 1 : 0);
    for (const address of forPeople) {
      const inside = the.browser();
      await enterPassword(inside, demoPeople.find(({ key }) => key === 'main-contact') as DemoPerson);
      expect((await inside.get(address)).html).toContain(`href="${address}/new"`);
    }
  },
);

test.each(['primary-care', 'locum-network'])('under %s the desk of a newcomer lives', async (profile) => {
  const the = await portal({ profile, wholeProfile: true });
  await fillSandbox(the.needs, () => undefined);
  const { database } = the.needs;
  const tickets = await database
    .selectFrom('ticket')
    .select(['state', 'rating', 'subject_key as subject'])
    .execute();
  const states = new Set(tickets.map(({ state }) => state));
  for (const state of [
    'held',
    'new',
    'open',
    'waiting-for-you',
    'waiting-for-us',
    'solved',
    'closed',
  ] as const)
    expect([state, states.has(state)]).toEqual([state, true]);
  expect(new Set(tickets.map(({ rating }) => rating))).toEqual(new Set([null, 'good', 'bad']));
  const asked = the.settings.tickets.subjects.map(({ key }) => key);
  for (const { subject } of tickets) expect(asked).toContain(subject);
  const { desk } = await atTheDesk(the, 'administrator', 'Ada Lis');
  expect((await desk.get('/desk/tickets')).text).toContain('The page says password entry is closed');
  expect((await desk.get('/desk/dashboard')).text).toMatch(/Good ratings 67\s?%/);
});

test('filling it twice adds nothing', async () => {
  const the = await portal({ profile: 'locum-network' });
  const count = async () =>
    (await the.needs.database.selectFrom('login_name').select('canonical').execute()).length;
  await fillSandbox(the.needs, () => undefined);
  const once = await count();
  await fillSandbox(the.needs, () => undefined);
  expect([once, await count()]).toEqual([8, 8]);
});
