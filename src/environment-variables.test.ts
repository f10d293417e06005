import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { environmentVariables } from './environment-variables.ts';

test.each(Object.keys(environmentVariables))('the page about production explains %s', async (name) => {
  const page = await readFile(new URL('../docs/running/production.md', import.meta.url), 'utf8');
  expect(page).toMatch(new RegExp(`^\\|.*\`${name}\`.*\\|$`, 'm'));
});
