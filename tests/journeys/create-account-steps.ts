import { expect } from 'vitest';
import type { Visitor } from '../support/visitor.ts';

export interface Newcomer {
  fullName: string;
  email: string;
  username: string;
  occupation: string;
}

/** From the home page, in the words that the pages show; ends on whatever page answers. */
export async function createAccount(
  visitor: Visitor,
  { fullName, email, username, occupation, before = 'No' }: Newcomer & { before?: string },
): Promise<void> {
  await visitor.open('/');
  await visitor.follow('Create an account');
  expect(await visitor.text()).toContain('You only need one account');
  const main = visitor.page.getByRole('main');
  await main.getByLabel('Full name', { exact: true }).fill(fullName);
  await main.getByLabel('Email address', { exact: true }).fill(email);
  await main.getByLabel('Username', { exact: true }).fill(username);
  await main.getByLabel(occupation, { exact: true }).check();
  await main.getByLabel(before, { exact: true }).check();
  await visitor.press('Create account');
}
