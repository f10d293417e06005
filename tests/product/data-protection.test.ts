import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sayDuration } from '../../src/kernel/in-english.ts';
import { logIn } from '../support/main-job.ts';
import { portal } from '../support/portal.ts';

const text = await readFile(join(import.meta.dirname, '../../docs/safety/data-protection.md'), 'utf8');

test('the page about data protection names every table there is', async () => {
  const { database } = await portal();
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('it says each retention setting with its true length', async () => {
  const { settings } = await portal();
  for (const [name, length] of Object.entries(settings.retention))
    expect([name, text]).toEqual([
      name,
      expect.stringMatching(new RegExp(`${sayDuration(length)}[^|]*\\(\`retention\\.${name}\`\\)`)),
    ]);
});

test('it names every section of the file', async () => {
  const the = await portal();
  const browser = the.browser();
  await logIn(browser, await the.addPerson());
  await browser.get('/account/data');
  await browser.post('/account/data/copy');
  await the.runDue();
  const { sections } = JSON.parse((await browser.get('/account/data/copy.json')).html);
  expect(Object.keys(sections).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
