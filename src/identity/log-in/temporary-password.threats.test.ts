import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { hours, minutes } from '../../kernel/duration.ts';

const wrong = 'not-the-password';
const guess = 'K7QM-4XDW-29HP';

async function locumNetwork() {
  const gate = await portal({ profile: 'locum-network' });
  const amara = await gate.addPerson({ username: 'amara.o' });
  return { gate, amara };
}

async function temporaryFor(gate: Portal, email: string) {
  await gate.browser({ address: '203.0.113.77' }).post('/forgotten-details', { email, realm: 'portal' });
  const [mail] = await gate.inbox(email);
  return mail?.codes[0] ?? '';
}

const enter = (gate: Portal, identifier: string, password: string, address = '198.51.100.7') =>
  gate.browser({ address }).post('/log-in', { identifier, password });

test('enumeration: where temporary passwords are sent, known and unknown names still take the same work, closed or not', async () => {
  const { gate, amara } = await locumNetwork();
  await temporaryFor(gate, amara.email);
  const seen = [];
  for (const identifier of [amara.email, 'nobody@practice.example', 'amara.o', 'nobody.here']) {
    gate.clock.advance(hours(48));
    const visitor = gate.browser();
    await visitor.get('/log-in');
    gate.workDone();
    const answers = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const answer = await visitor.post('/log-in', { identifier, password: tries % 2 ? guess : wrong });
      const { statements, hashes } = gate.workDone();
      const text = answer.text.replace(/[0-9a-f-]{36}/g, 'ID').replace(/on \d+ \w+ \d+/, 'DAY');
      answers.push({ status: answer.status, text, statements, hashes });
    }
    seen.push(answers);
  }
  for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
  expect(seen[0]?.map((answer) => answer.hashes)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  const looks = seen[0]?.flatMap(({ statements }) => statements.filter((sql) => sql.includes('code_mac')));
  expect(looks).toHaveLength(7);
});

test('where links are sent, log in never looks for a temporary password', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  await gate.browser().get('/log-in');
  gate.workDone();
  await enter(gate, amara.email, guess);
  expect(gate.workDone().statements.filter((sql) => sql.includes('code_mac'))).toEqual([]);
});

test('guessing: all the names of one account share one counter', async () => {
  const { gate, amara } = await locumNetwork();
  const names = [amara.email, 'amara.o', amara.email.toUpperCase(), ' AMARA.O ', amara.email];
  const answers = [];
  for (const name of names) answers.push((await enter(gate, name, wrong)).status);
  expect(answers).toEqual([422, 422, 422, 422, 429]);
  expect((await enter(gate, 'amara.o', amara.password)).status).toBe(429);
});

test('guessing: a stranger’s wrong guesses neither end the owner’s temporary password nor go on for ever', async () => {
  const { gate, amara } = await locumNetwork();
  const temporary = await temporaryFor(gate, amara.email);
  const stranger = '203.0.113.9';
  const answers = [];
  for (let tries = 0; tries < 101; tries += 1) answers.push(await enter(gate, amara.email, guess, stranger));
  expect(answers.at(99)?.headers['retry-after']).toBeUndefined();
  expect(Number(answers.at(100)?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await enter(gate, amara.email, temporary)).location).toContain('/reset-password?link=');
});

test('a stranger who asks for somebody’s temporary password changes nothing for them', async () => {
  const { gate, amara } = await locumNetwork();
  const own = gate.browser();
  await own.post('/log-in', { identifier: amara.email, password: amara.password });
  await temporaryFor(gate, amara.email);
  expect((await own.get('/account')).status).toBe(200);
  expect((await enter(gate, amara.email, amara.password)).location).toBe('/account');
});

test('an older temporary password costs its owner no try, however often it is typed', async () => {
  const { gate, amara } = await locumNetwork();
  const older = await temporaryFor(gate, amara.email);
  gate.clock.advance(minutes(1));
  await temporaryFor(gate, amara.email);
  for (let tries = 0; tries < 8; tries += 1)
    expect((await enter(gate, amara.email, older)).text).toContain('Only the newest works');
  expect((await enter(gate, amara.email, amara.password)).location).toBe('/account');
});

test('the temporary password of one person opens nothing for another, nor at the staff log in', async () => {
  const { gate, amara } = await locumNetwork();
  const ben = await gate.addPerson({ name: 'Ben Tull' });
  const temporary = await temporaryFor(gate, amara.email);
  expect((await enter(gate, ben.email, temporary)).status).toBe(422);
  const staff = await gate.browser().post('/log-in/staff', { identifier: amara.email, password: temporary });
  expect(staff.status).toBe(422);
});

test('the temporary password is nowhere in the database, the log or an address', async () => {
  const { gate, amara } = await locumNetwork();
  const temporary = await temporaryFor(gate, amara.email);
  const answer = await enter(gate, amara.email, temporary);
  const { database } = gate.needs;
  const stored = JSON.stringify([
    await database.selectFrom('access_link').selectAll().execute(),
    await database.selectFrom('outbox').selectAll().execute(),
    await database.selectFrom('audit_event').selectAll().execute(),
    gate.logLines,
    answer.location,
  ]);
  for (const shape of [temporary, temporary.replaceAll('-', '')]) expect(stored).not.toContain(shape);
});

test('race: a temporary password typed 20 times at once chooses one password', async () => {
  const { gate, amara } = await locumNetwork();
  const temporary = await temporaryFor(gate, amara.email);
  const visitor = gate.browser();
  await visitor.get('/log-in');
  const entered = await Promise.all(
    Array.from({ length: 20 }, () =>
      visitor.post('/log-in', { identifier: amara.email, password: temporary }),
    ),
  );
  const links = entered.flatMap(({ location }) => location?.split('link=')[1] ?? []);
  const done = await Promise.all(
    links.map((link, at) => visitor.post('/reset-password', { link, password: `Quiet-amber-lantern-${at}` })),
  );
  expect(done.filter(({ text }) => text.includes('Your password is changed'))).toHaveLength(1);
});

test('a deactivated account’s temporary password leads nowhere', async () => {
  const { gate, amara } = await locumNetwork();
  const temporary = await temporaryFor(gate, amara.email);
  await gate.needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', amara.id)
    .execute();
  const answer = await enter(gate, amara.email, temporary);
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('Your account is not active');
});

test('what was sent by e-mail never becomes a password, though it was typed where codes are typed', async () => {
  const { gate, amara } = await locumNetwork();
  const temporary = await temporaryFor(gate, amara.email);
  const visitor = gate.browser();
  const typed = { email: amara.email, code: temporary };
  const choosing = await visitor.follow(await visitor.post('/reset-password/code', typed));
  const link = /name="link" value="([^"]+)"/.exec(choosing.html)?.[1] ?? '';
  const kept = await visitor.post('/reset-password', { link, password: temporary });
  expect([kept.status, kept.text]).toEqual([
    422,
    expect.stringContaining('another password than the temporary'),
  ]);
  expect((await visitor.post('/reset-password/code', typed)).status).toBe(422);
  expect((await enter(gate, amara.email, temporary)).location).toContain('/reset-password?link=');
});
