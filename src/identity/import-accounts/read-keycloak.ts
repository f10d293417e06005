import { z } from 'zod';
import { keycloakHash } from '../passwords/foreign/keycloak-credential.ts';
import type { RawAccount } from './account-row.ts';
import { readWholeJson } from './read-json.ts';
import { UnreadableAccounts } from './unreadable-accounts.ts';

const attribute = z.array(z.string()).optional().catch(undefined);

const user = z.object({
  username: z.string().default(''),
  email: z.string().default(''),
  emailVerified: z.boolean().default(false),
  enabled: z.boolean().default(true),
  firstName: z.string().default(''),
  lastName: z.string().default(''),
  attributes: z
    .object({ phoneNumber: attribute, locale: attribute })
    .default({ phoneNumber: undefined, locale: undefined }),
  credentials: z.array(z.looseObject({ type: z.string() })).default([]),
});

const realm = z.object({ users: z.array(z.unknown()) });

/** The users of a realm export, of one realm a file. Accounts of its own services are no people. */
export async function* readKeycloak(file: string): AsyncGenerator<RawAccount> {
  const whole = realm.safeParse(await readWholeJson(file));
  if (!whole.success) throw new UnreadableAccounts('no-users');
  for (const [index, value] of whole.data.users.entries()) {
    const read = user.safeParse(value);
    if (isServiceAccount(value)) continue;
    yield read.success ? accountOf(read.data, index + 1) : { place: index + 1, fields: {}, isBroken: true };
  }
}

const isServiceAccount = (value: unknown) =>
  typeof value === 'object' && value !== null && 'serviceAccountClientId' in value;

/** An address nobody has proven waits for its owner: whoever typed it there may not be them. */
function accountOf(from: z.infer<typeof user>, place: number): RawAccount {
  const password = from.credentials.find(({ type }) => type === 'password');
  const isProven = from.emailVerified;
  const username = from.username.includes('@') ? '' : from.username;
  return {
    place,
    fields: {
      email: from.email,
      username,
      full_name: `${from.firstName} ${from.lastName}`.trim() || username,
      phone: from.attributes.phoneNumber?.[0] ?? '',
      language: from.attributes.locale?.[0] ?? '',
      state: from.enabled ? (isProven && password ? 'active' : 'invited') : 'deactivated',
      password_hash: password && isProven ? keycloakHash(password) : '',
    },
    notes: password && !isProven ? ['address-not-verified'] : [],
  };
}
