import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AccountId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Secrets } from '../kernel/secrets.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

interface PersonKeyNeeds {
  secrets: Secrets;
  keyRing: KeyRing;
}

/** Encrypts an event's detail under the person's own key; destroying that key erases the detail everywhere. */
export async function sealDetail(
  needs: PersonKeyNeeds,
  tx: Tx,
  person: AccountId,
  eventId: string,
  detail: Record<string, unknown>,
  now: Date,
): Promise<Buffer> {
  const key = await personKey(needs, tx, person, now);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(eventId));
  const body = Buffer.concat([cipher.update(JSON.stringify(detail)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undefined once the person's key is destroyed. Throws when the detail was altered. */
export async function openDetail(
  needs: PersonKeyNeeds,
  db: Queryable,
  person: AccountId,
  eventId: string,
  sealed: Buffer,
): Promise<Record<string, unknown> | undefined> {
  const row = await findKey(db, person);
  return row && openWithKey(needs.keyRing, row.sealed_key, person, eventId, sealed);
}

/** The same with the person's key at hand. Throws when the detail was altered. */
export function openWithKey(
  keyRing: KeyRing,
  sealedKey: Buffer,
  person: AccountId,
  eventId: string,
  sealed: Buffer,
): Record<string, unknown> {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyRing.open('person', sealedKey, person),
    sealed.subarray(0, 12),
  );
  decipher.setAAD(Buffer.from(eventId));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8'));
}

/** Makes every detail kept about this person unreadable for ever; the events and their seals stay as they are. */
export const destroyPersonKey = async (tx: Tx, person: AccountId): Promise<void> => {
  await tx.deleteFrom('person_key').where('account_id', '=', person).execute();
};

async function personKey(needs: PersonKeyNeeds, tx: Tx, person: AccountId, now: Date): Promise<Buffer> {
  const known = await findKey(tx, person);
  if (known) return needs.keyRing.open('person', known.sealed_key, person);
  const sealed = needs.keyRing.seal('person', needs.secrets.bytes(32), person);
  await tx
    .insertInto('person_key')
    .values({ account_id: person, sealed_key: sealed, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await findKey(tx, person);
  if (!kept) throw new Error('a person’s key vanished while it was made');
  return needs.keyRing.open('person', kept.sealed_key, person);
}

const findKey = (db: Queryable, person: AccountId) =>
  db.selectFrom('person_key').select('sealed_key').where('account_id', '=', person).executeTakeFirst();
