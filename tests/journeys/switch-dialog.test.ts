import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { problemsForAxe } from '../support/page-inspector.ts';
import { runningPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

const visit = journeys();
/** Somebody who looks after thirty practices. */
async function withThirty() {
  const the = await runningPortal({ profile: 'primary-care' });
  const codes = Array.from({ length: 30 }, (_, at) => `Y${81100 + at}`);
  const roles = Object.fromEntries(codes.map((code) => [code, ['portal/deputy']]));
  const amara = await the.addPerson({ roles });
  const visitor = await visit(the);
  await steps.logIn(visitor, amara);
  return { the, visitor, page: visitor.page, dialog: visitor.page.getByRole('dialog') };
}

test('[P16] by keyboard alone one of thirty is found and chosen, on the same page of the other', async () => {
  const { visitor, page, dialog } = await withThirty();
  await visitor.open('/organisations/Y81104/users');
  const link = page.getByRole('banner').getByRole('link', { name: 'Change organisation' });
  await link.focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('heading', { name: 'Which organisation do you act for?' }).waitFor();
  expect(await problemsForAxe(page)).toEqual([]);
  expect(await dialog.getByRole('button', { name: /Practice Y/ }).count()).toBe(30);
  await page.keyboard.type('nowhere');
  await dialog.getByText('None of your organisations fits').waitFor();
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  expect(await page.evaluate('document.activeElement.className')).toContain('gh-header__switch');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('y8112');
  expect(await dialog.getByRole('button', { name: /Practice Y/ }).count()).toBe(10);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await visitor.go(() => page.keyboard.press('Enter'));
  expect(new URL(page.url()).pathname).toBe('/organisations/Y81121/users');
  expect(await page.getByRole('banner').textContent()).toContain('Practice Y81121');
});

test('[P16] two tabs in two practices never mix, and the dialog fits a small screen', async () => {
  const { visitor, page, dialog } = await withThirty();
  const other = await page.context().newPage();
  await visitor.open('/organisations/Y81104/users');
  await other.goto(new URL('/organisations/Y81107/users', page.url()).href);
  await page.reload();
  expect(await page.getByRole('banner').textContent()).toContain('Practice Y81104');
  expect(await other.getByRole('banner').textContent()).toContain('Practice Y81107');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('banner').getByRole('link', { name: 'Change organisation' }).click();
  await dialog.getByLabel('Find by name or unique ID').waitFor();
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  if (process.env.SWITCH_SHOT) await page.screenshot({ path: process.env.SWITCH_SHOT });
  await dialog.getByLabel('Find by name or unique ID').fill('y81109');
  await visitor.go(() => page.keyboard.press('Enter'));
  expect(new URL(page.url()).pathname).toBe('/organisations/Y81109/users');
});
