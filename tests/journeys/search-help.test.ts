import { expect, test } from 'vitest';
import { fillWithArticles } from '../support/help-centre.ts';
import { journeys } from '../support/journeys.ts';
import { problemsForAxe } from '../support/page-inspector.ts';
import { runningPortal } from '../support/running-portal.ts';
import { searchHelpJourneys } from './search-help-journeys.ts';

searchHelpJourneys(true);

const visit = journeys();

test('[C3] while somebody types, articles are suggested: by keyboard alone, counted aloud, and on a small screen', async () => {
  const the = await runningPortal({ profile: 'primary-care' });
  await fillWithArticles(the);
  const visitor = await visit(the);
  const { page } = visitor;
  await visitor.open('/help');
  const field = page.getByRole('combobox', { name: 'Search for help' });
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await field.focus();
  await page.keyboard.type('recov');
  await list.getByRole('option').first().waitFor();
  expect(await problemsForAxe(page)).toEqual([]);
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  expect(await page.getByRole('search').getByRole('status').textContent()).toMatch(
    /^\d suggestions?\. Use the up and down/,
  );
  if (process.env.SUGGESTIONS_SHOT)
    await page.screenshot({ path: `${process.env.SUGGESTIONS_SHOT}-wide.png` });
  await page.keyboard.press('Escape');
  expect(await list.isVisible()).toBe(false);
  expect(await field.inputValue()).toBe('recov');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.keyboard.type('ery');
  await list.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const chosen = list.getByRole('option', { selected: true });
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  // The button below the field stays free to be pressed.
  await page.getByRole('button', { name: 'Search' }).click({ trial: true });
  if (process.env.SUGGESTIONS_SHOT)
    await page.screenshot({ path: `${process.env.SUGGESTIONS_SHOT}-small.png` });
  await page.keyboard.press('ArrowUp');
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('ArrowDown');
  const title = (await chosen.textContent()) ?? '';
  await visitor.go(() => page.keyboard.press('Enter'));
  expect(await visitor.heading()).toContain(title);
});
