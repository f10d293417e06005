import type { Clock } from '../../kernel/clock.ts';
import { hours } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';

export interface LimitAskingNeeds {
  clock: Clock;
  keyRing: KeyRing;
  settings: Pick<Settings, 'tickets'>;
}

/** More from everywhere together, without an account, is no day of work but an attack from many networks. */
const strangersPerHour = 2_000;

/** Until when a network, or everybody without an account together, has to wait; nothing while there is room. */
export async function fullUntil(
  needs: LimitAskingNeeds,
  db: Queryable,
  clientNetwork: string,
): Promise<Date | undefined> {
  const network = `ask:${needs.keyRing.mac('client-address', clientNetwork)}`;
  const { perNetworkPerHour } = needs.settings.tickets;
  return (
    (await until(needs, db, network, perNetworkPerHour)) ??
    (await until(needs, db, 'ask:everybody', strangersPerHour))
  );
}

/** The same of whoever is logged in, who is told. What strangers send in their name takes nothing of theirs. */
export const ownerFullUntil = (
  needs: LimitAskingNeeds,
  db: Queryable,
  canonical: string,
): Promise<Date | undefined> =>
  until(needs, db, nameOf(needs, 'ask-owner', canonical), needs.settings.tickets.perAddressPerHour);

/** Counts an email that a stranger has sent to an address; past the limit it is not sent, and nobody sees that. */
export const mayWriteTo = async (
  needs: LimitAskingNeeds,
  db: Queryable,
  canonical: string,
): Promise<boolean> => {
  const { perAddressPerHour } = needs.settings.tickets;
  return (await until(needs, db, nameOf(needs, 'ask-address', canonical), perAddressPerHour)) === undefined;
};

/** The same of whom mail names as its sender: it costs nobody an account, nor an address that asks. */
export const mayWriteToSender = async (
  needs: LimitAskingNeeds,
  db: Queryable,
  canonical: string,
): Promise<boolean> =>
  (await mayWriteTo(needs, db, canonical)) &&
  (await until(needs, db, 'ask-by-mail:everybody', strangersPerHour)) === undefined;

const nameOf = ({ keyRing }: LimitAskingNeeds, what: string, canonical: string): string =>
  `${what}:${keyRing.mac('unknown-name', canonical)}`;

async function until(
  { clock }: LimitAskingNeeds,
  db: Queryable,
  name: string,
  atMost: number,
): Promise<Date | undefined> {
  const use = await countUse(db, { name, window: hours(1), atMost, now: clock.now() });
  return use.allowed ? undefined : use.windowEndsAt;
}
