import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { journeys } from '../support/journeys.ts';
import { problemsForAxe } from '../support/page-inspector.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import { enterCode } from './steps.ts';

const visit = journeys();
const newPassword = 'Four-brisk-geese-4';

async function opened() {
  const the = await runningPortal({ profile: 'locum-network' });
  const amara = await the.addPerson({ username: 'amara.o' });
  const visitor = await visit(the);
  await visitor.open('/');
  const dialog = visitor.page.getByRole('dialog');
  const link = visitor.page.getByRole('banner').getByRole('link', { name: 'Log in', exact: true });
  return { the, amara, visitor, page: visitor.page, dialog, link };
}

/** What stands in the dialog now, once it has this heading, and nothing that axe finds. */
async function shown(visitor: Visitor, dialog: Locator, heading: string): Promise<string> {
  await dialog.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor();
  expect(await problemsForAxe(visitor.page)).toEqual([]);
  return ((await dialog.textContent()) ?? '').replace(/\s+/g, ' ');
}

const widthOf = (visitor: Visitor) => visitor.page.evaluate<number>('document.documentElement.scrollWidth');

async function enter(dialog: Locator, name: string, password: string) {
  await dialog.getByLabel('Username or email address', { exact: true }).fill(name);
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Log in', exact: true }).click();
}

test('[L5 L6 L7] log in is at the top right, opens over the page in no new window, and a username logs in', async () => {
  const { amara, visitor, page, dialog, link } = await opened();
  const box = await link.boundingBox();
  expect(box?.y).toBeLessThan(120);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(1280 / 2);
  await link.click();
  expect(await shown(visitor, dialog, 'Log in')).toContain('Forgotten password');
  expect(page.url()).toMatch(/\/$/);
  await visitor.go(() => enter(dialog, 'Amara.O', amara.password));
  expect(await visitor.heading()).toBe('Your account');
  expect(page.context().pages()).toHaveLength(1);
});

test('who gives a security code goes from the dialog to the whole page that asks for it', async () => {
  const { the, visitor, dialog, link } = await opened();
  const omar = await the.addPerson({ name: 'Omar Haddad', factors: ['authenticator'] });
  await link.click();
  await shown(visitor, dialog, 'Log in');
  await visitor.go(() => enter(dialog, omar.email, omar.password));
  expect(await visitor.heading()).toBe('Enter your security code');
  await enterCode(visitor, omar.codes.authenticator());
  expect(await visitor.heading()).toBe('Your account');
});

test('[L6] by keyboard alone: focus goes in, Escape and Close bring it back to the link', async () => {
  const { visitor, page, dialog, link } = await opened();
  for (const leave of ['Escape', 'Close']) {
    await link.focus();
    await page.keyboard.press('Enter');
    await shown(visitor, dialog, 'Log in');
    expect(await page.evaluate('document.activeElement.name')).toBe('identifier');
    if (leave === 'Escape') await page.keyboard.press('Escape');
    else {
      await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Close');
      await page.keyboard.press('Enter');
    }
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Log in');
  }
});

test('a wrong password says so in the dialog, with the focus on the summary and what was typed kept', async () => {
  const { visitor, page, dialog, link } = await opened();
  await link.click();
  await shown(visitor, dialog, 'Log in');
  await enter(dialog, 'amara.o', 'not-the-password');
  await dialog.getByText('There is a problem').waitFor();
  expect(await shown(visitor, dialog, 'Log in')).toContain('You have 4 tries left');
  expect(await page.evaluate('document.activeElement.className')).toContain('nhsuk-error-summary');
  await dialog.getByRole('link', { name: /password is not right/ }).click();
  const name = dialog.getByLabel('Username or email address', { exact: true });
  expect(await page.evaluate('document.activeElement.name')).toBe('identifier');
  expect(await name.inputValue()).toBe('amara.o');
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widthOf(visitor)).toBe(320);
  expect(await problemsForAxe(page)).toEqual([]);
});

test('[L8 L9 L10 L11] forgotten, asked for, found in the mail, changed: in the dialog until a new password is chosen', async () => {
  const { the, amara, visitor, page, dialog, link } = await opened();
  await link.click();
  await shown(visitor, dialog, 'Log in');
  const forgotten = dialog.getByRole('link').last();
  expect(await forgotten.textContent()).toBe('Forgotten password');
  await forgotten.click();
  await shown(visitor, dialog, 'Forgotten my details');
  await dialog.getByRole('button', { name: 'Send a temporary password' }).click();
  await dialog.getByText('There is a problem').waitFor();
  await dialog.getByLabel('Email address', { exact: true }).fill(amara.email);
  await dialog.getByRole('button', { name: 'Send a temporary password' }).click();
  const sent = await shown(visitor, dialog, 'Check your email');
  expect(sent).toContain(`We have written to ${amara.email}.`);
  for (const advice of ['spam or junk', 'may hold back or block', 'up to 30 minutes'])
    expect(sent).toContain(advice);
  expect(page.url()).toMatch(/\/$/);
  const older = (await the.inbox(amara.email))[0];
  expect(older?.text).toContain('Your username is amara.o.');
  expect(await dialog.getByRole('button', { name: 'Send it again' }).isVisible()).toBe(false);
  expect(sent).toMatch(/send it again in \d+ seconds/);

  the.clock.advance(minutes(1));
  await the.browser({ address: '203.0.113.9' }).post('/forgotten-details', { email: amara.email });
  const newest = (await the.inbox(amara.email))[0]?.codes[0] ?? '';
  await dialog.getByRole('link', { name: 'Log in with the temporary password' }).click();
  await shown(visitor, dialog, 'Log in');
  await enter(dialog, 'amara.o', older?.codes[0] ?? '');
  await dialog.getByText('Only the newest works').first().waitFor();
  await visitor.go(() => enter(dialog, 'amara.o', newest.toLowerCase()));
  expect(await visitor.heading()).toBe('Choose a new password');
  await visitor.fill({ 'New password': newPassword });
  await visitor.press('Save the new password');
  expect(await visitor.heading()).toBe('Your password is changed');
});

test('when the page cannot be had inside, the browser goes to it', async () => {
  const { visitor, page, link } = await opened();
  await page.route('**/log-in', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.fulfill({ body: 'Busy' }),
  );
  await visitor.go(() => link.click());
  expect(await visitor.heading()).toBe('Log in');
});

test('elsewhere log in is a page: the setting decides', async () => {
  const the = await runningPortal({ profile: 'recommended' });
  const visitor = await visit(the);
  await visitor.open('/');
  await visitor.go(() => visitor.page.getByRole('banner').getByRole('link', { name: 'Log in' }).click());
  expect(await visitor.heading()).toBe('Log in');
});
