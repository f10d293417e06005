import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';
import fc from '../../../tests/support/properties.ts';
import { after, days, minutes } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { clearLane, giveTryBack, type Lane, openPasswordEntry, reserveTry } from './entry-lane.ts';

type Rules = Settings['lockout'];

/** What the rules say, written down a second time in the plainest way. */
interface Model {
  now: Date;
  tries: number;
  closures: number;
  closedUntil: Date | 'support' | undefined;
  lastTryAt: Date | undefined;
  /** Tries looked at since entry was last opened or a closure ran out. */
  looked: number;
}

interface Real {
  database: Database;
  lane: Lane;
  rules: Rules;
}

type Command = fc.AsyncCommand<Model, Real>;

const isClosed = ({ closedUntil, now }: Model): boolean =>
  closedUntil === 'support' || (closedUntil !== undefined && closedUntil > now);

const forget = (model: Model): void => {
  Object.assign(model, { tries: 0, closures: 0, closedUntil: undefined, lastTryAt: undefined, looked: 0 });
};

/** The length of the next closure, or undefined where only support opens. */
const nextClosure = (rules: Rules, closures: number) =>
  rules.closedFor[Math.min(closures, rules.closedFor.length) - 1];

class EnterPassword implements Command {
  check = () => true;

  async run(model: Model, { database, lane, rules }: Real) {
    const outcome = await reserveTry(database, lane, rules, model.now);
    expect(outcome.outcome).toBe(isClosed(model) ? 'closed' : 'granted');
    if (outcome.outcome === 'closed') {
      expect(outcome.closure.until).toEqual(model.closedUntil);
      return;
    }
    this.count(model, rules);
    expect(outcome.left).toBe(rules.tries - model.tries);
    expect(model.looked).toBeLessThanOrEqual(rules.tries);
    expect(outcome.closesWith?.until).toEqual(model.closedUntil);
  }

  private count(model: Model, rules: Rules) {
    const isQuiet = model.lastTryAt !== undefined && after(model.lastTryAt, rules.forgetAfter) < model.now;
    const isNewRound = isQuiet || model.closedUntil !== undefined;
    if (isNewRound) model.looked = 0;
    model.tries = isNewRound ? 1 : model.tries + 1;
    if (isQuiet) model.closures = 0;
    model.closedUntil = undefined;
    model.lastTryAt = model.now;
    model.looked += 1;
    if (model.tries < rules.tries) return;
    model.closures += 1;
    const length = nextClosure(rules, model.closures);
    model.closedUntil = length === undefined ? 'support' : after(model.now, length);
  }

  toString = () => 'enter a password';
}

/** The machine was too busy to look at the last try. */
class GiveBack implements Command {
  check = ({ tries, closedUntil, now }: Model) =>
    tries > 0 && (closedUntil === undefined || closedUntil === 'support' || closedUntil > now);

  async run(model: Model, { database, lane, rules }: Real) {
    await giveTryBack(database, lane, rules);
    if (model.tries >= rules.tries) model.closures -= 1;
    model.tries -= 1;
    model.looked -= 1;
    model.closedUntil = undefined;
  }

  toString = () => 'give the try back';
}

class RightPassword implements Command {
  check = (model: Model) => !isClosed(model);

  async run(model: Model, { database, lane }: Real) {
    await inTransaction(database, (tx) => clearLane(tx, lane));
    forget(model);
  }

  toString = () => 'the password was right';
}

class SupportOpens implements Command {
  check = () => true;

  async run(model: Model, { database, lane }: Real) {
    await inTransaction(database, (tx) => openPasswordEntry(tx, lane.subject as AccountId));
    forget(model);
  }

  toString = () => 'support opens';
}

class TimePasses implements Command {
  private readonly by: number;
  constructor(by: number) {
    this.by = by;
  }

  check = () => true;

  async run(model: Model) {
    model.now = after(model.now, this.by);
  }

  toString = () => `${this.by / 60_000} minutes pass`;
}

const anyRules = fc.record({
  tries: fc.integer({ min: 3, max: 6 }),
  closedFor: fc.constantFrom<number[]>([], [minutes(15)], [minutes(15), minutes(60), minutes(120)]),
  forgetAfter: fc.constantFrom(days(1), minutes(30)),
});

const anyCommands = fc.commands(
  [
    fc.constant(new EnterPassword()),
    fc.constant(new EnterPassword()),
    fc.constant(new EnterPassword()),
    fc.constant(new GiveBack()),
    fc.constant(new RightPassword()),
    fc.constant(new SupportOpens()),
    fc.constantFrom(5, 14, 16, 31, 61, 121, 1441).map((count) => new TimePasses(minutes(count))),
  ],
  { maxCommands: 60, size: 'max' },
);

test('whatever happens in whatever order, password entry closes and opens as the settings say', async () => {
  const { database } = await emptyDatabase();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(anyRules, anyCommands, async (drawn, commands) => {
      number += 1;
      const subject = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
      const rules = {
        ...drawn,
        knownDevices: true,
        resetOpens: true,
        adviseResetFrom: 1,
        triesPerNetwork: 100,
      };
      const model: Model = {
        now: new Date('2026-03-02T09:00:00Z'),
        tries: 0,
        closures: 0,
        closedUntil: undefined,
        lastTryAt: undefined,
        looked: 0,
      };
      const real: Real = {
        database,
        rules,
        lane: { subject, realm: 'portal', step: 'password', deviceId: null },
      };
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }),
    { numRuns: 60 },
  );
});
