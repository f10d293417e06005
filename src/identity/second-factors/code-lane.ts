import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  type Closure,
  type DeviceId,
  type EntryRules,
  findClosureNow,
  type Lane,
} from '../lockout/entry-lane.ts';

type Rules = Pick<Settings, 'lockout' | 'secondFactor'>;

/** Who types a code, and on which known device. */
export interface CodeEntry {
  accountId: AccountId;
  realm: Realm;
  /** It has a counter of its own. */
  deviceId: DeviceId | null;
}

/** Wrong codes in a row, forgotten with wrong passwords after the same quiet. */
export const codeRules = ({ secondFactor, lockout }: Rules): EntryRules => ({
  tries: secondFactor.tries,
  closedFor: secondFactor.closedFor,
  forgetAfter: lockout.forgetAfter,
});

export const codeLane = (
  { settings }: { settings: Pick<Settings, 'lockout'> },
  { accountId, realm, deviceId }: CodeEntry,
): Lane => ({
  subject: accountId,
  realm,
  step: 'code',
  deviceId: settings.lockout.knownDevices ? deviceId : null,
});

/** Whether no code is looked at or sent now, and until when. */
export const findCodeClosure = (
  needs: { settings: Pick<Settings, 'lockout'> },
  db: Queryable,
  entry: CodeEntry,
  now: Date,
): Promise<Closure | undefined> => findClosureNow(db, codeLane(needs, entry), now);
