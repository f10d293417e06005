import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { sealSecret } from '../../src/identity/second-factors/sealed-secret.ts';
import { createKeyRing, readRootKeys } from '../../src/kernel/key-ring.ts';
import { rootKey } from './serve-portal.ts';

/** Gives each of these people an app; what it shares with us, by address. */
export async function addAuthenticators(
  client: pg.Client,
  addresses: string[],
): Promise<Map<string, Buffer>> {
  const keyRing = createKeyRing(readRootKeys(rootKey));
  const apps = addresses.map((address) => ({ address, id: randomUUID(), secret: randomBytes(20) }));
  await client.query(
    `INSERT INTO factor (id, account_id, realm, kind, name, added_at, trusted_from, sealed_secret, last_step)
     SELECT app.id, n.account_id, 'portal', 'authenticator', '', now(), now(), app.sealed, 0
       FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS app (id, address, sealed)
       JOIN login_name n ON n.canonical = app.address`,
    [apps.map(({ id }) => id), addresses, apps.map(({ id, secret }) => sealSecret(keyRing, id, secret))],
  );
  return new Map(apps.map(({ address, secret }) => [address, secret]));
}

/** Administrators give a code at every log in, so these people are none from now on. */
export async function rememberDevices(client: pg.Client, addresses: string[]): Promise<void> {
  const owners = 'account_id IN (SELECT account_id FROM login_name WHERE canonical = ANY ($1))';
  await client.query(`UPDATE membership SET role = 'receptionist' WHERE ${owners}`, [addresses]);
  await client.query(`UPDATE device SET remembered_until = now() + interval '30 days' WHERE ${owners}`, [
    addresses,
  ]);
}
