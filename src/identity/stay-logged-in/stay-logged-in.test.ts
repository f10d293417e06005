import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { hours, minutes } from '../../kernel/duration.ts';

async function enter(the: Portal) {
  const person = await the.addPerson();
  const browser = the.browser();
  await browser.get('/log-in');
  await browser.follow(
    await browser.post('/log-in', { identifier: person.email, password: person.password }),
  );
  return { person, browser };
}

const leftIn = (html: string) => JSON.parse(html) as { idle: number; longest: number };

test('every page of a person who is logged in says when they will be logged out', async () => {
  const the = await portal();
  const { browser } = await enter(the);
  const page = await browser.get('/account');
  expect(page.text).toContain(
    'You will be logged out after 30 minutes without use, and 12 hours after you logged in. What you typed is kept.',
  );
  expect((await the.browser().get('/log-in')).text).not.toContain('You will be logged out after');
});

test('a session ends after 30 minutes without use, and using it starts them again', async () => {
  const the = await portal();
  const { browser } = await enter(the);
  for (let times = 0; times < 3; times += 1) {
    the.clock.advance(minutes(29));
    expect((await browser.get('/account')).status).toBe(200);
  }
  the.clock.advance(minutes(30));
  const away = await browser.get('/account');
  expect(away.location).toBe('/log-in?next=%2Faccount&ended=ended');
  expect((await browser.follow(away)).text).toContain('You were logged out');
});

test('what the browser asks by itself keeps no session alive; “stay logged in” does', async () => {
  const the = await portal();
  const { browser } = await enter(the);
  the.clock.advance(minutes(20));
  expect(leftIn((await browser.get('/account/session')).html)).toEqual({
    idle: minutes(10),
    longest: hours(12) - minutes(20),
  });
  the.clock.advance(minutes(8));
  expect(leftIn((await browser.get('/account/session')).html).idle).toBe(minutes(2));
  expect(leftIn((await browser.post('/account/stay')).html).idle).toBe(minutes(30));
  the.clock.advance(minutes(29));
  await browser.get('/account/session');
  the.clock.advance(minutes(1));
  expect((await browser.get('/account/session')).location).toMatch(/^\/log-in/);
});

test('after 12 hours it ends however much it is used, and nothing puts that off', async () => {
  const the = await portal();
  const { browser } = await enter(the);
  for (let times = 0; times < 24; times += 1) {
    the.clock.advance(minutes(29));
    await browser.get('/account');
  }
  const { idle, longest } = leftIn((await browser.post('/account/stay')).html);
  expect([idle, longest]).toEqual([minutes(30), minutes(24)]);
  the.clock.advance(minutes(24));
  expect((await browser.get('/account')).location).toMatch(/ended=ended/);
});

test('who never was logged in is not told that they were logged out', async () => {
  const the = await portal();
  const away = await the.browser().get('/account');
  expect(away.location).toBe('/log-in?next=%2Faccount');
});

test('staying logged in needs the page’s own token', async () => {
  const the = await portal();
  const { browser } = await enter(the);
  await browser.get('/account');
  browser.forgetToken();
  the.clock.advance(minutes(28));
  expect((await browser.post('/account/stay', { csrf: 'forged' })).status).toBe(403);
});
