import { expect, test } from 'vitest';
import {
  addWay,
  type CodeOwner,
  comeIn,
  holds,
  ownFactors,
  resetOwnPassword,
  type WayToSetUp,
} from '../../../tests/support/code-owner.ts';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';
import { sentCode } from '../../../tests/support/main-job.ts';
import { type Portal, portal, stoppedClock } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import fc from '../../../tests/support/properties.ts';
import { type Duration, days, hours, minutes } from '../../kernel/duration.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { createPool, inTransaction } from '../../platform/database/database.ts';
import { liftFreeze } from '../freeze.store.ts';
import { checkCode } from './check-code.ts';
import { canProve, isTrusted } from './factor-policy.ts';
import { resetTaskKind } from './reset-request.store.ts';

const methods = ['authenticator', 'passkey', 'text', 'email', 'recovery-codes'];
const shared = { methods, textAlone: false, rememberDevice: '30 days', grace: '0 days' };

/** What an operator may set from one day to the next. */
const policies = [
  { ...shared, needed: 'nobody' },
  { ...shared, needed: 'everyone' },
  { ...shared, needed: 'everyone', methods: ['text', 'recovery-codes'], textAlone: true },
  { ...shared, needed: 'everyone', grace: '3 days' },
];

const plenty = {
  texts: { perNumberPerDay: 1000, perAccountPerDay: 1000 },
  lockout: { triesPerNetwork: 100_000 },
};

interface World {
  /** The same portal under each policy; `the` is the one that runs. */
  nodes: Portal[];
  the: Portal;
  owner: CodeOwner;
  /** Each world has its own connections, and there are only so many. */
  end(): Promise<void>;
}

/** Nothing beside what the account says itself, and what its owner has in hand. */
type Model = Record<string, never>;

type Command = fc.AsyncCommand<Model, World>;

async function startWorld(): Promise<World> {
  const empty = await emptyDatabase();
  const pool = createPool({ url: empty.url, poolSize: 5, onIdleError: () => undefined });
  const database = { ...empty, pool };
  const clock = stoppedClock(new Date('2026-03-02T09:00:00Z'));
  const nodes: Portal[] = [];
  for (const secondFactor of policies) {
    const settings = { secondFactor, ...plenty };
    nodes.push(await portal({ profile: 'recommended', clock, database, settings }));
  }
  const [the] = nodes;
  if (!the) throw new Error('there is no portal');
  const person = await the.addPerson();
  const owner = {
    person,
    password: person.password,
    apps: new Map(),
    papers: new Map(),
    numbers: new Set<string>(),
  };
  return { nodes, the, owner, end: () => pool.end() };
}

/** The account as it is kept, in the words of the property. */
async function factsOf({ the, owner }: World) {
  const { database, clock } = the.needs;
  const factors = await ownFactors(the, owner);
  const account = await database
    .selectFrom('account')
    .select('changes_frozen_at as frozenAt')
    .where('id', '=', owner.person.id)
    .executeTakeFirstOrThrow();
  const tasks = await database.selectFrom('staff_task').select('kind').where('done_at', 'is', null).execute();
  const asked = await database.selectFrom('factor_asked').select('first_asked_at as at').executeTakeFirst();
  const { needed, grace } = the.settings.secondFactor;
  return {
    factors,
    isFrozen: account.frozenAt !== null,
    tasks: tasks.map(({ kind }) => kind),
    isNeeded: needed === 'everyone',
    isPutOff: asked !== undefined && grace > 0 && asked.at.getTime() + grace > clock.now().getTime(),
    canProve: factors.some(canProve),
    /** In hand, and enough to get in with. */
    hasOne: factors.some(
      (factor) =>
        factor.kind !== 'email' && canProve(factor) && holds(owner, factor) && isTrusted(factor, clock.now()),
    ),
  };
}

/** The owner gets in, or reaches somebody who will look; and nobody is in without a code where one is needed. */
async function ownerArrives(world: World, options: Parameters<typeof comeIn>[2] = {}) {
  const before = await factsOf(world);
  const { arrival, browser } = await comeIn(world.the, world.owner, options);
  const now = await factsOf(world);
  if (before.hasOne && !before.isFrozen) expect(arrival).toBe('in');
  if (arrival === 'asked-staff') expect(now.tasks).toContain(resetTaskKind);
  if (arrival === 'frozen')
    expect([now.isFrozen, now.tasks]).toEqual([true, expect.arrayContaining(['not-me'])]);
  if (arrival === 'in') {
    const session = await world.the.needs.database
      .selectFrom('session')
      .select('factor_proven_at as provenAt')
      .where('token_hash', '=', hashOfSecret(browser.cookies.get('gatehouse-3000-session') ?? ''))
      .executeTakeFirstOrThrow();
    if (now.isNeeded || before.canProve)
      expect([arrival, session.provenAt]).toEqual(['in', expect.any(Date)]);
  }
  return { arrival, browser };
}

class ComeIn implements Command {
  check = () => true;
  async run(_: Model, world: World) {
    await ownerArrives(world);
  }
  toString = () => 'come in';
}

class Add implements Command {
  constructor(private readonly way: WayToSetUp) {}
  check = () => true;
  async run(_: Model, world: World) {
    const { arrival, browser } = await ownerArrives(world);
    if (arrival === 'in') await addWay(world.the, world.owner, browser, this.way);
  }
  toString = () => `add ${this.way}`;
}

/** Whatever the page allows. */
class Remove implements Command {
  constructor(private readonly which: number) {}
  check = () => true;
  async run(_: Model, world: World) {
    const { arrival, browser } = await ownerArrives(world);
    const { factors } = await factsOf(world);
    const factor = factors[this.which % Math.max(1, factors.length)];
    if (arrival !== 'in' || !factor) return;
    const address = `/account/security/${factor.id}/remove`;
    await browser.get(address);
    await browser.post(address);
  }
  toString = () => `remove number ${this.which}`;
}

class Lose implements Command {
  constructor(private readonly what: 'phone' | 'paper') {}
  check = () => true;
  run(_: Model, { owner }: World) {
    if (this.what === 'paper') owner.papers.clear();
    else owner.apps.clear();
    if (this.what === 'phone') owner.numbers.clear();
    return Promise.resolve();
  }
  toString = () => `lose the ${this.what}`;
}

class UseUpPaper implements Command {
  check = () => true;
  async run(_: Model, { the, owner }: World) {
    const { id: accountId } = owner.person;
    for (const factor of await ownFactors(the, owner)) {
      const codes = owner.papers.get(factor.id) ?? [];
      const where = { accountId, realm: 'portal', deviceId: null, boundTo: accountId } as const;
      for (const code of codes.splice(0))
        await checkCode(
          the.needs,
          { ...where, factor, code, clientNetwork: '192.0.2.9' },
          async () => undefined,
        );
    }
  }
  toString = () => 'use up what is printed';
}

class Reset implements Command {
  check = () => true;
  async run(_: Model, { the, owner }: World) {
    await resetOwnPassword(the, owner);
  }
  toString = () => 'choose a new password by email';
}

class Remember implements Command {
  check = () => true;
  async run(_: Model, world: World) {
    const { arrival, browser } = await ownerArrives(world, { remember: 'yes' });
    if (arrival === 'in') world.owner.remembered = new Map(browser.cookies);
  }
  toString = () => 'have the device remembered';
}

/** Nobody needs to be asked there, unless something changed since. */
class ComeBack implements Command {
  check = () => true;
  async run(_: Model, { the, owner }: World) {
    const browser = the.browser();
    for (const [name, value] of owner.remembered ?? [])
      if (name.endsWith('-device')) browser.cookies.set(name, value);
    expect(['in', 'asked-staff', 'frozen']).toContain((await comeIn(the, owner, { browser })).arrival);
  }
  toString = () => 'come back to the remembered device';
}

class ChangePolicy implements Command {
  constructor(private readonly to: number) {}
  check = () => true;
  run(_: Model, world: World) {
    world.the = world.nodes[this.to] ?? world.the;
    return Promise.resolve();
  }
  toString = () => `policy ${this.to}`;
}

class Wait implements Command {
  constructor(private readonly length: Duration) {}
  check = () => true;
  run(_: Model, { the }: World) {
    the.clock.advance(this.length);
    return Promise.resolve();
  }
  toString = () => `wait ${this.length / hours(1)} h`;
}

/** Whoever reads the mail presses the button in the oldest or newest notice that still works. */
class SayNotMe implements Command {
  constructor(private readonly oldest: boolean) {}
  check = () => true;
  async run(_: Model, { the, owner }: World) {
    const links = (await the.inbox(owner.person.email)).flatMap((message) => message.links);
    const notMe = links.filter((link) => link.includes('/not-me?'));
    const link = this.oldest ? notMe.at(-1) : notMe[0];
    if (!link) return;
    const browser = the.browser();
    await browser.get(link);
    await browser.post('/not-me', { link: new URL(link).searchParams.get('link') ?? '' });
  }
  toString = () => `say "this was not me" to the ${this.oldest ? 'oldest' : 'newest'}`;
}

class Lift implements Command {
  check = () => true;
  async run(_: Model, { the, owner }: World) {
    await inTransaction(the.needs.database, (tx) => liftFreeze(tx, owner.person.id));
  }
  toString = () => 'staff allow changes again';
}

/** Knows the password, or chooses one by reading the mail; goes everywhere, and guesses until code entry closes. */
class Thief implements Command {
  constructor(private readonly readsMail: boolean) {}
  check = () => true;
  async run(_: Model, world: World) {
    const { the, owner } = world;
    if (this.readsMail) await resetOwnPassword(the, owner);
    const before = await factsOf(world);
    if (!before.canProve) return;
    const thief = the.browser({ address: '203.0.113.66' });
    await thief.get('/log-in');
    const entered = await thief.post('/log-in', { identifier: owner.person.email, password: owner.password });
    expect(entered.location).not.toBe('/account');
    if (this.readsMail) await this.readCodes(world, thief);
    for (const code of ['000000', '111111', '222222', '333333', '444444'])
      await thief.post('/log-in/code', { way: before.factors[0]?.id ?? '', code });
    for (const address of ['/log-in/set-up', '/log-in/set-up/done', '/log-in/set-up/later'])
      await thief.post(address, { way: 'authenticator' });
    expect((await thief.get('/account')).status).not.toBe(200);
    expect((await factsOf(world)).factors).toEqual(before.factors);
  }

  private async readCodes(world: World, thief: Browser) {
    const { the, owner } = world;
    for (const { id, kind } of await ownFactors(the, owner)) {
      if (kind !== 'email') continue;
      await thief.post('/log-in/code/send', { way: id });
      await thief.post('/log-in/code', { way: id, code: await sentCode(the, owner.person.email) });
    }
  }
  toString = () => `a thief ${this.readsMail ? 'reads the mail' : 'tries'}`;
}

const one = <T extends Command>(command: T) => fc.constant(command);

const commands = [
  one(new ComeIn()),
  fc
    .constantFrom<WayToSetUp[]>('authenticator', 'recovery-codes', 'text', 'email')
    .map((way) => new Add(way)),
  fc
    .constantFrom<WayToSetUp[]>('authenticator', 'recovery-codes', 'text', 'email')
    .map((way) => new Add(way)),
  fc.nat(4).map((which) => new Remove(which)),
  fc.constantFrom<('phone' | 'paper')[]>('phone', 'paper').map((what) => new Lose(what)),
  one(new UseUpPaper()),
  one(new Reset()),
  one(new Remember()),
  one(new ComeBack()),
  fc.nat(3).map((to) => new ChangePolicy(to)),
  fc.constantFrom(minutes(1), hours(2), hours(25), days(4), days(8)).map((length) => new Wait(length)),
  fc.boolean().map((oldest) => new SayNotMe(oldest)),
  one(new Lift()),
  fc.boolean().map((readsMail) => new Thief(readsMail)),
];

const beginning = fc.record({
  ways: fc.subarray<WayToSetUp>(['authenticator', 'recovery-codes', 'text', 'email']),
  policy: fc.nat(policies.length - 1),
});

test('whatever happens in whatever order, an owner gets in or staff know of it, and nobody is in without a code that is needed', async () => {
  await fc.assert(
    fc.asyncProperty(
      beginning,
      fc.commands(commands, { maxCommands: 14, size: 'max' }),
      async ({ ways, policy }, sequence) => {
        const world = await startWorld();
        const { browser } = await ownerArrives(world);
        for (const way of ways) await addWay(world.the, world.owner, browser, way);
        world.the = world.nodes[policy] ?? world.the;
        await fc.asyncModelRun(() => ({ model: {}, real: world }), sequence);
        await ownerArrives(world);
        await world.end();
      },
    ),
    { numRuns: 8, endOnFailure: true },
  );
}, 180_000);
