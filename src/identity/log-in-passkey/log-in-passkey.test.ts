import { expect, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';

test('the log in page offers a passkey', async () => {
  const the = await portal();
  const page = await the.browser().get('/log-in');
  expect(page.html).toContain('data-passkey="use"');
});
