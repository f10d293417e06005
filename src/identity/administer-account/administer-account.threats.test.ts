import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Composition } from '../../app.ts';
import { type Actor, actingForThemselves, type SessionId } from '../../kernel/actor.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { activate } from '../activate/activate.ts';
import { inviteAccount } from '../invite/invite-account.ts';
import { logIn } from '../log-in/log-in.ts';
import { resetPassword } from '../recover-account/reset-password.ts';
import { deactivateAccount } from './deactivate-account.ts';
import { unlockAccount } from './unlock-account.ts';

const password = 'Quiet-amber-lantern-7';
const reason = 'Asked by telephone, identity checked';
const rounds = Array.from({ length: 8 }, (_, round) => round);
const secretOf = (link = '') => new URL(link).searchParams.get('link') ?? '';

async function administrator({ addPerson, needs }: Portal): Promise<Actor> {
  const { id, name } = await addPerson({ name: 'Tomasz Lis', staff: 'administrator' });
  const roles = [
    { organisationId: needs.ids.next<'organisation'>(), service: 'support', role: 'administrator' },
  ];
  const sessionId: SessionId = needs.ids.next<'session'>();
  return actingForThemselves({
    accountId: id,
    name,
    realm: 'support',
    language: undefined,
    sessionId,
    authenticatedAt: needs.clock.now(),
    factorProvenAt: undefined,
    sessionEnds: { idleAt: needs.clock.now(), atLatest: needs.clock.now() },
    roles,
    organisation: undefined,
  });
}

/** The same needs, with something else begun at the moment that a password is hashed or checked. */
function meeting<Result>({ needs }: Composition, begin: () => Promise<Result>) {
  const begun: Promise<Result>[] = [];
  const after = async <Value>(value: Promise<Value>): Promise<Value> => {
    const done = await value;
    begun.push(begin());
    return done;
  };
  const hasher: typeof needs.hasher = {
    ...needs.hasher,
    hash: (text) => after(needs.hasher.hash(text)),
    check: (stored, text) => after(needs.hasher.check(stored, text)),
  };
  return { needs: { ...needs, hasher }, met: () => Promise.all(begun) };
}

test('race: an account deactivated while its owner resets the password stays deactivated, and nobody gets an error', async () => {
  const gate = await portal();
  const by = await administrator(gate);
  for (const round of rounds) {
    const amara = await gate.addPerson({ email: `amara${round}@practice.example` });
    await gate.browser({ address: `203.0.113.${round}` }).post('/forgotten-details', { email: amara.email });
    const [mail] = await gate.inbox(amara.email);
    const secret = secretOf(mail?.links.find((link) => link.includes('/reset-password')));
    const { needs, met } = meeting(gate, () =>
      deactivateAccount(gate.needs, by, { accountId: amara.id, reason }),
    );
    expect(['reset', 'link-not-live']).toContain((await resetPassword(needs, { secret, password })).outcome);
    expect(await met()).toEqual([{ outcome: 'deactivated' }]);
    expect(await stateOf(gate, amara.id)).toBe('deactivated');
  }
});

test('race: an account deactivated while its owner sets it up stays deactivated, and nobody gets an error', async () => {
  const gate = await portal();
  const by = await administrator(gate);
  for (const round of rounds) {
    const { accountId, link } = await invited(gate, `ben${round}@practice.example`);
    const { needs, met } = meeting(gate, () => deactivateAccount(gate.needs, by, { accountId, reason }));
    const { outcome } = await activate(needs, { secret: secretOf(link), name: 'Ben Tull', password });
    expect(['activated', 'link-not-live']).toContain(outcome);
    expect(await met()).toEqual([{ outcome: 'deactivated' }]);
    expect(await stateOf(gate, accountId)).toBe('deactivated');
  }
});

test('race: unlocking an account while its owner logs in, and while they are told of the closure, gives nobody an error', async () => {
  const gate = await portal();
  const by = await administrator(gate);
  const tellOwners = gate.works.find(({ name }) => name === 'tell-owners-of-closures');
  for (const round of rounds) {
    const amara = await gate.addPerson({ email: `amara${round}@practice.example` });
    const stranger = gate.browser({ address: `203.0.113.${round}` });
    for (let tries = 0; tries < 4; tries += 1)
      await stranger.post('/log-in', { identifier: amara.email, password: 'not-it' });
    const unlock = () => unlockAccount(gate.needs, by, { accountId: amara.id, reason });
    const { needs, met } = meeting(gate, async () => {
      await Promise.all([unlock(), tellOwners?.runDue(gate.clock.now())]);
    });
    const from = { deviceSecret: undefined, deviceDescription: '', clientNetwork: `198.51.100.${round}` };
    const details = { ...from, realm: 'portal', identifier: amara.email, password: amara.password } as const;
    expect((await logIn(needs, details)).outcome).toBe('logged-in');
    await met();
  }
});

async function invited({ needs }: Portal, typed: string) {
  const email = readEmailAddress(typed);
  if (!email) throw new Error(`${typed} is no address`);
  const invitation = { by: 'system', email, fullName: 'Ben Tull', realm: 'portal', language: 'en' } as const;
  const result = await inTransaction(needs.database, (tx) => inviteAccount(needs, tx, invitation));
  if (result.outcome !== 'invited') throw new Error(result.outcome);
  return result;
}

const stateOf = async ({ needs }: Portal, id: AccountId) =>
  (await needs.database.selectFrom('account').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;
