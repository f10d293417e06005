import type { Needs } from '../../src/composition/needs.ts';
import { codeAt } from '../../src/identity/second-factors/authenticator.ts';
import { listFactors } from '../../src/identity/second-factors/factor.store.ts';
import type { Factor, FactorKind } from '../../src/identity/second-factors/factor.ts';
import { drawRecoveryCodes, recoveryCodeMac } from '../../src/identity/second-factors/recovery-codes.ts';
import { sealSecret } from '../../src/identity/second-factors/sealed-secret.ts';
import type { Realm } from '../../src/kernel/actor.ts';
import type { AccountId } from '../../src/kernel/ids.ts';

interface Owner {
  account: AccountId;
  realm?: Realm;
}

interface Row {
  id: string;
  kind: FactorKind;
  sealed_secret?: Buffer;
  last_step?: number;
  phone?: string;
  phone_dialled?: string;
  trusted_from?: Date;
}

/** As its owner set one up some time ago, for tests about what comes after. */
async function add({ database, clock }: Needs, { account, realm = 'portal' }: Owner, row: Row) {
  const now = clock.now();
  const fresh = { account_id: account, realm, name: '', added_at: now, trusted_from: now };
  await database
    .insertInto('factor')
    .values({ ...fresh, ...row })
    .execute();
  const found = (await listFactors(database, account, realm)).find(({ id }) => id === row.id);
  if (!found) throw new Error('a factor vanished while it was added');
  return found;
}

/** An app on a phone; `code` is what it shows at a time, now unless one is given. */
export async function addAuthenticator(needs: Needs, owner: Owner) {
  const [id, secret] = [needs.ids.next(), needs.secrets.bytes(20)];
  const sealed = sealSecret(needs.keyRing, id, secret);
  const factor = await add(needs, owner, { id, kind: 'authenticator', sealed_secret: sealed, last_step: 0 });
  return { factor, code: (at: Date = needs.clock.now()) => codeAt(secret, at) };
}

export const addNumber = (needs: Needs, owner: Owner, number = '+447700900123', trustedFrom?: Date) =>
  add(needs, owner, {
    id: needs.ids.next(),
    kind: 'text',
    phone: number,
    phone_dialled: number,
    ...(trustedFrom && { trusted_from: trustedFrom }),
  });

export const addEmailCodes = (needs: Needs, owner: Owner) =>
  add(needs, owner, { id: needs.ids.next(), kind: 'email' });

export async function addRecoveryCodes(
  needs: Needs,
  owner: Owner,
): Promise<{ factor: Factor; codes: string[] }> {
  const [id, key] = [needs.ids.next(), needs.secrets.bytes(32)];
  const row = { id, kind: 'recovery-codes' as const, sealed_secret: sealSecret(needs.keyRing, id, key) };
  const added = await add(needs, owner, row);
  const codes = drawRecoveryCodes(needs.secrets);
  const values = codes.map((code) => ({ factor_id: id, mac: recoveryCodeMac(key, code) }));
  await needs.database.insertInto('recovery_code').values(values).execute();
  return { factor: { ...added, codesLeft: codes.length }, codes };
}
