import { expect, test } from 'vitest';
import { eachCase } from '../../../tests/support/each-case.ts';
import { askForEmail, loggedIn, newestLink, useLink } from '../../../tests/support/email-changes.ts';
import { secretOf } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import fc from '../../../tests/support/properties.ts';
import { after, hours } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { inviteAccount } from '../invite/invite-account.ts';

interface Change {
  from: string;
  to: string;
  state: 'asked' | 'made' | 'over';
  /** Whether the new address was sent a link: not when it was somebody's. */
  isLinked: boolean;
  /** Until when it waits for its confirmation, or can be stopped. */
  until: Date;
}

/** What the rules say, written down a second time in the plainest way. */
interface Model {
  now: Date;
  current: string;
  changes: Change[];
  /** Which change the newest link stops that an address was sent. */
  links: Map<string, Change>;
  /** Addresses that became other people's. */
  others: Set<string>;
}

interface Real {
  the: Portal;
  amara: AddedPerson;
}

type Command = fc.AsyncCommand<Model, Real>;

const first = 'first@one.example';
const neighbour = 'ben@practice.example';
const addresses = [first, 'second@two.example', 'third@three.example', 'fourth@four.example', neighbour];

const live = (model: Model, state: Change['state']) =>
  model.changes.filter((change) => change.state === state && change.until > model.now);
const stoppers = (model: Model) => live(model, 'made').map(({ from }) => from);
const own = (model: Model) => [...stoppers(model), model.current];
const isTaken = (model: Model, address: string) => own(model).includes(address) || model.others.has(address);

/** Every step takes an hour, so that no limit of an hour is ever met. */
async function pass(model: Model, { the }: Real, time: number): Promise<void> {
  the.clock.advance(time);
  model.now = after(model.now, time);
  await the.runDue();
  for (const change of model.changes) if (change.until <= model.now) change.state = 'over';
}

const sendStopLinks = (model: Model) => {
  for (const change of [...live(model, 'made'), ...live(model, 'asked')])
    model.links.set(change.from, change);
};

/** What must be so, whatever was done. */
async function holdTogether(model: Model, { the, amara }: Real): Promise<void> {
  const { database } = the.needs;
  const mails = await database
    .selectFrom('account_email')
    .selectAll()
    .where('account_id', '=', amara.id)
    .execute();
  const inState = (state: string) =>
    mails.filter((mail) => mail.state === state).map(({ canonical }) => canonical);
  expect(inState('current')).toEqual([model.current]);
  expect(inState('former').sort()).toEqual(stoppers(model).sort());
  expect(inState('pending')).toEqual(live(model, 'asked').map(({ to }) => to));
  const names = await database.selectFrom('login_name').select(['canonical', 'account_id']).execute();
  const ownNames = names.filter(({ account_id: account }) => account === amara.id);
  expect(ownNames.map(({ canonical }) => canonical).sort()).toEqual(own(model).sort());
  expect(names.length - ownNames.length).toBe(model.others.size);
}

abstract class Step implements Command {
  check = () => true;

  async run(model: Model, real: Real) {
    await pass(model, real, hours(1));
    await this.act(model, real);
    await real.the.runDue();
    await holdTogether(model, real);
  }

  protected abstract act(model: Model, real: Real): Promise<void>;
}

class Ask extends Step {
  readonly to: string;
  constructor(to: string) {
    super();
    this.to = to;
  }

  protected async act(model: Model, { the, amara }: Real) {
    const browser = await loggedIn(the, { ...amara, email: model.current });
    const answer = await askForEmail(browser, this.to);
    if (own(model).includes(this.to)) return expect(answer.status).toBe(422);
    expect(answer.text).toContain('We have sent an email');
    for (const change of live(model, 'asked')) change.state = 'over';
    const change: Change = {
      from: model.current,
      to: this.to,
      state: 'asked',
      isLinked: !isTaken(model, this.to),
      until: after(model.now, hours(24)),
    };
    model.changes.push(change);
    sendStopLinks(model);
  }

  toString = () => `ask for ${this.to}`;
}

class Confirm extends Step {
  protected async act(model: Model, { the }: Real) {
    const [asked] = live(model, 'asked');
    const to = asked?.to ?? 'second@two.example';
    const link = await newestLink(the, to, '/confirm-email');
    if (!link) return;
    const answer = await useLink(the.browser(), link);
    const worked = answer.text.includes('Your email address is changed');
    expect(worked).toBe(asked?.isLinked === true && !isTaken(model, to));
    if (!asked?.isLinked) return;
    asked.state = worked ? 'made' : 'over';
    if (!worked) return;
    asked.until = after(model.now, hours(72));
    model.current = to;
    sendStopLinks(model);
  }

  toString = () => 'confirm';
}

class Stop extends Step {
  readonly by: string;
  constructor(by: string) {
    super();
    this.by = by;
  }

  protected async act(model: Model, { the, amara }: Real) {
    const link = await newestLink(the, this.by, '/stop-email-change');
    const change = model.links.get(this.by);
    expect(link !== undefined).toBe(change !== undefined);
    if (!link || !change) return;
    const thief = await loggedIn(the, { ...amara, email: model.current });
    const answer = await useLink(the.browser(), link);
    const works = change.state !== 'over' && change.until > model.now;
    expect((await thief.get('/account')).status).toBe(works ? 303 : 200);
    if (!works) return;
    expect(answer.text).toContain('The change is stopped');
    if (change.state === 'made') model.current = change.from;
    for (const later of model.changes.slice(model.changes.indexOf(change))) later.state = 'over';
    await this.chooseNewPassword(model, { the, amara });
  }

  /** The old password is dead, and the way back goes to whoever can take most back. */
  private async chooseNewPassword(model: Model, { the, amara }: Real) {
    for (const identifier of new Set([...addresses, model.current])) {
      const tried = await the.browser().post('/log-in', { identifier, password: amara.password });
      expect(tried.status).toBe(422);
    }
    const [recovery = ''] = own(model);
    const link = await newestLink(the, recovery, '/reset-password');
    const browser = the.browser();
    await browser.get(link ?? '');
    const password = `Fresh-quiet-otter-${model.now.getTime()}`;
    const done = await browser.post('/reset-password', { link: secretOf(link ?? ''), password });
    expect(done.text).toContain('Your password is changed');
    amara.password = password;
  }

  toString = () => `stop by ${this.by}`;
}

class Recover extends Step {
  readonly of: string;
  constructor(of: string) {
    super();
    this.of = of;
  }

  protected async act(model: Model, { the }: Real) {
    const before = await this.resets(the);
    const browser = the.browser();
    await browser.get('/forgotten-details');
    await browser.post('/forgotten-details', { email: this.of, realm: 'portal' });
    const [recovery = ''] = own(model);
    const got = await this.resets(the);
    for (const address of addresses.filter((each) => each !== neighbour)) {
      const isOwn = own(model).includes(this.of);
      const gain = (got.get(address) ?? 0) - (before.get(address) ?? 0);
      expect([address, gain]).toEqual([address, isOwn && address === recovery ? 1 : 0]);
    }
  }

  private async resets(the: Portal) {
    const sent = (await the.inbox()).filter(({ subject }) => subject === 'Choose a new password');
    return new Map(addresses.map((address) => [address, sent.filter(({ to }) => to === address).length]));
  }

  toString = () => `recover ${this.of}`;
}

/** Somebody invites whoever owns the address, as a practice does. */
class InviteAddress extends Step {
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
  }

  protected async act(model: Model, { the, amara }: Real) {
    const email = readEmailAddress(this.address);
    if (!email) throw new Error('no address');
    const invitation = {
      by: 'system',
      email,
      fullName: 'Ben Tull',
      realm: 'portal',
      language: 'en',
    } as const;
    const { accountId } = await inTransaction(the.needs.database, (tx) =>
      inviteAccount(the.needs, tx, invitation),
    );
    expect(accountId === amara.id).toBe(own(model).includes(this.address));
    if (accountId !== amara.id) model.others.add(this.address);
  }

  toString = () => `invite ${this.address}`;
}

class Wait extends Step {
  readonly time: number;
  constructor(time: number) {
    super();
    this.time = time;
  }

  protected act(model: Model, real: Real) {
    return pass(model, real, this.time);
  }

  toString = () => `wait ${this.time / hours(1)} hours`;
}

const anyAddress = fc.constantFrom(...addresses);
const commands = fc.commands(
  [
    anyAddress.map((address) => new Ask(address)),
    anyAddress.map((address) => new Ask(address)),
    fc.constant(new Confirm()),
    fc.constant(new Confirm()),
    anyAddress.map((address) => new Stop(address)),
    anyAddress.map((address) => new Recover(address)),
    fc.constantFrom(...addresses.slice(1, 4)).map((address) => new InviteAddress(address)),
    fc.constantFrom(hours(22), hours(48)).map((time) => new Wait(time)),
  ],
  { maxCommands: 24 },
);

test('whatever is asked, confirmed, stopped, waited for and recovered, an account has one address, and the oldest that can stop a change decides', async () => {
  await fc.assert(
    fc.asyncProperty(
      commands,
      eachCase(async (steps, atEnd) => {
        const the = await portal({ profile: 'clinic', atEnd });
        const amara = await the.addPerson({ email: first });
        await the.addPerson({ name: 'Ben Tull', email: neighbour, password: 'Another-quiet-orchard-7' });
        const now = the.clock.now();
        const model: Model = {
          now,
          current: first,
          changes: [],
          links: new Map(),
          others: new Set([neighbour]),
        };
        await fc.asyncModelRun(() => ({ model, real: { the, amara } }), steps);
      }),
    ),
    { numRuns: 8, endOnFailure: true },
  );
}, 180_000);
