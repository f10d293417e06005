import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { enterOn, tabTo, typeInto } from '../support/keyboard.ts';
import type { AddedPerson } from '../support/portal-people.ts';
import { sharedPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import { enterPassword } from './steps.ts';

const visit = journeys();
const portal = sharedPortal({ profile: 'primary-care' });
async function atKeyboard(person: AddedPerson, javaScript: boolean): Promise<Visitor> {
  const visitor = await visit(portal(), javaScript);
  await visitor.open('/log-in');
  await enterPassword(visitor, person);
  return visitor;
}

test('[P12 P13] by keyboard alone: a user is created, and a user is removed', async () => {
  const main = await atKeyboard(await portal().addPerson({ mainContactOf: 'Z90002' }), true);
  await portal().addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/member'] } });
  await main.open('/organisations/Z90002/users');
  await enterOn(main, 'Create new user');
  await typeInto(main, 'email', 'ben@fern.example');
  await typeInto(main, 'fullName', 'Ben Okoro');
  await tabTo(main, 'the roles', ({ name }) => name === 'roles');
  await main.page.keyboard.press('Space');
  await typeInto(main, 'phone', '01632 960 021');
  await main.go(() => main.page.keyboard.press('Enter'));
  expect(await main.page.getByRole('alert').textContent()).toContain('Ben Okoro is invited');

  await enterOn(main, 'Cara Nwosu', 'main');
  await enterOn(main, 'Remove access', 'main');
  await tabTo(main, 'the reasons', ({ name }) => name === 'because');
  await main.page.keyboard.press('Space');
  await enterOn(main, 'Remove their access', 'main');
  expect(await main.text()).toContain('Cara Nwosu has no access to this organisation any more');
});

test('[P16] by keyboard alone: one of thirty organisations is found and chosen, with JavaScript and without', async () => {
  const codes = Array.from({ length: 30 }, (_, at) => `Y${81200 + at}`);
  const roles = Object.fromEntries(codes.map((code) => [code, ['portal/deputy']]));
  const deputy = await portal().addPerson({ name: 'Dev Shah', roles });

  const withScript = await atKeyboard(deputy, true);
  await withScript.open('/organisations/Y81204/users');
  await tabTo(withScript, 'the switch', ({ text }) => text === 'Change organisation');
  await withScript.page.keyboard.press('Enter');
  await withScript.page.getByRole('dialog').getByRole('button').first().waitFor();
  await withScript.page.keyboard.type('y81221');
  await withScript.go(() => withScript.page.keyboard.press('Enter'));
  expect(new URL(withScript.page.url()).pathname).toBe('/organisations/Y81221/users');

  const without = await atKeyboard(deputy, false);
  await without.open('/organisations/Y81204/users');
  await enterOn(without, 'Change organisation');
  await typeInto(without, 'find', 'y8121');
  await without.go(() => without.page.keyboard.press('Enter'));
  await tabTo(without, 'the organisations', ({ name }) => name === 'organisation');
  await without.page.keyboard.press('ArrowDown');
  await without.go(() => without.page.keyboard.press('Enter'));
  expect(new URL(without.page.url()).pathname).toBe('/organisations/Y81211/users');
});
