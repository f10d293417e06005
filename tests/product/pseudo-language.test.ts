import { expect, test } from 'vitest';
import { seconds } from '../../src/kernel/duration.ts';
import { demoPeople, practiceToTry } from '../../src/sandbox/demo-people.ts';
import { escapedWords, wordsOfSubjects } from '../support/escaped-words.ts';
import {
  activate,
  approveRegistration,
  enterWrongPasswords,
  linkIn,
  nerys,
  openDesk,
  refuseRegistration,
  register,
  resetPassword,
  secretOf,
} from '../support/main-job.ts';
import { type Portal, portal } from '../support/portal.ts';
import { addressOf, inhabitedPortal, pagesOf } from './inhabited-portal.ts';

const pseudo = { settings: { service: { language: 'pseudo' } }, profile: 'primary-care' } as const;
const cookies = ['visitor', 'session', 'device', 'registration'].map((kind) => `gatehouse-3000-${kind}`);

const isPage = (html: string) => html.startsWith('<!DOCTYPE html>');

test('every word of every page comes from a catalogue, for everybody who can reach it', async () => {
  const { the, visitors, known } = await inhabitedPortal(pseudo);
  const data = await dataIn(the);
  const seen = new Set<string>();
  for (const route of pagesOf(the.routes).filter(({ method }) => method === 'GET'))
    for (const [who, browser] of Object.entries(visitors)) {
      const { html, status, headers } = await browser.get(addressOf(route, known));
      const escaped = escapedWords(html, [...data, String(headers['x-request-id'])]);
      if (isPage(html)) expect([who, route.address, escaped]).toEqual([who, route.address, []]);
      if (isPage(html) && status === 200) seen.add(route.address);
    }
  expect(seen.size).toBeGreaterThan(25);
});

test('every word of every form with mistakes comes from a catalogue', async () => {
  const { the, visitors, known } = await inhabitedPortal(pseudo);
  const data = await dataIn(the);
  let mistakes = 0;
  for (const route of pagesOf(the.routes).filter(({ method }) => method === 'POST'))
    for (const fields of [
      {},
      { email: '!', identifier: '!', password: 'x', name: ' ', phone: '!', code: '!', reason: '!' },
    ])
      for (const [who, browser] of Object.entries(visitors)) {
        if (route.address.startsWith('/log-out')) continue;
        const { html, status, headers } = await browser.post(addressOf(route, known), fields);
        const escaped = escapedWords(html, [...data, '!', String(headers['x-request-id'])]);
        if (isPage(html)) expect([who, route.address, escaped]).toEqual([who, route.address, []]);
        if (status === 422) mistakes += 1;
      }
  expect(mistakes).toBeGreaterThan(20);
});

test('every word of every email of the main job, and of the pages on its way, comes from a catalogue', async () => {
  const the = await portal(pseudo);
  const { desk } = await openDesk(the);
  const visitor = the.browser();
  const pages = [await register(visitor, nerys)];
  await approveRegistration(desk);
  pages.push(await activate(the, visitor, nerys));
  pages.push(await resetPassword(the, visitor, nerys.email, 'Four-brisk-geese-4'));
  pages.push(...(await enterWrongPasswords(the.browser(), nerys.email, 5)));
  the.clock.advance(seconds(5));
  await the.runDue();
  const other = { ...nerys, code: 'Z90003' };
  pages.push(
    await register(visitor, other),
    await refuseRegistration(desk, 'The practice did not ask for it.'),
  );
  const access = `/register-organisation/${nerys.code}/access`;
  const colleague = { fullName: 'Ben Tull', email: 'ben.tull@alderbrook.example' };
  pages.push(await visitor.get(access), await visitor.follow(await visitor.post(access, colleague)));
  const person = await the.needs.database
    .selectFrom('account_email')
    .select('account_id')
    .where('typed', '=', nerys.email)
    .executeTakeFirstOrThrow();
  for (const action of ['unlock', 'log-out', 'deactivate', 'activate']) {
    const address = `/desk/people/${person.account_id}/${action}`;
    pages.push(await desk.get(address));
    pages.push(await desk.follow(await desk.post(address, { reason: 'Called us, and knew the facts.' })));
  }
  const typed = [
    'Called us, and knew the facts.',
    'The practice did not ask for it.',
    ...Object.values(colleague),
  ];
  const data = [...(await dataIn(the)), ...typed];
  for (const page of pages) expect(escapedWords(page.html, data)).toEqual([]);
  const messages = await the.inbox();
  for (const { subject, html, text } of messages) {
    expect([subject, escapedWords(html, data)]).toEqual([subject, []]);
    expect([subject, escapedWords(`${subject}\n${text}`, data)]).toEqual([subject, []]);
  }
  const sent = await the.needs.database
    .selectFrom('outbox')
    .select('kind')
    .distinct()
    .orderBy('kind')
    .execute();
  expect(sent.map(({ kind }) => kind)).toEqual(kindsOfEmail);
});

test.each(['locum-network', 'clinic'])(
  'every word of creating an account under %s, and of its emails, comes from a catalogue',
  async (profile) => {
    const the = await portal({ ...pseudo, profile });
    const { fullName, email } = nerys;
    const asked = { fullName, email, username: 'nerysq', occupation: 'Practitioner', before: 'no' };
    const visitor = the.browser();
    const pages = [
      await visitor.get('/'),
      await visitor.get('/log-in'),
      await visitor.get('/create-account'),
      await visitor.post('/create-account', { fullName: 'www.x', email: '!', username: '!', before: '!' }),
      await visitor.post('/create-account', { username: 'admin' }),
      await visitor.post('/create-account', { ...asked, before: 'yes' }),
      await visitor.follow(await visitor.post('/create-account', asked)),
    ];
    const link = await linkIn(the, email, '/activate');
    pages.push(await visitor.get(link));
    const chosen = {
      link: secretOf(link),
      name: fullName,
      username: 'nerysq',
      password: 'Four-brisk-geese-4',
    };
    pages.push(await visitor.post('/activate', { ...chosen, username: '!' }));
    pages.push(await visitor.post('/activate', chosen), await visitor.post('/create-account', asked));
    await the.runDue();
    await the.needs.database.updateTable('account').set({ state: 'deactivated' }).execute();
    pages.push(await visitor.post('/create-account', asked));
    pages.push(await visitor.get('/sandbox'));
    const data = [...(await dataIn(the)), 'nerysq', 'www.x', '!'];
    for (const page of pages) expect(escapedWords(page.html, data)).toEqual([]);
    const messages = await the.inbox();
    expect(messages).toHaveLength(profile === 'clinic' ? 3 : 1);
    for (const { subject, html, text } of messages)
      expect([subject, escapedWords(`${html}\n${text}`, data)]).toEqual([subject, []]);
  },
);

const kindsOfEmail = [
  'access-asked',
  'account-activated-again',
  'account-deactivated',
  'account-unlocked',
  'activation-link',
  'password-changed',
  'password-entry-closed',
  'practice-registered',
  'registration-approved',
  'registration-received',
  'registration-refused',
  'reset-link',
];

/** What people, registers and operators wrote, which no catalogue holds. */
async function dataIn(the: Portal): Promise<string[]> {
  const { database } = the.needs;
  const people = await database.selectFrom('account').select('full_name').execute();
  const addresses = await database.selectFrom('account_email').select('typed').execute();
  const organisations = await database.selectFrom('organisation').selectAll().execute();
  const registrations = await database.selectFrom('registration').select('reference').execute();
  const devices = await database.selectFrom('device').select('description').execute();
  const tasks = await database.selectFrom('staff_task').select('reference').execute();
  const { service, support } = the.settings;
  const services = Object.values(the.settings.organisations.services);
  const roles = services.flatMap((one) => Object.values(one.roles));
  const links = (await the.inbox()).flatMap((message) => message.links);
  return [
    ...people.map((person) => person.full_name),
    ...addresses.map((address) => address.typed),
    ...organisations.flatMap((one) => [one.name, one.code ?? '', one.postcode ?? '', ...one.address_lines]),
    ...[...registrations, ...tasks].map((one) => one.reference),
    ...devices.map((one) => one.description),
    ...demoPeople.flatMap(({ name, email, password, username }) => [name, email, password, username ?? '–']),
    ...Object.values(nerys),
    ...wordsOfSubjects(the.settings),
    ...[practiceToTry.name, practiceToTry.code, ...the.settings.accounts.occupations],
    ...[
      service.name,
      service.operator,
      support.email,
      support.phone,
      support.hours.days,
      support.hours.times,
    ],
    ...[...services.map(({ name }) => name), ...roles.flatMap(({ name, does }) => [name, does])],
    ...[the.config.origin, ...links, ...cookies],
    ...['Gwen Parry', 'gwen@support.example', 'practices.csv', 'branches.csv'],
  ];
}
