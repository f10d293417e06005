import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { runningPortal } from '../support/running-portal.ts';
import { virtualAuthenticator } from '../support/virtual-authenticator.ts';
import type { Visitor } from '../support/visitor.ts';

const visit = journeys();

/** A browser that offers passkeys where the name is typed takes one at once here, since nobody is there to choose. */
async function atHome({ inField = true } = {}) {
  const the = await runningPortal({ profile: 'locum-network' });
  const amara = await the.addPerson({ username: 'amara.o' });
  const visitor = await visit(the);
  if (!inField)
    await visitor.page.addInitScript(
      'PublicKeyCredential.isConditionalMediationAvailable = async () => false',
    );
  const authenticator = await virtualAuthenticator(visitor.page);
  return { the, amara, visitor, authenticator };
}

async function enterPassword(visitor: Visitor, password: string) {
  await visitor.open('/log-in');
  await visitor.fill({ 'Username or email address': 'amara.o', Password: password });
  await visitor.press('Log in');
}

test('a passkey is created, used after the password and in its place, and refused once its counter goes back', async () => {
  const { the, amara, visitor, authenticator } = await atHome({ inField: false });
  const { page } = visitor;
  await enterPassword(visitor, amara.password);
  await visitor.open('/account/security/add/passkey');
  await page.getByText('JavaScript is switched off').waitFor({ state: 'hidden' });
  await visitor.fill({ 'Name of this passkey': 'Work laptop' });
  await visitor.press('Create a passkey');
  expect(new URL(page.url()).pathname).toBe('/account/security');
  expect(await visitor.text()).toContain('Work laptop');
  await visitor.press('Log out');

  await enterPassword(visitor, amara.password);
  expect(new URL(page.url()).pathname).toBe('/log-in/code');
  await visitor.press('Use a passkey');
  expect(await visitor.heading()).toBe('Your account');
  await visitor.press('Log out');

  await visitor.open('/');
  await page.getByRole('banner').getByRole('link', { name: 'Log in', exact: true }).click();
  const inDialog = page.getByRole('dialog').getByRole('button', { name: 'Use a passkey' });
  await visitor.go(() => inDialog.click());
  expect(await visitor.heading()).toBe('Your account');
  await visitor.press('Log out');

  await visitor.open('/log-in');
  await authenticator.countFrom(1);
  await visitor.press('Use a passkey');
  expect(await visitor.heading()).toBe('We could not accept this passkey');
  const subjects = (await the.inbox(amara.email)).map(({ subject }) => subject);
  expect(subjects).toContain('A passkey of yours may have been copied');
});

test('the browser offers a passkey where the name is typed, and a removed one lets nobody in', async () => {
  const { amara, visitor, authenticator } = await atHome();
  const { page } = visitor;
  await enterPassword(visitor, amara.password);
  await visitor.open('/account/security/add/passkey');
  await authenticator.unlock(false);
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await page.getByText('No passkey was created. Try again, or choose another way.').waitFor();
  await authenticator.unlock(true);
  await visitor.press('Create a passkey');
  await visitor.press('Log out');

  await page.goto('/log-in');
  await page.waitForURL('/account');
  await visitor.open('/account/security');
  await visitor.go(() => page.getByRole('link', { name: /^Remove/ }).click());
  await visitor.press('Remove it');
  await visitor.press('Log out');
  await page.goto('/log-in');
  await page.waitForURL('/log-in/passkey');
  expect(await visitor.heading()).toBe('We did not recognise this passkey');
});
