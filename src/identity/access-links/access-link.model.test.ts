import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import fc from '../../../tests/support/properties.ts';
import { minutes } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { consumeLink, voidLinks } from './access-link.store.ts';
import { exchangeCode, issueLink, type LinkPurpose, type LinkState, readLink } from './access-link.ts';

interface Link {
  purpose: LinkPurpose;
  /** The mailed one, or that which a typed code was exchanged for. */
  secret: string;
  /** Undefined once it was exchanged. */
  code: string | undefined;
  expiresAt: Date;
  tries: number;
  state: Exclude<LinkState, 'expired' | 'unknown'>;
}

/** Every link ever sent to one person, oldest first. */
interface Model {
  links: Link[];
  voided: string[];
}

interface Real {
  it: Portal;
  accountId: AccountId;
  email: string;
}

type Command = fc.AsyncCommand<Model, Real>;

const life = minutes(60);
const purposes: LinkPurpose[] = ['activate', 'reset-password'];

const stateNow = (link: Link, now: Date): LinkState =>
  link.state === 'live' && link.expiresAt <= now ? 'expired' : link.state;

const newest = (model: Model, purpose: LinkPurpose) =>
  model.links.findLast((link) => link.purpose === purpose && link.state === 'live');

/** What anybody could see of every link ever sent, after each step. */
async function compare(model: Model, { it }: Real) {
  for (const link of model.links)
    expect((await readLink(it.needs, link.secret, link.purpose)).state).toBe(stateNow(link, it.clock.now()));
  for (const link of model.links) {
    const other = purposes.find((purpose) => purpose !== link.purpose) ?? 'activate';
    expect((await readLink(it.needs, link.secret, other)).state).toBe('unknown');
  }
  for (const secret of model.voided)
    for (const purpose of purposes) expect((await readLink(it.needs, secret, purpose)).state).toBe('unknown');
}

class Send implements Command {
  private readonly purpose: LinkPurpose;
  constructor(purpose: LinkPurpose) {
    this.purpose = purpose;
  }

  check = () => true;

  async run(model: Model, real: Real) {
    const { it, accountId } = real;
    const asked = { accountId, purpose: this.purpose, realm: 'portal', life } as const;
    const issued = await inTransaction(it.needs.database, (tx) => issueLink(it.needs, tx, asked));
    const earlier = newest(model, this.purpose);
    if (earlier) earlier.state = 'replaced';
    const { secret, code, expiresAt } = issued;
    model.links.push({ purpose: this.purpose, secret, code, expiresAt, tries: 0, state: 'live' });
    await compare(model, real);
  }

  toString = () => `send ${this.purpose}`;
}

class Follow implements Command {
  private readonly which: number;
  constructor(which: number) {
    this.which = which;
  }

  check = (model: Model) => model.links.length > 0;

  async run(model: Model, real: Real) {
    const { it } = real;
    const link = model.links[this.which % model.links.length] as Link;
    const now = it.clock.now();
    const twice = await Promise.all(
      [1, 2].map(() =>
        inTransaction(it.needs.database, (tx) =>
          consumeLink(tx, hashOfSecret(link.secret), link.purpose, now),
        ),
      ),
    );
    const isLive = stateNow(link, now) === 'live';
    expect(twice.filter(Boolean)).toHaveLength(isLive ? 1 : 0);
    if (isLive) link.state = 'used';
    await compare(model, real);
  }

  toString = () => `follow link ${this.which}, twice at once`;
}

class TypeCode implements Command {
  private readonly which: number;
  private readonly isRight: boolean;
  constructor(which: number, isRight: boolean) {
    this.which = which;
    this.isRight = isRight;
  }

  check = (model: Model) => model.links.length > 0;

  async run(model: Model, real: Real) {
    const { it, email } = real;
    const link = model.links[this.which % model.links.length] as Link;
    const typed = this.isRight ? (link.code ?? 'used') : '0';
    const outcome = await exchangeCode(it.needs, { email, typed, clientNetwork: '198.18.0.1' }, link.purpose);
    const target = newest(model, link.purpose);
    const isTried = target !== undefined && stateNow(target, it.clock.now()) === 'live' && target.tries < 5;
    if (isTried) target.tries += 1;
    const isExchanged = isTried && this.isRight && target === link && link.code !== undefined;
    expect(outcome.outcome).toBe(isExchanged ? 'exchanged' : 'refused');
    if (outcome.outcome === 'exchanged' && target) {
      model.voided.push(target.secret);
      Object.assign(target, { secret: outcome.secret, code: undefined });
    }
    await compare(model, real);
  }

  toString = () => `type the ${this.isRight ? 'right' : 'wrong'} code of link ${this.which}`;
}

class Deactivate implements Command {
  check = () => true;

  async run(model: Model, real: Real) {
    const { it, accountId } = real;
    await inTransaction(it.needs.database, (tx) => voidLinks(tx, accountId, it.clock.now()));
    for (const link of model.links) if (link.state === 'live') link.state = 'replaced';
    await compare(model, real);
  }

  toString = () => 'every link is made worthless';
}

class TimePasses implements Command {
  private readonly by: number;
  constructor(by: number) {
    this.by = by;
  }

  check = () => true;

  async run(model: Model, real: Real) {
    real.it.clock.advance(minutes(this.by));
    await compare(model, real);
  }

  toString = () => `${this.by} minutes pass`;
}

const anyCommands = fc.commands(
  [
    fc.constantFrom(...purposes).map((purpose) => new Send(purpose)),
    fc.nat(20).map((which) => new Follow(which)),
    fc.tuple(fc.nat(20), fc.boolean()).map(([which, isRight]) => new TypeCode(which, isRight)),
    fc.constant(new Deactivate()),
    fc.constantFrom(10, 30, 61).map((by) => new TimePasses(by)),
  ],
  { maxCommands: 30, size: 'max' },
);

test('whatever is sent, followed, typed and waited for, only the newest link of its purpose works, and once', async () => {
  const it = await portal({ settings: { recovery: { codeTriesPerDay: 1_000 } } });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(anyCommands, async (commands) => {
      number += 1;
      // The limit of the network is another test's.
      it.clock.advance(minutes(61));
      const { id: accountId, email } = await it.addPerson({ email: `person${number}@practice.example` });
      const real: Real = { it, accountId, email };
      await fc.asyncModelRun(() => ({ model: { links: [], voided: [] }, real }), commands);
    }),
    { numRuns: 40 },
  );
});
