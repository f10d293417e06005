import type { Audit } from '../../audit/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret, type Secrets } from '../../kernel/secrets.ts';
import type { Database, Queryable, Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import { findKnownDevice } from '../sessions/device.store.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';

export interface TicketSessionNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
  settings: Pick<Settings, 'lockout' | 'session' | 'tickets'>;
}

/** What is known of the browser that somebody logs in with. */
export interface TicketBrowser {
  deviceSecret: string | undefined;
  deviceDescription: string;
  clientNetwork: string;
}

/** Looked for in the place of an unknown address's account, so that the same question is asked. */
const nobody = '00000000-0000-7000-8000-000000000000' as AccountId;

export const knownTicketDevice = async (
  db: Queryable,
  account: AccountId | undefined,
  secret: string | undefined,
): Promise<DeviceId | undefined> =>
  secret ? (await findKnownDevice(db, account ?? nobody, 'support', hashOfSecret(secret)))?.id : undefined;

/** Stays on its device for as long as the settings say, used or not. Call it with the account held. */
export async function startTicketSession(
  needs: Omit<TicketSessionNeeds, 'database' | 'keyRing'>,
  tx: Tx,
  account: AccountId,
  device: { known: DeviceId | undefined; description: string },
): Promise<StartedSession> {
  const { staysLoggedIn } = needs.settings.tickets;
  const session = await startSession(needs, tx, account, 'support', device, null, staysLoggedIn);
  await needs.audit.record(tx, {
    action: 'logged-in',
    actor: 'owner',
    subject: account,
    session: session.id,
  });
  return session;
}
