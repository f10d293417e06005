import type { Clock } from '../../kernel/clock.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret, type Secrets } from '../../kernel/secrets.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { KeptForms } from '../../platform/http/index.ts';
import { typedValues } from '../../ui/index.ts';
import {
  addKeptForm,
  findKeptForm,
  type KeptFormId,
  removeKeptForm,
  removeOlderKeptForms,
} from './kept-form.store.ts';

export interface KeptFormNeeds {
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
}

/** Long enough to find a password; short enough for a computer that others use too. */
const keptFor = hours(1);
const keptAtOnce = 5;

/** Forms that were sent after their session ended or before the password was given again, for their sender alone. */
export const createKeptForms = (needs: KeptFormNeeds): KeptForms => ({
  keep: async ({ owner, realm, address, body }) => {
    const values = typedValues(body);
    if (Object.keys(values).length === 0) return undefined;
    const id: KeptFormId = needs.ids.next<'kept-form'>();
    const secret = needs.secrets.issue();
    const now = needs.clock.now();
    const sealed = needs.keyRing.seal('form-state', JSON.stringify(values), contextOf(id, owner));
    const form = { id, secretHash: secret.hash, owner, realm, address, sealed, now };
    await inTransaction(needs.database, async (tx) => {
      await addKeptForm(tx, { ...form, expiresAt: after(now, keptFor) });
      await removeOlderKeptForms(tx, owner, keptAtOnce);
    });
    return secret.plain;
  },
  read: async ({ person }, address, secret) => {
    const { accountId: owner, realm } = person;
    const asked = { secretHash: hashOfSecret(secret), owner, realm, address };
    const found = await findKeptForm(needs.database, asked, needs.clock.now());
    if (!found) return undefined;
    return JSON.parse(needs.keyRing.open('form-state', found.sealed, contextOf(found.id, owner)).toString());
  },
  forget: async ({ person }, secret) => {
    await removeKeptForm(needs.database, hashOfSecret(secret), person.accountId);
  },
});

const contextOf = (id: string, owner: string): string => `kept-form:${id}:${owner}`;
