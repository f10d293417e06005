import { expect, test } from 'vitest';
import { openBrowser } from './browser.ts';

test('the browser from npm opens a page and runs its code, with nothing installed', async () => {
  const browser = await openBrowser('package');
  try {
    const page = await browser.newPage();
    await page.setContent(
      '<h1>Closed</h1><script>document.querySelector("h1").textContent = "Open"</script>',
    );
    expect(await page.getByRole('heading').textContent()).toBe('Open');
    expect((await page.screenshot()).byteLength).toBeGreaterThan(1000);
  } finally {
    await browser.close();
  }
});
