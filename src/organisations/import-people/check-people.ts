import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Here, HereNeeds } from '../here.ts';
import type { PersonToInvite } from '../invitations/invite-member.ts';
import { countInRole } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { isClosedOn } from '../places/organisation.ts';
import { giveRoles } from '../policy.ts';
import { findRole, roleKey } from '../roles/roles.ts';
import { listAddresses, listBranches } from './check-people.store.ts';
import type { FileRow } from './read-people-file.ts';
import { type FileContext, type FilePlace, readPerson } from './read-person.ts';
import type { Finding } from './row-finding.ts';

export interface CheckedRow extends FileRow {
  findings: Finding[];
  /** Who has the address already. */
  memberId: MemberId | undefined;
}

/** What the rows of a file are judged by: the place as it is now, and what the actor may do there now. */
export async function contextOf(
  { clock, settings }: HereNeeds,
  db: Queryable,
  actor: Actor,
  { practice, place, services }: Here,
): Promise<FileContext> {
  const today = dayAt(clock.now(), settings.service.timeZone);
  const whole: FilePlace = { ...practice, branchId: undefined, isClosed: isClosedOn(practice, today) };
  const branches = (await listBranches(db, practice.id)).map(
    (branch): FilePlace => ({ ...branch, branchId: branch.id, isClosed: isClosedOn(branch, today) }),
  );
  const home = branches.find(({ branchId }) => branchId === place.branchId) ?? whole;
  return {
    services,
    places: [whole, ...branches],
    home: place.branchId ? home : whole,
    sharedMailboxes: settings.organisations.sharedMailboxes,
    today,
    mayGive: (role, branchId) =>
      giveRoles.allows(actor, { place: { ...place, branchId }, services, roles: [role], to: undefined }),
  };
}

/** A row takes up to two milliseconds, in which nobody else is served. */
const rowsAtOnce = 5;

/** Finds what is wrong with each row, by itself and beside the others and the people there are. */
export async function checkPeople(
  db: Queryable,
  here: Here,
  context: FileContext,
  rows: readonly FileRow[],
): Promise<CheckedRow[]> {
  const known = await listAddresses(db, here.practice.id);
  const lines = new Map<string, number>();
  const room = await roomFor(db, here);
  const checked: CheckedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % rowsAtOnce === rowsAtOnce - 1) await letOthersRun();
    const { person, findings } = readPerson(row, context);
    const beside = person ? findBeside(person, row.line, { known, lines, room }) : [];
    const memberId = person && known.get(person.email.canonical);
    checked.push({ ...row, findings: [...beside, ...findings], memberId });
  }
  return checked;
}

interface Beside {
  known: ReadonlyMap<string, MemberId>;
  /** The line on which an address came first. */
  lines: Map<string, number>;
  /** How many more people may have a role. */
  room: Map<string, number>;
}

function findBeside(
  { email, roles }: PersonToInvite,
  line: number,
  { known, lines, room }: Beside,
): Finding[] {
  if (known.has(email.canonical)) return [{ code: 'already-member' }];
  const first = lines.get(email.canonical);
  if (first !== undefined) return [{ code: 'twice', about: String(first) }];
  const full = roles.filter((role) => room.get(roleKey(role)) === 0);
  if (full.length > 0) return full.map((role) => ({ code: 'limit', about: roleKey(role) }));
  lines.set(email.canonical, line);
  for (const key of roles.map(roleKey)) {
    const left = room.get(key);
    if (left !== undefined) room.set(key, left - 1);
  }
  return [];
}

/** How many more may have each role that only so many may have. */
async function roomFor(db: Queryable, { practice, services }: Here): Promise<Map<string, number>> {
  const room = new Map<string, number>();
  for (const [service, { roles }] of Object.entries(services))
    for (const role of Object.keys(roles)) {
      const atMost = findRole(services, { service, role })?.atMost;
      if (atMost === undefined) continue;
      const held = await countInRole(db, practice.id, { service, role }, null);
      room.set(roleKey({ service, role }), Math.max(0, atMost - held));
    }
  return room;
}
