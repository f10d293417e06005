import { importPeopleAddress } from '../../src/organisations/addresses.ts';
import { csvFile } from '../../src/organisations/file-rows/csv-cells.ts';
import { runPeopleImportsName } from '../../src/organisations/import-people/run-imports.ts';
import { logIn } from './main-job.ts';
import { type Portal, type PortalOptions, portal } from './portal.ts';
import type { Browser } from './portal-browser.ts';
import { postFile } from './post-file.ts';

export const practice = 'Z90002';

/** A main contact at the page where a file of people is sent. */
export const atTheFiles = async (options: PortalOptions = {}) =>
  filesOf(await portal({ profile: 'primary-care', ...options }));

export async function filesOf<Run extends Portal>(run: Run) {
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: practice });
  const browser = run.browser();
  await logIn(browser, amara);
  return { run, amara, browser, send: sender(run, browser) };
}

/** Sends rows below the usual headings, or a whole file. */
export const sender =
  (run: Portal, browser: Browser, code = practice) =>
  (rows: readonly (readonly string[])[] | Uint8Array | string, name = 'people.csv') => {
    const isWhole = typeof rows === 'string' || rows instanceof Uint8Array;
    return postFile(run, browser, importPeopleAddress(code), {
      name,
      content: isWhole ? rows : csvFile([headings, ...rows]),
    });
  };

export const headings = [
  'Email address',
  'Full name',
  'Roles',
  'Branch',
  'Job title',
  'Phone number',
  'Start date',
  'End date',
];

/** So many invented people, each with an address of their own. */
export const manyPeople = (count: number, roles = 'Member'): string[][] =>
  Array.from({ length: count }, (_, index) => [
    `person-${index + 1}@many.example`,
    `Person Number ${index + 1}`,
    roles,
  ]);

/** Everybody who belongs to an organisation or was invited to it. */
export const membersOf = ({ needs }: Portal) =>
  needs.database
    .selectFrom('member')
    .select(['id', 'full_name as fullName', 'email_canonical as email', 'state', 'branch_id as branchId'])
    .orderBy('full_name')
    .execute();

/** Invites the people of every confirmed file, and does nothing else that is due. */
export async function inviteAll({ works, clock }: Portal): Promise<void> {
  const work = works.find(({ name }) => name === runPeopleImportsName);
  while (await work?.runDue(clock.now()));
}
