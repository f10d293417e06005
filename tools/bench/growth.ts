import { findCredential } from '../../src/identity/account.store.ts';
import { findLiveSession } from '../../src/identity/sessions/session.store.ts';
import { hours } from '../../src/kernel/duration.ts';
import type { OrganisationId } from '../../src/kernel/ids.ts';
import { findPeople } from '../../src/organisations/list-people/list-people.store.ts';
import { readPeopleQuery } from '../../src/organisations/list-people/people-query.ts';
import { createDatabase, createPool, type Database } from '../../src/platform/database/database.ts';
import {
  findPersonByAddress,
  searchPeople,
  searchPeopleNearly,
} from '../../src/support/desk/people/find-people.store.ts';
import { addressOf, anyNumber, sessionTokenOf, tokenHashOf } from './bench-people.ts';
import { atMost, type Measured, noted, type Part, shown } from './measurement.ts';
import { evenPractice } from './seed-members.ts';
import { median } from './statistics.ts';
import type { Surroundings } from './surroundings.ts';

/** The product's own store functions, without HTTP around them, which would hide how they grow. */
type Question = (db: Database, number: number) => Promise<unknown>;

/** More people share a part of a name where there are more people, so what counts is how long staff wait. */
const longestSearch = 300;
const searches: Record<string, Question> = {
  'people search by name': async (db, number) => {
    const name = (await nameOf(db, number)).toLowerCase();
    return search(db, name, name.split(' '));
  },
  'people search by a name spelt nearly so': async (db, number) => {
    const name = (await nameOf(db, number)).toLowerCase();
    return searchPeopleNearly(db, `${name.slice(0, -3)}${name.slice(-2)}`, 51);
  },
};

const questions: Record<string, Question> = {
  'log in: find the password': (db, number) => findCredential(db, addressOf(number), 'portal'),
  'find the session': (db, number) =>
    findLiveSession(db, tokenHashOf(sessionTokenOf(number)), 'portal', hours(12), new Date()),
  'list the people of a practice of 500': async (db) => {
    const { id } = await db
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', evenPractice.code)
      .executeTakeFirstOrThrow();
    const scope = { practiceId: id as OrganisationId, branchId: undefined, withWholePractice: true };
    return findPeople(db, scope, readPeopleQuery({}, {}), { from: 0, atMost: 50 });
  },
  'people search by address': (db, number) => findPersonByAddress(db, addressOf(number)),
  ...searches,
};

const search = (db: Database, part: string, words: string[]) =>
  searchPeople(db, { part, words, code: undefined }, 51);

const nameOf = async (db: Database, number: number): Promise<string> =>
  (
    await db
      .selectFrom('login_name')
      .innerJoin('account', 'account.id', 'login_name.account_id')
      .select('account.full_name as name')
      .where('canonical', '=', addressOf(number))
      .executeTakeFirstOrThrow()
  ).name;

export const growth: Part = {
  name: 'growth',
  about: 'What a statement takes with many accounts, against few',
  run: async (surroundings) => {
    const { fewAccounts, accounts } = surroundings.scale;
    const few = await open(surroundings, fewAccounts);
    const many = await open(surroundings, accounts);
    try {
      const measured: Measured[] = [];
      for (const name of Object.keys(questions))
        measured.push(...(await compare(surroundings, name, few, many)));
      return measured;
    } finally {
      await few.db.destroy();
      await many.db.destroy();
    }
  },
};

interface Opened {
  db: Database;
  accounts: number;
}

async function open({ databaseWith }: Surroundings, accounts: number): Promise<Opened> {
  const url = await databaseWith(accounts);
  return { accounts, db: createDatabase(createPool({ url, poolSize: 2, onIdleError: () => undefined })) };
}

/** Turn by turn, so that whatever else the machine does falls on both. */
async function compare(
  { scale }: Surroundings,
  name: string,
  few: Opened,
  many: Opened,
): Promise<Measured[]> {
  const times: [number[], number[]] = [[], []];
  const until = performance.now() + scale.seconds * 2_000;
  for (let look = 0; look < scale.looks && performance.now() < until; look++) {
    times[0].push(await timeOf(name, few));
    times[1].push(await timeOf(name, many));
  }
  const [ofFew, ofMany] = [median(times[0]), median(times[1])];
  const both = `${shown(ofFew)} and ${shown(ofMany)} ms (medians of ${times[0].length})`;
  return [
    noted(`${name}, ${few.accounts} and ${many.accounts} accounts`, both),
    name in searches
      ? atMost(`${name}, among all`, ofMany, longestSearch, 'ms')
      : atMost(name, ofMany / ofFew, 1.5, 'times'),
  ];
}

async function timeOf(name: string, { db, accounts }: Opened): Promise<number> {
  const began = performance.now();
  await questions[name]?.(db, anyNumber(accounts));
  return performance.now() - began;
}
