import { describe, expect, test } from 'vitest';
import { actorKinds, everybodyThere } from '../../tests/support/everybody-there.ts';
import { portal } from '../../tests/support/portal.ts';
import {
  changing,
  columnsOf,
  giving,
  givingThemselves,
  inPlaces,
  letters,
  read,
  tableOf,
} from '../../tests/support/who-may.ts';
import type { Actor } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Policy } from '../kernel/policy.ts';
import { findHere } from './here.ts';
import type { InPlace } from './policy.ts';
import * as policies from './policy.ts';
import { type RoleName, readRoleKey } from './roles/roles.ts';

const roleKeys: Record<string, string[]> = {
  'main contact': ['portal/main-contact'],
  deputy: ['portal/deputy'],
  member: ['portal/member'],
  'order clerk': ['supplies/order-clerk'],
  'payments administrator': ['payments/administrator'],
  'claims clerk': ['payments/view-claims'],
  'claims and order clerk': ['payments/view-claims', 'supplies/order-clerk'],
  'performers list administrator': ['performers-list/administrator'],
  'practice manager': ['performers-list/practice-manager'],
  nothing: [],
};

describe('who may do what', () => {
  test('[P7 P12 P13 P18] in the practice, its branches and another practice, everybody may what the table says and nothing else', async () => {
    const { actors, places } = await everybody();
    expect(
      tableOf(actorKinds, Object.keys(byName), (who, what) =>
        where(places, (place) => isAllowed(byName[what], actors[who], place)),
      ),
    ).toEqual(read(inPlaces));
  });

  test('[P13 P18] nobody gives a role that the table does not let them give, and administrators of one service none of another', async () => {
    const { actors, places, somebody } = await everybody();
    expect(givenTo(() => somebody, actors, places)).toEqual(read(giving));
  });

  test('[P13] nobody raises themselves: a role that administers comes from somebody else', async () => {
    const { actors, places } = await everybody();
    expect(givenTo((who) => actors[who]?.subject, actors, places)).toEqual(read(givingThemselves));
  });

  test('[P12 P7] whoever may give everything that a colleague holds may change, end and restore their access', async () => {
    const { actors, places, somebody } = await everybody();
    for (const asked of [policies.changePerson, policies.removePerson])
      expect(
        tableOf(actorKinds, columnsOf(changing), (who, whose) => {
          const roles = rolesOf(whose === 'themselves' ? 'member' : whose);
          const accountId = whose === 'themselves' ? actors[who]?.subject : somebody;
          return where(places, (place) => asked.allows(actors[who], { ...place, roles, accountId }));
        }),
      ).toEqual(read(changing));
  });

  test('in an organisation that closed, its people can look for a time, and nobody changes anything', async () => {
    const { actors, places, somebody } = await everybody();
    const readOnly = places.map(([letter, record]) => [letter, closed(record)] as const);
    const open = ['act', 'see', 'manage'];
    for (const who of actorKinds) {
      const actor = actors[who];
      for (const [letter, place] of readOnly) {
        const others = Object.keys(byName).filter((name) => !open.includes(name));
        const record = { ...place, roles: rolesOf('member'), to: somebody, accountId: somebody };
        expect([who, letter, ...others.filter((name) => isAllowed(byName[name], actor, place))]).toEqual([
          who,
          letter,
        ]);
        expect(policies.giveRoles.allows(actor, record)).toBe(false);
        expect(policies.removePerson.allows(actor, record)).toBe(false);
      }
    }
  });

  test('a role that the settings do not know is given by nobody, and a policy that nobody wrote allows nothing', async () => {
    const { actors, places, somebody } = await everybody();
    const unknown = [
      { service: 'support', role: 'administrator' },
      { service: 'payments', role: 'owner' },
      { service: '__proto__', role: 'constructor' },
    ];
    for (const actor of Object.values(actors))
      for (const [, place] of places)
        for (const role of unknown)
          expect(policies.giveRoles.allows(actor, { ...place, roles: [role], to: somebody })).toBe(false);
  });

  test('every policy of the module stands in a table', () => {
    const inTables = [
      ...Object.values(byName),
      policies.giveRoles,
      policies.changePerson,
      policies.removePerson,
    ];
    const aboutRegisters = [policies.manageRegistrations, policies.manageRegisters];
    const all = Object.values(policies).filter((one) => typeof one === 'object');
    expect(all.filter((one) => ![...inTables, ...aboutRegisters].includes(one as never))).toEqual([]);
  });
});

const byName: Record<string, Policy<InPlace> | Policy> = {
  act: policies.actForOrganisation,
  see: policies.seePeople,
  add: policies.addPeople,
  decide: policies.decideRequests,
  review: policies.reviewAccess,
  'hand over': policies.handOver,
  manage: policies.manageOrganisations,
};

/** As `ask` decides: whoever is turned away at the door is not asked about the record. */
const isAllowed = (
  asked: Policy<InPlace> | Policy | undefined,
  actor: Actor | undefined,
  place: InPlace,
): boolean => (asked?.admits(actor) && (asked as Policy<InPlace>).allows(actor, place)) === true;

type Places = readonly (readonly [string, InPlace])[];

const where = (places: Places, allows: (place: InPlace) => boolean): string =>
  places
    .filter(([, place]) => allows(place))
    .map(([letter]) => letter)
    .join('') || '-';

const givenTo = (
  to: (who: string) => AccountId | undefined,
  actors: Record<string, Actor | undefined>,
  places: Places,
) =>
  tableOf(actorKinds, columnsOf(giving), (who, what) =>
    where(places, (place) =>
      policies.giveRoles.allows(actors[who], { ...place, roles: rolesOf(what), to: to(who) }),
    ),
  );

const closed = ({ place, services }: InPlace): InPlace => ({
  services,
  place: { ...place, isReadOnly: true },
});

let services: InPlace['services'];

const rolesOf = (column: string): RoleName[] =>
  (roleKeys[column] ?? []).map((key) => {
    const rule = readRoleKey(services, key);
    if (!rule) throw new Error(`no role ${key}`);
    return rule;
  });

/** Real people in a real portal, logged in, as every request of theirs is judged. */
async function everybody() {
  const the = await portal({ profile: 'primary-care' });
  const there = await everybodyThere(the);
  services = the.settings.organisations.services;
  const records: [string, InPlace][] = [];
  for (const [letter, code] of Object.entries(letters)) {
    const { place } = await findHere(the.needs, the.needs.database, code);
    records.push([letter, { place, services }]);
  }
  const actors = Object.fromEntries(actorKinds.map((kind) => [kind, there[kind].actor]));
  const somebody = the.needs.ids.next<'account'>();
  return { actors, places: records, somebody };
}
