import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { days, minutes } from '../../kernel/duration.ts';

async function logIn(the: Portal, person: AddedPerson, browser: Browser = the.browser()) {
  await browser.get('/log-in');
  await browser.follow(
    await browser.post('/log-in', { identifier: person.email, password: person.password }),
  );
  return browser;
}

/** Amara at her own browser, somebody else with her password at theirs, and the link of the notice she gets. */
async function takenOver(the: Portal) {
  const amara = await the.addPerson();
  const own = await logIn(the, amara);
  the.clock.advance(minutes(1));
  const thief = await logIn(the, amara);
  return { amara, own, thief, link: await newestLink(the) };
}

const newestLink = async (the: Portal) => {
  const notice = (await the.inbox()).find(({ subject }) => subject === 'New log in to your account');
  return notice?.links.find((link) => link.includes('/not-me'))?.replace(/^https?:\/\/[^/]+/, '') ?? '';
};

const secretOf = (link: string) => link.split('link=')[1] ?? '';

test('“this was not me” logs everybody out, stops the password and leads the owner back in', async () => {
  const the = await portal();
  const { amara, own, thief, link } = await takenOver(the);
  const owner = the.browser();
  expect((await owner.get(link)).text).toContain('the account of Amara Osei');
  expect((await thief.get('/account')).status).toBe(200);
  const done = await owner.post('/not-me', { link: secretOf(link) });
  expect(done.text).toContain('Your account is safe');
  for (const browser of [own, thief]) expect((await browser.get('/account')).location).toMatch(/^\/log-in/);
  await thief.get('/log-in');
  expect((await thief.post('/log-in', { identifier: amara.email, password: amara.password })).status).toBe(
    422,
  );
  const mails = (await the.inbox(amara.email)).map(({ subject }) => subject);
  expect(mails).toContain('Your account was made safe');
  expect(mails).toContain('Choose a new password');
  const reset = (await the.inbox(amara.email))
    .flatMap(({ links }) => links)
    .find((each) => each.includes('/reset-password'));
  await owner.get(reset ?? '');
  const fresh = 'Seven-quiet-rivers-7';
  const chosen = await owner.post('/reset-password', {
    link: reset?.split('link=')[1] ?? '',
    password: fresh,
  });
  expect(chosen.status).toBe(200);
  await owner.get('/log-in');
  expect((await owner.post('/log-in', { identifier: amara.email, password: fresh })).location).toBe(
    '/account',
  );
});

test('staff get one task, which leads to the person and is done by saying so', async () => {
  const the = await portal();
  const { link } = await takenOver(the);
  const owner = the.browser();
  await owner.get(link);
  await owner.post('/not-me', { link: secretOf(link) });
  const { desk } = await atTheDesk(the);
  const tasks = await desk.get('/desk/tasks');
  expect(tasks.text).toContain('Look at an account: “this was not me”');
  const person = /href="(\/desk\/people\/[^"]+)"/.exec(tasks.html)?.[1] ?? '';
  expect((await desk.get(person)).text).toContain('Said “this was not me”');
  const done = /action="(\/desk\/tasks\/[^"]+\/done)"/.exec((await desk.get('/desk/tasks')).html)?.[1] ?? '';
  const after = await desk.follow(await desk.post(done));
  expect(after.text).not.toContain('Look at an account');
  expect((await desk.get('/desk/tasks?state=done')).text).toContain('by Gwen Parry');
});

test('every notice’s own link works, an earlier one too, and each once', async () => {
  const the = await portal();
  const { amara, link: first } = await takenOver(the);
  the.clock.advance(minutes(1));
  await logIn(the, amara);
  const second = await newestLink(the);
  expect(second).not.toBe(first);
  const owner = the.browser();
  for (const link of [first, second]) {
    await owner.get(link);
    expect((await owner.post('/not-me', { link: secretOf(link) })).text).toContain('Your account is safe');
    expect((await owner.post('/not-me', { link: secretOf(link) })).text).toContain(
      'You have told us already',
    );
    expect((await owner.get(link)).status).toBe(410);
  }
});

test('the link works for a week, then the page says what to do instead', async () => {
  const the = await portal();
  const { link } = await takenOver(the);
  the.clock.advance(days(7));
  const page = await the.browser().get(link);
  expect([page.status, page.text.includes('choose a new password now')]).toEqual([410, true]);
});

test('asking for the way in again after it was lost works as for everybody', async () => {
  const the = await portal();
  const { amara, link } = await takenOver(the);
  const owner = the.browser();
  await owner.get(link);
  await owner.post('/not-me', { link: secretOf(link) });
  the.clock.advance(days(2));
  await owner.get('/forgotten-details');
  await owner.post('/forgotten-details', { email: amara.email, realm: 'portal' });
  const [newest] = await the.inbox(amara.email);
  expect(newest?.subject).toBe('Choose a new password');
});
