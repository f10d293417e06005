import { factorsAskedFor, logIn } from './main-job.ts';
import type { Portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';
import type { AddedPerson } from './portal-people.ts';

export interface DeskPerson extends AddedPerson {
  desk: Browser;
}

/** Somebody of the support staff, logged in at the desk in a browser of their own. */
export async function atTheDesk(
  { browser, addPerson, settings }: Pick<Portal, 'browser' | 'addPerson' | 'settings'>,
  role: 'agent' | 'administrator' = 'agent',
  name = role === 'agent' ? 'Gwen Parry' : 'Tomasz Lis',
): Promise<DeskPerson> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@support.example`;
  const person = await addPerson({ name, email, staff: role, factors: factorsAskedFor(settings) });
  const desk = browser({ address: '198.51.100.80' });
  await logIn(desk, person, '/log-in/staff');
  return { ...person, desk };
}
