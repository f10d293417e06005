import { expect, test } from 'vitest';
import { countRows } from '../../../tests/product/count-rows.ts';
import { changeEmail, loggedIn, newestLink, useLink } from '../../../tests/support/email-changes.ts';
import { portal } from '../../../tests/support/portal.ts';
import { hours } from '../../kernel/duration.ts';

async function noticed() {
  const the = await portal();
  const amara = await the.addPerson();
  const browsers = [the.browser(), the.browser()];
  for (const browser of browsers) {
    await browser.get('/log-in');
    await browser.follow(
      await browser.post('/log-in', { identifier: amara.email, password: amara.password }),
    );
  }
  const notice = (await the.inbox()).find(({ subject }) => subject === 'New log in to your account');
  const link = notice?.links.find((each) => each.includes('/not-me')) ?? '';
  return { the, amara, browsers, link: link.replace('http://localhost:3000', '') };
}

const secretOf = (link: string) => link.split('link=')[1] ?? '';

test('a mail scanner that opens the link, by GET or HEAD, changes nothing', async () => {
  const { the, link, browsers } = await noticed();
  const before = await countRows(the.needs.database);
  const scanner = the.browser({ address: '203.0.113.9' });
  await scanner.get(link);
  await scanner.head(link);
  await scanner.get(link);
  expect(await countRows(the.needs.database)).toEqual(before);
  expect((await browsers[0]?.get('/account'))?.status).toBe(200);
});

test('a POST without the page’s token changes nothing and shows the page again', async () => {
  const { the, link } = await noticed();
  const stranger = the.browser();
  await stranger.get(link);
  stranger.forgetToken();
  const answer = await stranger.post('/not-me', { link: secretOf(link), csrf: 'forged' });
  expect(answer.status).toBe(422);
  expect(await the.needs.database.selectFrom('staff_task').select('id').execute()).toEqual([]);
});

test('sent many times at once it is done once', async () => {
  const { the, link } = await noticed();
  const owner = the.browser();
  await owner.get(link);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => owner.post('/not-me', { link: secretOf(link) })),
  );
  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  expect(answers.filter(({ status }) => status === 410).length).toBe(5);
  const { database } = the.needs;
  expect((await database.selectFrom('staff_task').select('id').execute()).length).toBe(1);
  const said = await database
    .selectFrom('audit_event')
    .select('id')
    .where('action', '=', 'not-me-said')
    .execute();
  expect(said.length).toBe(1);
});

test('a link for something else, or a guess, does nothing, and guessing is bounded', async () => {
  const { the, amara } = await noticed();
  const stranger = the.browser({ address: '203.0.113.9' });
  await stranger.get('/forgotten-details');
  await stranger.post('/forgotten-details', { email: amara.email, realm: 'portal' });
  const reset = (await the.inbox(amara.email))
    .flatMap(({ links }) => links)
    .find((each) => /reset/.test(each));
  await stranger.get('/not-me?link=x');
  expect((await stranger.post('/not-me', { link: secretOf(reset ?? '') })).status).toBe(410);
  expect(
    (await stranger.post('/reset-password', { link: 'x', password: 'Seven-quiet-rivers-7' })).status,
  ).toBe(410);
  const statuses: number[] = [];
  for (let guess = 0; guess < 61; guess += 1)
    statuses.push((await stranger.post('/not-me', { link: `guess-${guess}` })).status);
  expect(statuses.at(-1)).toBe(429);
});

test('it lets nobody in: the page and the answer carry no session and no way to a password', async () => {
  const { the, link } = await noticed();
  const holder = the.browser();
  await holder.get(link);
  const done = await holder.post('/not-me', { link: secretOf(link) });
  expect(done.html).not.toContain('reset-password');
  expect([...holder.cookies.keys()].some((name) => name.endsWith('-session'))).toBe(false);
});

test('no password opens the account afterwards, not even one hash of nobody’s', async () => {
  const { the, amara, link } = await noticed();
  const owner = the.browser();
  await owner.get(link);
  await owner.post('/not-me', { link: secretOf(link) });
  await owner.get('/log-in');
  the.workDone();
  const wrong = await owner.post('/log-in', { identifier: amara.email, password: amara.password });
  expect([wrong.status, the.workDone().hashes]).toEqual([422, 1]);
});

test('whoever had changed the email address gets nothing by waiting: it is taken back, and only the owner is sent the way in', async () => {
  const the = await portal({ profile: 'clinic' });
  const amara = await the.addPerson();
  const thief = await loggedIn(the, amara);
  await changeEmail(the, thief, 'thief@elsewhere.example');
  await thief.get('/account/profile/name');
  await thief.post('/account/profile/name', { fullName: 'Amara Osei-Tull' });
  const answer = await useLink(the.browser(), await newestLink(the, amara.email, '/not-me'));
  expect(answer.text).toContain('Your account is safe');
  expect(await newestLink(the, amara.email, '/reset-password')).toBeDefined();
  the.clock.advance(hours(73));
  await the.runDue();
  const { database } = the.needs;
  const emails = await database.selectFrom('account_email').select(['canonical', 'state']).execute();
  expect(emails).toEqual([{ canonical: amara.email, state: 'current' }]);
  const stranger = the.browser();
  await stranger.get('/forgotten-details');
  await stranger.post('/forgotten-details', { email: 'thief@elsewhere.example', realm: 'portal' });
  expect(await newestLink(the, 'thief@elsewhere.example', '/reset-password')).toBeUndefined();
});
