import type { Portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';
import type { AddedPerson } from './portal-people.ts';

export interface DeskPerson extends AddedPerson {
  desk: Browser;
}

/** Somebody of the support staff, logged in at the desk in a browser of their own. */
export async function atTheDesk(
  { browser, addPerson }: Pick<Portal, 'browser' | 'addPerson'>,
  role: 'agent' | 'administrator' = 'agent',
  name = role === 'agent' ? 'Gwen Parry' : 'Tomasz Lis',
): Promise<DeskPerson> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@support.example`;
  const person = await addPerson({ name, email, staff: role });
  const desk = browser({ address: '198.51.100.80' });
  await desk.follow(await desk.post('/log-in/staff', { identifier: email, password: person.password }));
  return { ...person, desk };
}
