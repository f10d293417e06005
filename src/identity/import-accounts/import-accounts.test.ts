import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countRows } from '../../../tests/product/count-rows.ts';
import { type Portal, type PortalOptions, portal } from '../../../tests/support/portal.ts';
import { goodPassword } from '../../../tests/support/portal-people.ts';
import { importAccountsFile } from './import-accounts-file.ts';

const samples = join(import.meta.dirname, '../../../docs/running/samples');
const usernames: PortalOptions = { settings: { accounts: { usernames: 'chosen' } } };

type More = Partial<Parameters<typeof importAccountsFile>[1]>;

async function bring(gate: Portal, file: string, more: More = {}) {
  const said: string[] = [];
  const options = { file, format: undefined, dryRun: false, report: undefined, ...more };
  const isWhole = await importAccountsFile(gate.needs, options, (line) => void said.push(line));
  return { isWhole, said: said.join('\n') };
}

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'gatehouse-accounts-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function fileOf(text: string, name = 'accounts.csv') {
  const file = join(await folder(), name);
  await writeFile(file, text);
  return file;
}

const logIn = async (gate: Portal, identifier: string, password = goodPassword) =>
  (await gate.browser().post('/log-in', { identifier, password })).status;

const accounts = (gate: Portal) =>
  gate.needs.database
    .selectFrom('account')
    .innerJoin('account_email', 'account_email.account_id', 'account.id')
    .select(['account_email.canonical', 'account.state', 'account.full_name', 'account.phone_dialled'])
    .orderBy('account_email.canonical')
    .execute();

test('people brought in by CSV log in with the passwords they had, by address and by username', async () => {
  const gate = await portal(usernames);
  const { isWhole, said } = await bring(gate, join(samples, 'accounts.csv'));
  expect(said).toContain('5 accounts added.');
  expect(isWhole).toBe(true);
  expect(await gate.inbox()).toEqual([]);
  expect(await logIn(gate, 'amara.osei@practice.example')).toBe(303);
  expect(await logIn(gate, 'Amara-Osei')).toBe(303);
  expect(await logIn(gate, 'gwen.rees@practice.example')).toBe(303);
  expect(await logIn(gate, 'tomasz.nowak@practice.example')).toBe(303);
  expect(await logIn(gate, 'tomasz.nowak@practice.example', 'Wrong-password-1')).toBe(422);
  expect(await logIn(gate, 'priya.nair@practice.example')).toBe(422);
  expect(await logIn(gate, 'yusuf.khan@practice.example')).toBe(403);
  expect(await accounts(gate)).toMatchObject([
    { canonical: 'amara.osei@practice.example', state: 'active', phone_dialled: '+447700900101' },
    { canonical: 'gwen.rees@practice.example', full_name: 'Gwen Rees' },
    { canonical: 'priya.nair@practice.example', state: 'invited' },
    { canonical: 'tomasz.nowak@practice.example', state: 'active' },
    { canonical: 'yusuf.khan@practice.example', state: 'deactivated' },
  ]);
});

test('the users of a Keycloak realm log in with the passwords they had; who never proved their address must first', async () => {
  const gate = await portal(usernames);
  const { said } = await bring(gate, join(samples, 'keycloak-realm.json'), { format: 'keycloak' });
  expect(said).toContain('5 accounts added.');
  for (const name of ['nerys.vaughan', 'kwame.mensah@practice.example', 'aoife.byrne'])
    expect(await logIn(gate, name)).toBe(303);
  expect(await logIn(gate, 'mei.lin@practice.example')).toBe(422);
  expect((await accounts(gate)).map(({ state }) => state)).toEqual([
    'active',
    'deactivated',
    'active',
    'invited',
    'active',
  ]);
});

test('the users of a Django dump log in with the passwords they had', async () => {
  const gate = await portal();
  const { said } = await bring(gate, join(samples, 'django-users.json'), { format: 'django' });
  expect(said).toContain('6 accounts added.');
  for (const name of ['hana.sato', 'leon.brandt', 'zofia.kowal', 'arjun.rao'])
    expect(await logIn(gate, `${name}@practice.example`)).toBe(303);
  expect(await logIn(gate, 'carlos.vega@practice.example')).toBe(403);
});

test('who was brought without a password gets in by “Forgotten my details”', async () => {
  const gate = await portal();
  const file = await fileOf(
    'email,full_name,state\nasked@practice.example,Asked First,\nwas@practice.example,Was Active,active\n',
  );
  await bring(gate, file);
  for (const [email, address] of [
    ['asked@practice.example', '/activate?'],
    ['was@practice.example', '/reset-password?'],
  ] as const) {
    await gate.browser().post('/forgotten-details', { email });
    const link = (await gate.inbox(email))[0]?.links.find((found) => found.includes(address)) ?? '';
    const visitor = gate.browser();
    await visitor.get(link);
    const secret = new URL(link).searchParams.get('link') ?? '';
    await visitor.post(new URL(link).pathname, { link: secret, name: 'Asked First', password: goodPassword });
    expect(await logIn(gate, email)).toBe(303);
  }
});

test('the same file again changes nothing, and a password chosen meanwhile is never overwritten', async () => {
  const gate = await portal(usernames);
  await bring(gate, join(samples, 'accounts.csv'));
  await logIn(gate, 'amara.osei@practice.example');
  const rows = async () => [
    await countRows(gate.needs.database),
    await gate.needs.database.selectFrom('password').selectAll().orderBy('account_id').execute(),
  ];
  const before = await rows();
  const again = await bring(gate, join(samples, 'accounts.csv'));
  expect(again.isWhole).toBe(true);
  expect(again.said).toContain('0 accounts added.');
  expect(again.said).toContain('5 addresses were already here');
  expect(await rows()).toEqual(before);
});

test('a dry run says what would happen, row by row, and changes nothing', async () => {
  const gate = await portal(usernames);
  const before = await countRows(gate.needs.database);
  const report = join(await folder(), 'report.csv');
  const { said } = await bring(gate, join(samples, 'accounts.csv'), { dryRun: true, report });
  expect(said).toContain('5 accounts would be added.');
  expect(said).toContain('nothing was changed');
  expect(await countRows(gate.needs.database)).toEqual(before);
  const text = await readFile(report, 'utf8');
  expect(text).toContain('"2","amara.osei@practice.example","would be added",""');
  expect(text).toContain('language left out');
  expect((await stat(report)).mode & 0o777).toBe(0o600);
});

test('every way of writing an address is one account, within a file and between files', async () => {
  const gate = await portal();
  const first = await fileOf(
    'email,full_name\nGwen@Practice.Example,Gwen\nｇwen@practice.example,Gwen again\n',
  );
  expect((await bring(gate, first)).said).toContain('1 row repeats an address');
  const second = await fileOf('email,full_name\nGWEN@PRACTICE.EXAMPLE,Gwen\n');
  expect((await bring(gate, second)).said).toContain('1 address was already here');
  expect(await accounts(gate)).toHaveLength(1);
});

test('a row that cannot be taken is refused with every reason, and the others are taken', async () => {
  const gate = await portal(usernames);
  await bring(gate, await fileOf('email,full_name,username\nowner@practice.example,Owner,quietfox\n'));
  const file = await fileOf(
    [
      'email,full_name,username,phone,state,password_hash',
      'not an address,,,12,gone,5f4dcc3b5aa765d61d8327deb882cf99',
      'a@practice.example,A,quietf0x,,,',
      'b@practice.example,B,admin,,,',
      'c@practice.example,C,,,invited,$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW',
      'd@practice.example,D,,,,$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW',
      'e@practice.example,E,brightowl,,,',
      'f@practice.example,F,bright0wl,,,',
    ].join('\n'),
  );
  const report = join(await folder(), 'report.csv');
  const { isWhole, said } = await bring(gate, file, { report });
  expect(isWhole).toBe(false);
  expect(said).toContain('1 account added.');
  expect(said).toContain('6 rows refused.');
  const lines = (await readFile(report, 'utf8')).split('\r\n');
  expect(lines[1]).toMatch(
    /this is not an address; full_name: there is no name; phone.*state.*password_hash: of no kind/,
  );
  expect(lines[2]).toContain('somebody else has or had this one');
  expect(lines[3]).toContain('kept for the service');
  expect(lines[4]).toContain('somebody invited has no password yet');
  expect(lines[5]).toContain('takes longer to check');
  expect(lines[6]).toContain('"added"');
  expect(lines[7]).toContain('username');
});

test('JSON and JSON lines are read alike, and a line that is no account is refused alone', async () => {
  const gate = await portal();
  const json = await fileOf('[{"email":"a@practice.example","full_name":"A"},{"mail":"b"},7]', 'a.json');
  expect((await bring(gate, json)).said).toMatch(/1 account added[\s\S]*2 rows refused/);
  const lines = await fileOf(
    '{"email":"b@practice.example","full_name":"B"}\nnonsense\n\n{"email":"c@practice.example","full_name":"C"}\n',
    'b.jsonl',
  );
  expect((await bring(gate, lines)).said).toMatch(/Row 2 refused[\s\S]*2 accounts added[\s\S]*1 row refused/);
});

test.each([
  ['missing.csv', undefined, 'cannot be read'],
  ['a.csv', 'email,pasword_hash\na@b.example,x\n', 'columns that are not known: pasword_hash'],
  ['a.csv', 'name\nA\n', 'columns that are not known'],
  ['a.csv', 'full_name\nA\n', 'one of them must be email'],
  ['a.csv', 'email,full_name\na@b.example,A,too,many\n', 'something is wrong on line 2'],
  ['a.json', '{"half":', 'not JSON'],
  ['a.json', '{"users":[]}', 'no list of accounts'],
])('a file that cannot be read is refused with words: %s %s', async (name, text, words) => {
  const gate = await portal();
  const file = text === undefined ? join(await folder(), name) : await fileOf(text, name);
  const { isWhole, said } = await bring(gate, file);
  expect(isWhole).toBe(false);
  expect(said).toContain(words);
});

test('a file in another encoding is refused, before it spoils anybody’s name', async () => {
  const gate = await portal();
  const file = join(await folder(), 'latin1.csv');
  await writeFile(file, Buffer.from('email,full_name\nzoe@practice.example,Zo\u00eb\n', 'latin1'));
  expect((await bring(gate, file)).said).toContain('Line 2 holds characters that are not UTF-8');
  expect(await accounts(gate)).toEqual([]);
});

test('an import that broke off half-way is finished by the same file again', async () => {
  const gate = await portal();
  const row = (at: number) => `person${at}@practice.example,Person ${at}`;
  const rows = Array.from({ length: 1200 }, (_, at) => row(at));
  const broken = await fileOf(['email,full_name', ...rows.slice(0, 700), 'a,"b'].join('\n'));
  expect((await bring(gate, broken)).said).toContain('What was taken in so far stays');
  const half = (await accounts(gate)).length;
  expect(half).toBeGreaterThan(0);
  const whole = await fileOf(['email,full_name', ...rows].join('\n'));
  expect((await bring(gate, whole)).isWhole).toBe(true);
  expect(await accounts(gate)).toHaveLength(1200);
  const { rows: events } = await gate.database.pool.query(
    "SELECT subject_id FROM audit_event WHERE action = 'account-imported'",
  );
  expect(new Set(events.map((event) => event.subject_id)).size).toBe(1200);
});

test('race: two imports of one file at the same time make each account once', async () => {
  const gate = await portal(usernames);
  const rows = Array.from(
    { length: 300 },
    (_, at) =>
      `p${at}@practice.example,P ${at},person-${'abcdefghij'[at % 10]}${'klnopqrstu'[Math.floor(at / 10) % 10]}${at}`,
  );
  const file = await fileOf(['email,full_name,username', ...rows].join('\n'));
  const both = await Promise.all([bring(gate, file), bring(gate, file)]);
  expect(both.map(({ isWhole }) => isWhole)).toEqual([true, true]);
  expect(await accounts(gate)).toHaveLength(300);
});

test('a report cell that a spreadsheet would run is written as text', async () => {
  const gate = await portal();
  const report = join(await folder(), 'report.csv');
  await bring(gate, await fileOf('email,full_name\n"=HYPERLINK(""x"")",A\n'), { report });
  expect(await readFile(report, 'utf8')).toContain(`"'=HYPERLINK(""x"")"`);
});

test('half of a character in a name or address is refused alone, and everybody else is taken', async () => {
  const gate = await portal();
  const rows = [
    '{"email":"amara@moved.example","full_name":"Amara \\ud800 Osei"}',
    '{"email":"\\ud800ben@moved.example","full_name":"Ben Tull"}',
    '{"email":"priya@moved.example","full_name":"Priya Nair"}',
  ];
  const { said } = await bring(gate, await fileOf(rows.join('\n'), 'accounts.jsonl'));
  expect(said).toMatch(/2 (rows )?refused|refused.*2/i);
  expect((await accounts(gate)).map(({ canonical }) => canonical)).toEqual(['priya@moved.example']);
});

test('a report is never written over a file, least of all over the accounts', async () => {
  const gate = await portal();
  const file = await fileOf('email,full_name\namara@moved.example,Amara Osei');
  const reports = [file, join(await folder(), 'not-there', 'report.csv')];
  for (const report of reports) {
    const { isWhole, said } = await bring(gate, file, { report });
    expect(isWhole).toBe(false);
    expect(said).toContain('Nothing was imported');
  }
  expect(await accounts(gate)).toEqual([]);
  expect(await readFile(file, 'utf8')).toContain('Amara Osei');
});
