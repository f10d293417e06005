import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';

test('[P13] my organisations stand once each with all my roles there, and lead to their own page and to my people', async () => {
  const run = await portal({ profile: 'primary-care' });
  const amara = await run.addPerson({
    roles: { Z90002: ['portal/main-contact', 'supplies/order-clerk'], Z90003: ['portal/member'] },
  });
  const browser = run.browser();
  await logIn(browser, amara);
  const page = await browser.get('/account');
  for (const code of ['Z90002', 'Z90003'])
    expect(page.html.split('<main')[1]?.split(`href="/organisations/${code}"`)).toHaveLength(2);
  expect(page.text).toContain('Main contact Order entry clerk');
  expect(page.text).toContain('My people Add, change or remove the people you look after');
});

test('[P13] who looks after nobody is not led to people', async () => {
  const run = await portal({ profile: 'primary-care' });
  const browser = run.browser();
  await logIn(browser, await run.addPerson({ roles: { Z90002: ['portal/member'] } }));
  const page = await browser.get('/account');
  expect(page.html).toContain('href="/organisations/Z90002"');
  expect(page.text).not.toContain('My people');
});
