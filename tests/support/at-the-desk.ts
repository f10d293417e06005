import type { StaffRole } from '../../src/identity/index.ts';
import { factorsAskedFor, logIn } from './main-job.ts';
import type { Portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';
import type { AddedPerson } from './portal-people.ts';

export interface DeskPerson extends AddedPerson {
  desk: Browser;
}

const usualNames: Record<StaffRole, string> = {
  agent: 'Gwen Parry',
  senior: 'Sana Malik',
  accounts: 'Piotr Nowak',
  editor: 'Eilidh Ross',
  administrator: 'Tomasz Lis',
};

/** Somebody of the support staff, logged in at the desk in a browser of their own. */
export async function atTheDesk(
  { browser, addPerson, settings }: Pick<Portal, 'browser' | 'addPerson' | 'settings'>,
  role: StaffRole = 'agent',
  name = usualNames[role],
): Promise<DeskPerson> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@support.example`;
  const person = await addPerson({ name, email, staff: role, factors: factorsAskedFor(settings) });
  const desk = browser({ address: '198.51.100.80' });
  await logIn(desk, person, '/log-in/staff');
  return { ...person, desk };
}
