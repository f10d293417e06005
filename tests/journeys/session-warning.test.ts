import { expect, test } from 'vitest';
import { hours, minutes } from '../../src/kernel/duration.ts';
import { journeys } from '../support/journeys.ts';
import { goodPassword } from '../support/portal-people.ts';
import { type RunningPortal, runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';

const visit = journeys();

const reason = 'Left the practice in March, says the practice manager.';

/** An administrator who has begun to type why somebody's account is stopped. */
async function midSentence(javaScript: boolean) {
  const the = await runningPortal({ settings: { secondFactor: { needed: 'nobody' } } });
  const chief = await the.addPerson({
    name: 'Tomasz Lis',
    email: 'chief@support.example',
    staff: 'administrator',
  });
  const amara = await the.addPerson();
  const visitor = await visit(the, javaScript);
  if (javaScript) await visitor.page.clock.install();
  await visitor.open(`/log-in/staff?next=/desk/people/${amara.id}/deactivate`);
  await logIn(visitor, chief.email);
  await visitor.fill({ Reason: reason });
  return { the, chief, visitor };
}

async function logIn(visitor: Visitor, email: string) {
  await visitor.fill({ 'Email address': email, Password: goodPassword });
  await visitor.press('Log in');
}

/** Lets time go by for the server and the browser alike. */
async function wait({ clock }: RunningPortal, { page }: Visitor, by: number) {
  clock.advance(by);
  await page.clock.fastForward(by);
}

const dialogOf = ({ page }: Visitor) => page.getByRole('alertdialog');
const focused = ({ page }: Visitor) =>
  page.evaluate<string>('document.activeElement.textContent.trim() || document.activeElement.id');

test('two minutes before the end a dialog says so, holds the focus, and one key stays logged in', async () => {
  const { the, visitor } = await midSentence(true);
  const { page } = visitor;
  await wait(the, visitor, minutes(27));
  expect(await dialogOf(visitor).count()).toBe(0);
  await wait(the, visitor, minutes(1));
  await dialogOf(visitor).waitFor();
  expect(await dialogOf(visitor).textContent()).toContain('you will be logged out in 2 minutes');
  expect(await focused(visitor)).toBe('Stay logged in');
  await page.keyboard.press('Tab');
  expect(await focused(visitor)).toBe('Log out');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(['Stay logged in', 'Log out']).toContain(
    await focused(visitor).then((text) => text || 'Stay logged in'),
  );
  await page.keyboard.press('Escape');
  await dialogOf(visitor).waitFor({ state: 'hidden' });
  expect(await focused(visitor)).toBe('reason');
  expect(await page.getByLabel('Reason').inputValue()).toBe(reason);
  await wait(the, visitor, minutes(27));
  expect(await dialogOf(visitor).count()).toBe(0);
  await wait(the, visitor, minutes(1));
  await dialogOf(visitor).getByRole('button', { name: 'Stay logged in' }).click();
  await dialogOf(visitor).waitFor({ state: 'hidden' });
});

test('it counts each second for the eye in the last minute, and speaks seldom', async () => {
  const { the, visitor } = await midSentence(true);
  await wait(the, visitor, minutes(28));
  await dialogOf(visitor).waitFor();
  const text = (part: string) => visitor.page.locator(`.gh-session__${part}`).textContent();
  await wait(the, visitor, minutes(1.25));
  await expect.poll(() => text('shown')).toContain('in 45 seconds');
  expect(await text('spoken')).toContain('in 1 minute');
  await wait(the, visitor, 7000);
  await expect.poll(() => text('shown')).toContain('in 38 seconds');
  expect(await text('spoken')).toContain('in 40 seconds');
});

test('after the end the page is gone, what was typed is not: it waits behind log in', async () => {
  const { the, chief, visitor } = await midSentence(true);
  await wait(the, visitor, minutes(28));
  await dialogOf(visitor).waitFor();
  await visitor.go(async () => wait(the, visitor, minutes(2)));
  expect(await visitor.heading()).toBe('Log in for support staff');
  expect(await visitor.text()).toContain('You were logged out');
  expect(await visitor.text()).toContain('What you typed is kept');
  await logIn(visitor, chief.email);
  expect(await visitor.page.getByLabel('Reason').inputValue()).toBe(reason);
});

test('a page with nothing begun leads to log in and back', async () => {
  const { the, chief, visitor } = await midSentence(true);
  await visitor.open('/desk/people');
  await wait(the, visitor, minutes(28));
  await dialogOf(visitor).waitFor();
  await visitor.go(async () => wait(the, visitor, minutes(2)));
  expect(await visitor.text()).toContain('You were logged out');
  await logIn(visitor, chief.email);
  expect(new URL(visitor.page.url()).pathname).toBe('/desk/people');
});

test('somebody busy in another tab is not warned in this one, nor logged out', async () => {
  const { the, visitor } = await midSentence(true);
  const other = await visitor.page.context().newPage();
  await wait(the, visitor, minutes(20));
  await other.goto(`${the.origin}/desk`);
  await wait(the, visitor, minutes(9));
  await visitor.page.waitForTimeout(500);
  expect(await dialogOf(visitor).count()).toBe(0);
  await wait(the, visitor, minutes(19));
  await dialogOf(visitor).waitFor();
  await other.reload();
  await wait(the, visitor, 16_000);
  await dialogOf(visitor).waitFor({ state: 'hidden' });
  expect(await visitor.page.getByLabel('Reason').inputValue()).toBe(reason);
});

test('when the longest time is up it says that this cannot be put off', async () => {
  const { the, visitor } = await midSentence(true);
  for (let used = 0; used < 24; used += 1) {
    the.clock.advance(minutes(29));
    await visitor.page.request.get(`${the.origin}/desk`);
  }
  await visitor.page.reload();
  the.clock.advance(hours(12) - minutes(29 * 24) - minutes(2));
  await visitor.page.clock.fastForward(minutes(22));
  await dialogOf(visitor).waitFor();
  expect(await dialogOf(visitor).textContent()).toContain('as long as you can stay logged in');
  expect(await focused(visitor)).toBe('Continue');
  expect(await dialogOf(visitor).getByRole('button', { name: 'Stay logged in' }).count()).toBe(0);
  await visitor.page.keyboard.press('Escape');
  await dialogOf(visitor).waitFor({ state: 'hidden' });
});

test('without JavaScript the limit stands on the page, and what was typed is kept all the same', async () => {
  const { the, chief, visitor } = await midSentence(false);
  const footer = await visitor.page.getByRole('contentinfo').textContent();
  expect(footer).toContain('You will be logged out after 30 minutes without use');
  the.clock.advance(minutes(31));
  await visitor.press('Deactivate the account');
  expect(await visitor.text()).toContain('What you typed is kept');
  await logIn(visitor, chief.email);
  expect(await visitor.page.getByLabel('Reason').inputValue()).toBe(reason);
});
