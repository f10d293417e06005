import type { Clock } from '../kernel/clock.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { DataSubject, PersonalData, PersonalDataHolder } from '../platform/database/personal-data.ts';
import * as store from './personal-data.store.ts';
import { listOwnFactorRequests, listOwnFactors } from './second-factors/personal-data.store.ts';

/** The account itself. Erased last, since all the others find what is theirs by it. */
export const identityPersonalData = ({
  clock,
  keyRing,
}: {
  clock: Clock;
  keyRing: KeyRing;
}): PersonalDataHolder => ({
  collect: collectIdentity,
  erase: (tx, { accountId }) => store.eraseAccountRow(keyRing, tx, accountId, clock.now()),
});

async function collectIdentity(db: Queryable, { accountId: id }: DataSubject): Promise<PersonalData> {
  const addresses = await store.listOwnAddresses(db, id);
  return {
    account: await store.findOwnAccount(db, id),
    addresses: addresses.map(({ canonical: _, ...address }) => address),
    emailChanges: await store.listOwnEmailChanges(db, id),
    names: await store.listOwnNames(db, id),
    waysIn: await store.listOwnWaysIn(db, id),
    factors: await listOwnFactors(db, id),
    factorRequests: await listOwnFactorRequests(db, id),
    access: await store.listOwnMemberships(db, id),
    sessions: await store.listOwnSessions(db, id),
    devices: await store.listOwnDevices(db, id),
    links: await store.listOwnLinks(db, id),
  };
}

/**
 * Everybody's data is found by the account and by its addresses; never by one that is only wished for, which may well
 * be somebody else's.
 */
export async function dataSubject(db: Queryable, id: DataSubject['accountId']): Promise<DataSubject> {
  const addresses = await store.listOwnAddresses(db, id);
  const own = addresses.filter(({ state }) => state !== 'pending');
  return { accountId: id, addresses: own.map((address) => address.canonical) };
}
