import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { allRoles, roleKey } from '../../src/organisations/roles/roles.ts';
import type { Route } from '../../src/platform/http/index.ts';
import { everybodyThere, places } from '../support/everybody-there.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { Browser } from '../support/portal-browser.ts';

const isOurs = ({ address }: Route) =>
  /^\/(organisations|my-people|invitation|account\/invitations)(\/|$)/.test(address);

const script = '<script>alert(1)</script>';
const injection = `'; DROP TABLE member; --`;
const long = 'x'.repeat(10_000);

/** Fields that a form has, as the page of the same address shows them; those of the token and the language are not ours. */
const fieldsOf = (html: string): string[] =>
  [
    ...new Set(
      [...html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name),
    ),
  ].filter((name) => name !== 'csrf');

async function hostile() {
  const the = await portal({ profile: 'primary-care' });
  const there = await everybodyThere(the);
  const { database } = the.needs;
  const idOf = async (name: string) =>
    (await database.selectFrom('member').select('id').where('full_name', '=', name).executeTakeFirstOrThrow())
      .id;
  const codeOf = async (code: string) =>
    (
      await database
        .selectFrom('organisation')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id;
  const known = {
    own: await idOf('Ottilie Practice'),
    theirs: await idOf('Ottilie Elsewhere'),
    theirBranch: await codeOf(places.branchElsewhere),
    theirPractice: await codeOf(places.elsewhere),
  };
  return { the, there, known };
}

/** What belongs to the other practice, word for word. */
async function keptElsewhere({ needs: { database } }: Portal) {
  const { rows } = await sql<{ kept: string }>`
    SELECT coalesce(md5(string_agg(m::text || coalesce(r::text, '') || coalesce(h::text, ''), '|' ORDER BY m.id, r.role, h.id)), '') AS kept
      FROM member m JOIN organisation o ON o.id = m.organisation_id AND o.code = ${places.elsewhere}
      LEFT JOIN member_role r ON r.member_id = m.id LEFT JOIN membership h ON h.account_id = m.account_id
  `.execute(database);
  return rows[0]?.kept;
}

/** Members at a branch that is not their practice's, and roles that no setting knows. */
async function impossible({ needs: { database }, settings }: Portal) {
  const known = allRoles(settings.organisations.services).map(roleKey);
  const { rows } = await sql`
    SELECT m.id, m.branch_id, r.service, r.role FROM member m LEFT JOIN member_role r ON r.member_id = m.id
      LEFT JOIN organisation b ON b.id = m.branch_id
     WHERE b.parent_id <> m.organisation_id OR NOT (r.service || '/' || r.role = ANY(${known}))
  `.execute(database);
  return rows;
}

const isShort = (value: string) => (value.length > 60 ? `${value.slice(0, 20)}…` : value);

test('threat: whatever stands in an address is answered with words, and shows nothing of another practice', async () => {
  const { the, there, known } = await hostile();
  const before = await keptElsewhere(the);
  const ids = [
    known.theirs,
    randomUUID(),
    known.theirBranch,
    script,
    injection,
    long,
    '%00',
    '..%2F..',
    '-1',
    '%F0%9F%8F%A5',
  ];
  const codes = [
    places.practice,
    places.elsewhere,
    'Z99999',
    script,
    injection,
    long,
    '%00',
    'constructor',
    places.branch,
  ];
  const wrong: unknown[] = [];
  const ask = async (browser: Browser, { method }: Route, address: string) => {
    const { status, text } = await (method === 'GET' ? browser.get(address) : browser.post(address));
    if (status >= 500 || /Ottilie (Elsewhere|Faraway)/.test(text))
      wrong.push([method, isShort(address), status]);
  };
  const fill = (address: string, code: string, id: string) =>
    address.replace(':code', asPart(code)).replace(':id', asPart(id));
  for (const route of the.routes.filter(isOurs))
    for (const who of ['main contact', 'deputy of the branch'] as const) {
      const { browser } = there[who];
      if (route.address.includes(':id'))
        for (const id of ids) await ask(browser, route, fill(route.address, places.practice, id));
      if (route.address.includes(':code'))
        for (const code of codes) await ask(browser, route, fill(route.address, code, known.own));
    }
  expect(wrong).toEqual([]);
  expect(await keptElsewhere(the)).toBe(before);
});

const asPart = (text: string): string =>
  text.startsWith('%') || text.startsWith('..') ? text : encodeURIComponent(text);

test('threat: whatever stands in a field is answered with words, gives no role that one may not give, and reaches no other practice', async () => {
  const { the, there, known } = await hostile();
  const before = await keptElsewhere(the);
  const values = [
    'support/administrator',
    'portal/main-contact',
    'payments/view-claims',
    '__proto__/constructor',
    known.theirs,
    known.theirBranch,
    known.theirPractice,
    script,
    injection,
    long,
    '\u0000\u202E\uFEFF',
    '-1',
  ];
  const wrong: unknown[] = [];
  for (const who of ['main contact', 'deputy of the branch'] as const) {
    const { browser } = there[who];
    const code = who === 'deputy of the branch' ? places.branch : places.practice;
    for (const route of the.routes.filter((one) => isOurs(one) && one.method === 'POST' && !one.uploads)) {
      const address = route.address.replace(':code', code).replace(':id', known.own);
      const fields = fieldsOf((await browser.get(address)).html);
      for (const value of values) {
        const answer = await browser.post(address, Object.fromEntries(fields.map((name) => [name, value])));
        if (
          answer.status >= 500 ||
          answer.html.includes(script) ||
          /Ottilie (Elsewhere|Faraway)/.test(answer.text)
        )
          wrong.push([who, route.address, isShort(value), answer.status]);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await keptElsewhere(the)).toBe(before);
  expect(await impossible(the)).toEqual([]);
});
