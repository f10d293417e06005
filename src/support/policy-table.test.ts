import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { staffRoles } from '../identity/index.ts';
import { type Actor, actingForThemselves, type Person } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import {
  administrator,
  answerTickets,
  deskStaff,
  enterDesk,
  manageTeams,
  overseeTickets,
  publishNotices,
  seeDashboard,
  seePersonBesideTicket,
  writeArticles,
} from './policy.ts';

const staff = (role: string, realm: Person['realm'] = 'support'): Actor => {
  const now = new Date('2026-03-02T09:00:00Z');
  const roles = [{ organisationId: 'operator', service: 'support', role }] as unknown as Person['roles'];
  return actingForThemselves({
    accountId: 'somebody' as AccountId,
    name: 'Gwen Parry',
    realm,
    language: undefined,
    sessionId: 'session' as Person['sessionId'],
    authenticatedAt: now,
    factorProvenAt: undefined,
    sessionEnds: { idleAt: now, atLatest: now },
    roles,
    organisation: undefined,
  });
};

const payments = { subjectKey: 'payments' };
const locked = { subjectKey: 'locked' };

/** What a line of the table means, by its first words. */
const asked: Record<string, (actor: Actor) => string> = {
  'Enter the desk': (actor) => said(enterDesk.allows(actor) && seeDashboard.allows(actor)),
  'See people': (actor) => said(deskStaff.allows(actor)),
  'Answer tickets': (actor) =>
    answerTickets.allows(actor, locked)
      ? 'yes'
      : answerTickets.allows(actor, payments)
        ? 'about payments'
        : '–',
  'See an account': (actor) => said(seePersonBesideTicket.allows(actor)),
  'Act on many': (actor) => said(overseeTickets.allows(actor)),
  'Publish notices': (actor) => said(publishNotices.allows(actor)),
  'Write articles': (actor) => said(writeArticles.allows(actor)),
  'Decide who is staff': (actor) => said(administrator.allows(actor) && manageTeams.allows(actor)),
};

const said = (is: boolean): string => (is ? 'yes' : '–');

const rowsOfTable = (): string[][] => {
  const text = readFileSync(new URL('../../docs/safety/permissions.md', import.meta.url), 'utf8');
  const [, section = ''] = text.split('## Of the desk');
  const lines =
    section
      .split('## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| ')) ?? [];
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
};

test('what staff may do is what the table of permissions says, role by role', () => {
  const [head = [], ...rows] = rowsOfTable();
  expect(head.slice(1)).toEqual([...staffRoles]);
  expect(rows).toHaveLength(Object.keys(asked).length);
  for (const [name = '', ...cells] of rows) {
    const [, ask] = Object.entries(asked).find(([words]) => name.startsWith(words)) ?? [];
    expect([name, ask && staffRoles.map((role) => ask(staff(role)))]).toEqual([name, cells]);
  }
});

test('whatever roles somebody holds, a session of the portal, none and a role nobody knows open nothing of the desk', () => {
  for (const actor of [staff('administrator', 'portal'), staff('owner'), undefined])
    for (const policy of [
      enterDesk,
      deskStaff,
      administrator,
      overseeTickets,
      seePersonBesideTicket,
      publishNotices,
      writeArticles,
      seeDashboard,
      manageTeams,
    ])
      expect([policy.name, policy.admits(actor)]).toEqual([policy.name, false]);
  expect(answerTickets.allows(staff('administrator', 'portal'), payments)).toBe(false);
});
