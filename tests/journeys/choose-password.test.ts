import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { linkIn } from '../support/main-job.ts';
import { type RunningPortal, runningPortal } from '../support/running-portal.ts';

const visit = journeys();

const email = 'amara.osei@practice.example';

async function atReset(the: RunningPortal, javaScript: boolean) {
  await the.addPerson({ name: 'Amara Osei', email });
  await the.browser().post('/forgotten-details', { email });
  const visitor = await visit(the, javaScript);
  await visitor.open(await linkIn(the, email, '/reset-password'));
  const field = visitor.page.locator('input[name=password]');
  const ticked = async () => {
    const items = await visitor.page.locator('.gh-checklist li').allTextContents();
    return items.filter((text) => text.endsWith('done')).length;
  };
  return { visitor, field, ticked };
}

test('[P3] the list of rules is ticked while a password is typed or pasted, and says what is missing after a pause', async () => {
  const the = await runningPortal({ profile: 'primary-care' });
  const { visitor, field, ticked } = await atReset(the, true);
  expect(await ticked()).toBe(0);
  await field.pressSequentially('fjord');
  expect(await ticked()).toBe(1);
  const spoken = visitor.page.locator('.gh-checklist + [aria-live=polite]');
  await expect
    .poll(() => spoken.textContent(), { timeout: 5000 })
    .toContain('still needs: at least 8 characters');
  await field.fill('');
  await visitor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await visitor.page.evaluate("navigator.clipboard.writeText('Fjord-kettle-9-äß')");
  await field.focus();
  await visitor.page.keyboard.press('Control+V');
  expect(await field.inputValue()).toBe('Fjord-kettle-9-äß');
  expect(await ticked()).toBe(5);
  await expect.poll(() => spoken.textContent(), { timeout: 5000 }).toContain('has everything');
  await visitor.page.getByRole('button', { name: 'Show password' }).click();
  expect(await field.getAttribute('type')).toBe('text');
  await visitor.press('Save the new password');
  expect(await visitor.heading()).toBe('Your password is changed');
});

test('[P3] without JavaScript the rules are a plain list, and a refusal says everything that is missing', async () => {
  const the = await runningPortal({ profile: 'primary-care' });
  const { visitor, field } = await atReset(the, false);
  expect(await visitor.page.locator('.gh-checklist li').allTextContents()).toEqual([
    'at least 8 characters',
    'an upper case letter',
    'a lower case letter',
    'a number',
    'a symbol, like ! or %',
  ]);
  await field.fill('Osei');
  await visitor.press('Save the new password');
  expect(await visitor.text()).toContain(
    'Password must be 8 characters or more, and include a number and a symbol',
  );
  expect(await visitor.text()).toContain('mostly your own name');
});
