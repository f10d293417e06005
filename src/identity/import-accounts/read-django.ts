import { z } from 'zod';
import type { RawAccount } from './account-row.ts';
import { readWholeJson } from './read-json.ts';
import { UnreadableAccounts } from './unreadable-accounts.ts';

const row = z.object({ model: z.string(), fields: z.unknown() });

const user = z.object({
  username: z.string().default(''),
  email: z.string().default(''),
  first_name: z.string().default(''),
  last_name: z.string().default(''),
  is_active: z.boolean().default(true),
  password: z.string().default(''),
});

/** What `dumpdata` wrote of `auth.user`, or of a model of one's own that ends in `.user`; other models are passed over. */
export async function* readDjango(file: string): AsyncGenerator<RawAccount> {
  const whole = z.array(row).safeParse(await readWholeJson(file));
  if (!whole.success) throw new UnreadableAccounts('no-users');
  const users = whole.data.filter(({ model }) => /\.(custom)?user$/i.test(model));
  if (users.length === 0) throw new UnreadableAccounts('no-users');
  for (const [index, { fields }] of users.entries()) {
    const read = user.safeParse(fields);
    yield read.success ? accountOf(read.data, index + 1) : { place: index + 1, fields: {}, isBroken: true };
  }
}

function accountOf(from: z.infer<typeof user>, place: number): RawAccount {
  const username = from.username.includes('@') ? '' : from.username;
  // Django marks a password that nothing opens with an exclamation mark.
  const password_hash = from.password.startsWith('!') ? '' : from.password;
  return {
    place,
    fields: {
      email: from.email || (from.username.includes('@') ? from.username : ''),
      username,
      full_name: `${from.first_name} ${from.last_name}`.trim() || username,
      state: from.is_active ? '' : 'deactivated',
      password_hash,
    },
  };
}
