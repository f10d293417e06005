import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { minutes } from '../../kernel/duration.ts';

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Safari/604.1';

async function twoBrowsers(the: Portal) {
  const amara = await the.addPerson();
  const [office, pocket] = [the.browser(), the.browser({ userAgent: phone })];
  for (const browser of [office, pocket]) {
    await browser.get('/log-in');
    await browser.follow(
      await browser.post('/log-in', { identifier: amara.email, password: amara.password }),
    );
    the.clock.advance(minutes(2));
  }
  return { amara, office, pocket };
}

const actionIn = (html: string, end: string) =>
  [...html.matchAll(/action="([^"]+)"/g)]
    .map(([, action = '']) => action)
    .filter((each) => each.endsWith(end));

test('a person sees where they are logged in, and which of it is this browser', async () => {
  const the = await portal();
  const { office } = await twoBrowsers(the);
  const page = await office.get('/account/devices');
  expect(page.text).toContain('Firefox on Windows');
  expect(page.text).toContain('Safari on iPhone');
  expect(page.text).toContain('2 March 2026 at 9am');
  expect(page.html.match(/This browser/g)?.length).toBe(2);
  expect(actionIn(page.html, '/end').length).toBe(1);
  expect(page.html).toContain('<a href="/account/details/password">Choose a new password</a>');
});

test('one of them can be logged out from the other', async () => {
  const the = await portal();
  const { office, pocket } = await twoBrowsers(the);
  const [end = ''] = actionIn((await office.get('/account/devices')).html, '/end');
  const done = await office.follow(await office.post(end));
  expect(done.text).toContain('That browser is logged out');
  expect(done.text).toContain('You are logged in nowhere else');
  expect((await pocket.get('/account')).location).toMatch(/^\/log-in/);
  expect((await office.get('/account')).status).toBe(200);
});

test('log out everywhere else asks first, then ends all but this one', async () => {
  const the = await portal();
  const { office, pocket } = await twoBrowsers(the);
  const question = await office.get('/account/devices/others');
  expect(question.text).toContain('Log out everywhere else?');
  expect((await pocket.get('/account')).status).toBe(200);
  const done = await office.follow(await office.post('/account/devices/others'));
  expect(done.text).toContain('You are logged out everywhere else');
  expect((await pocket.get('/account')).location).toMatch(/^\/log-in/);
});

test('a browser that is forgotten is logged out, and a stranger’s from then on', async () => {
  const the = await portal();
  const { office, pocket } = await twoBrowsers(the);
  const [forget = ''] = actionIn((await office.get('/account/devices')).html, '/forget');
  await office.post(forget);
  expect((await pocket.get('/account')).location).toMatch(/^\/log-in/);
  expect((await office.get('/account/devices')).text).not.toContain('iPhone');
});

test('more than fit on a page are on the next ones', async () => {
  const the = await portal();
  const { amara, office } = await twoBrowsers(the);
  for (let more = 0; more < 10; more += 1) {
    const browser = the.browser();
    await browser.get('/log-in');
    await browser.post('/log-in', { identifier: amara.email, password: amara.password });
  }
  const first = await office.get('/account/devices');
  expect(actionIn(first.html, '/end').length).toBe(9);
  const second = await office.get('/account/devices?sessions=2&devices=1');
  expect(actionIn(second.html, '/end').length).toBe(2);
  expect((await office.get('/account/devices?sessions=99&devices=-4')).status).toBe(200);
});

test('staff see theirs at the desk', async () => {
  const the = await portal();
  const { desk } = await atTheDesk(the);
  expect((await desk.get('/desk/devices')).text).toContain('You are logged in nowhere else');
});

test('what an owner ends is on record, and ending needs a fresh password', async () => {
  const the = await portal();
  const { office } = await twoBrowsers(the);
  await office.post('/account/devices/others');
  the.clock.advance(minutes(11));
  const late = await office.post('/account/devices/others');
  expect(late.location).toMatch(/^\/account\/confirm/);
  const events = await the.needs.database.selectFrom('audit_event').select('action').execute();
  expect(events.filter(({ action }) => action === 'other-sessions-ended').length).toBe(1);
});
