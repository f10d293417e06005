import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import { askFresh, endOtherSessions } from '../sessions/renew-session.ts';
import {
  countDevices,
  countSessions,
  endDeviceSessions,
  endOwnSession,
  forgetOwnDevice,
  type ListedDevice,
  type ListedSession,
  listDevices,
  listSessions,
} from './devices.store.ts';

export interface DevicesNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  settings: Settings;
}

const onPage = 10;

export interface Shown<Item> {
  items: Item[];
  page: number;
  pages: number;
  total: number;
}

export interface DeviceList {
  own: string;
  sessions: Shown<ListedSession>;
  devices: Shown<ListedDevice>;
}

/** Where the actor is logged in, in this realm, and the devices it knows; a page beyond the end is the last one. */
export async function readDevices(
  { database, clock, settings }: DevicesNeeds,
  actor: Actor | undefined,
  asked: { sessions: number; devices: number },
): Promise<DeviceList> {
  ask(loggedIn, actor, undefined);
  const { sessionId: own, accountId: account, realm } = actor.person;
  const whose = { account, realm };
  const { idle } = settings.session;
  const now = clock.now();
  const sessions = pageOf(await countSessions(database, whose, idle, now), asked.sessions);
  const devices = pageOf(await countDevices(database, whose), asked.devices);
  return {
    own,
    sessions: { ...sessions, items: await listSessions(database, whose, own, idle, sessions.part, now) },
    devices: { ...devices, items: await listDevices(database, whose, devices.part) },
  };
}

function pageOf(total: number, asked: number) {
  const pages = Math.max(1, Math.ceil(total / onPage));
  const page = Math.min(Math.max(1, asked), pages);
  return { total, pages, page, part: { from: (page - 1) * onPage, atMost: onPage } };
}

/** `ownEnded`: the actor did it to the very session they are in. */
export interface Ended {
  outcome: 'session-ended' | 'others-ended' | 'device-forgotten';
  ownEnded: boolean;
}

export const endOneSession = (needs: DevicesNeeds, actor: Actor | undefined, id: string): Promise<Ended> =>
  change(needs, actor, async (tx, self, now) => {
    const { accountId: account, realm, sessionId } = self.person;
    if (!isId(id) || !(await endOwnSession(tx, { account, realm }, id, now))) throw new NotFound('session');
    await needs.audit.record(tx, { action: 'session-ended', actor: self, record: { type: 'session', id } });
    return { outcome: 'session-ended', ownEnded: id === sessionId };
  });

export const endAllOthers = (needs: DevicesNeeds, actor: Actor | undefined): Promise<Ended> =>
  change(needs, actor, async (tx, self, now) => {
    await endOtherSessions(tx, self, 'ended-by-owner', now);
    await needs.audit.record(tx, { action: 'other-sessions-ended', actor: self });
    return { outcome: 'others-ended', ownEnded: false };
  });

/** Ends what is open on it, and makes it a stranger's browser again. */
export const forgetDevice = (needs: DevicesNeeds, actor: Actor | undefined, id: string): Promise<Ended> =>
  change(needs, actor, async (tx, self, now) => {
    const { accountId: account, realm, sessionId } = self.person;
    if (!isId(id) || !(await forgetOwnDevice(tx, { account, realm }, id, now))) throw new NotFound('device');
    const ended = await endDeviceSessions(tx, account, id, now);
    await needs.audit.record(tx, { action: 'device-forgotten', actor: self, record: { type: 'device', id } });
    return { outcome: 'device-forgotten', ownEnded: ended.some((session) => session.id === sessionId) };
  });

type Change = (tx: Parameters<typeof lockAccount>[0], self: Actor, now: Date) => Promise<Ended>;

async function change(needs: DevicesNeeds, actor: Actor | undefined, work: Change): Promise<Ended> {
  ask(loggedIn, actor, undefined);
  askFresh(needs, actor);
  return inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, actor.person.accountId);
    return work(tx, actor, needs.clock.now());
  });
}
