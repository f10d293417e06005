import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { lookAt } from '../../src/platform/jobs/look.ts';
import {
  activate,
  approveRegistration,
  enterWrongPasswords,
  linkIn,
  logIn,
  nerys,
  openDesk,
  register,
  resetPassword,
  secretOf,
} from '../support/main-job.ts';
import { type Portal, portal } from '../support/portal.ts';
import { goodPassword } from '../support/portal-people.ts';

const newPassword = 'Four-brisk-geese-4';

test('the main job leaves nothing personal and no secret in the logs', async () => {
  const the = await portal({ profile: 'primary-care' });
  const { agent, desk } = await openDesk(the);
  const visitor = the.browser();
  await register(visitor, nerys);
  await approveRegistration(desk);
  await activate(the, visitor, nerys);
  const links = [await linkIn(the, nerys.email, '/activate')];
  await logIn(visitor, { email: nerys.email, password: goodPassword });
  const cookies = [...visitor.cookies.values(), ...desk.cookies.values()];
  await visitor.post('/log-out');
  await resetPassword(the, visitor, nerys.email, newPassword);
  links.push(await linkIn(the, nerys.email, '/reset-password'));
  await visitor.get(links[1] ?? '');
  await enterWrongPasswords(the.browser(), nerys.email, 5);
  const codes = (await the.inbox()).flatMap((message) => message.codes);
  expect([links.length, codes.length, cookies.length]).toEqual([
    2,
    2,
    expect.toSatisfy((count) => count > 4),
  ]);
  expect(the.logLines.length).toBeGreaterThan(30);
  const secrets = [
    goodPassword,
    newPassword,
    'Not-the-password-0',
    ...links.map(secretOf),
    ...codes,
    ...cookies,
  ];
  expect(leaks(the, [...secrets, ...personal, agent.email, agent.name])).toEqual([]);
});

test('a form that fails on our side is logged with its reference, and without what was typed', async () => {
  const the = await portal({ profile: 'primary-care' });
  await openDesk(the);
  await sql`ALTER TABLE registration ADD CONSTRAINT never CHECK (false)`.execute(the.needs.database);
  const failed = await register(the.browser(), nerys);
  expect([failed.status, failed.text]).toEqual([500, expect.stringContaining('Sorry, there is a problem')]);
  const reference = String(failed.headers['x-request-id']);
  const surprises = the.logLines.filter((line) => line.includes('a surprise'));
  expect(surprises).toHaveLength(1);
  expect(surprises[0]).toContain(reference);
  expect(failed.text).toContain(reference);
  expect(failed.text).not.toMatch(/constraint|violates|registration_/);
  expect(leaks(the, personal)).toEqual([]);
});

test('a log in, a recovery and an activation that fail on our side leak nothing either', async () => {
  const the = await portal({ profile: 'primary-care' });
  const { desk } = await openDesk(the);
  await register(the.browser(), nerys);
  await approveRegistration(desk);
  const link = await linkIn(the, nerys.email, '/activate');
  for (const table of ['audit_event', 'intake', 'session', 'password'])
    await sql`ALTER TABLE ${sql.table(table)} ADD CONSTRAINT never CHECK (false) NOT VALID`.execute(
      the.needs.database,
    );
  const visitor = the.browser();
  await visitor.get(link);
  const fields = { link: secretOf(link), name: nerys.fullName, password: goodPassword };
  expect((await visitor.post('/activate', fields)).status).toBe(500);
  expect((await visitor.post('/forgotten-details', { email: nerys.email, realm: 'portal' })).status).toBe(
    500,
  );
  const wrong = { identifier: nerys.email, password: goodPassword };
  expect((await visitor.post('/log-in', wrong)).status).toBe(500);
  expect(the.logLines.filter((line) => line.includes('a surprise'))).toHaveLength(3);
  expect(leaks(the, [...personal, goodPassword, secretOf(link)])).toEqual([]);
});

test.each(['locum-network', 'clinic'])(
  'creating an account under %s, also when it fails on our side, leaves nothing personal in the logs',
  async (profile) => {
    const the = await portal({ profile });
    const { fullName, email } = nerys;
    const asked = { fullName, email, username: 'quillfeather', occupation: 'Practitioner', before: 'no' };
    const visitor = the.browser();
    await visitor.get('/create-account');
    for (const fields of [asked, { ...asked, before: 'yes' }, { ...asked, email: 'nerys' }])
      await visitor.post('/create-account', fields);
    const link = await linkIn(the, email, '/activate');
    await visitor.get(link);
    for (const table of ['audit_event', 'intake', 'account'])
      await sql`ALTER TABLE ${sql.table(table)} ADD CONSTRAINT never CHECK (false) NOT VALID`.execute(
        the.needs.database,
      );
    const other = { ...asked, email: 'other@locum.example' };
    expect((await visitor.post('/create-account', other)).status).toBe(500);
    const fields = { link: secretOf(link), name: fullName, username: 'quillfeather', password: goodPassword };
    expect((await visitor.post('/activate', fields)).status).toBe(500);
    expect(leaks(the, [...personal, goodPassword, secretOf(link)])).toEqual([]);
  },
);

test('a message that cannot be sent is logged without its words or its reader', async () => {
  const nobodyListens = { smtpUrl: 'smtp://127.0.0.1:9' };
  const the = await portal({ profile: 'primary-care', config: nobodyListens });
  await openDesk(the);
  await register(the.browser(), nerys);
  await the.runDue();
  expect(the.logLines.filter((line) => line.includes('a message was not sent')).length).toBeGreaterThan(0);
  expect(leaks(the, personal)).toEqual([]);
});

test('due work that fails is logged without what it was about', async () => {
  const the = await portal({ profile: 'primary-care' });
  const { desk } = await openDesk(the);
  await register(the.browser(), nerys);
  await approveRegistration(desk);
  await sql`ALTER TABLE sandbox_message ADD CONSTRAINT never CHECK (false) NOT VALID`.execute(
    the.needs.database,
  );
  const outcomes = [];
  for (const work of the.works) outcomes.push(await lookAt({ ...the, ...the.needs }, work, () => false));
  expect(outcomes).toContain('failed');
  expect(leaks(the, personal)).toEqual([]);
});

const personal = [
  nerys.email,
  nerys.email.split('@')[0] ?? '',
  nerys.fullName,
  'Nerys',
  'Quillfeather',
  nerys.phone,
  '632960777',
  nerys.mailbox,
];

/** Each thing that occurs in a log line, as it is or as an address would write it. */
function leaks(the: Portal, things: readonly string[]): string[] {
  const log = the.logLines.join('\n').toLowerCase();
  const written = things
    .flatMap((thing) => [thing, encodeURIComponent(thing)])
    .map((thing) => thing.toLowerCase());
  return written.filter((thing) => thing.length > 3 && log.includes(thing));
}
