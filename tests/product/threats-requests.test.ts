import { expect, test } from 'vitest';
import { identify } from '../../src/identity/index.ts';
import { type Portal, portal } from '../support/portal.ts';

const form = 'application/x-www-form-urlencoded';
const megabyte = 1024 * 1024;

async function sender({ server, browser }: Portal) {
  const visitor = browser();
  const page = await visitor.get('/log-in');
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { host: 'localhost:3000', cookie };
  return {
    csrf,
    get: (url: string) => server.inject({ method: 'GET', url, headers }),
    post: (type: string, payload: string, url = '/log-in') =>
      server.inject({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload }),
  };
}

const isPage = (answer: { headers: Record<string, unknown>; body: string }) =>
  String(answer.headers['content-type']).startsWith('text/html') &&
  String(answer.headers['content-security-policy']).startsWith("default-src 'none'") &&
  answer.body.includes('<h1');

test.each([
  ['application/json', '{"identifier":"a","password":"b"}'],
  ['application/json', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['application/json', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['text/plain', 'identifier=a&password=b'],
  ['application/xml', '<identifier/>'],
])('a body of %s, which no form of ours sends, is not read', async (type, payload) => {
  const gate = await portal();
  const answer = await (await sender(gate)).post(type, payload);
  expect(answer.statusCode).toBe(415);
  expect(isPage(answer)).toBe(true);
  expect(gate.logLines.join()).not.toContain('a surprise');
});

test('odd fields of a form are wrong details, and change no object of ours', async () => {
  const gate = await portal();
  const { post, csrf } = await sender(gate);
  for (const fields of [
    '__proto__=x&constructor=y&toString=z&identifier=a&identifier=b&password=c',
    '__proto__[admin]=1&constructor[prototype][admin]=1&identifier=a&password=c',
    'identifier[$ne]=&password[$ne]=',
    'identifier=%&password=%ff%fe',
    'a=1&'.repeat(16_000),
  ]) {
    const answer = await post(form, `csrf=${csrf}&${fields}`);
    expect([fields.slice(0, 40), answer.statusCode]).toEqual([fields.slice(0, 40), 422]);
    expect(isPage(answer)).toBe(true);
  }
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});

test.each(['/desk/registers', '/log-in'])(
  'nobody who is not logged in makes %s read megabytes',
  async (url) => {
    const { post } = await sender(await portal());
    expect((await post(form, 'a=&'.repeat(megabyte), url)).statusCode).toBe(413);
    expect((await post('application/json', `[${'0,'.repeat(megabyte)}0]`, url)).statusCode).toBe(415);
  },
);

const oddAddresses = [
  '/%',
  '/%ff',
  '/account/%c0%ae',
  '/assets/%ff',
  `/desk/people/${'a'.repeat(300)}`,
  `/${'a'.repeat(9000)}`,
  '/assets/../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/%00',
  '//evil.example/account',
];

test('an address nobody would type is answered with a page of ours, and with nothing else', async () => {
  const { get } = await sender(await portal());
  for (const url of oddAddresses) {
    const answer = await get(url);
    expect([303, 403, 404]).toContain(answer.statusCode);
    if (answer.statusCode !== 303) expect(isPage(answer)).toBe(true);
    expect(answer.body).not.toContain('dependencies');
  }
});

test('without a trusted proxy, what a client says of its address opens no second limit', async () => {
  const { browser } = await portal({ config: { trustedProxies: [] } });
  const statuses = [];
  for (let name = 0; name < 101; name += 1) {
    const visitor = browser({ address: `203.0.113.${name}` });
    statuses.push(
      (await visitor.post('/log-in', { identifier: `p${name}@x.example`, password: 'x' })).status,
    );
  }
  expect(statuses.slice(99)).toEqual([422, 429]);
});

test('a portal session of somebody who is staff as well opens no page of the desk', async () => {
  const gate = await portal();
  const both = await gate.addPerson();
  await gate.addPerson({ name: 'Tomasz Lis', staff: 'administrator' });
  const { database, ids, clock } = gate.needs;
  const { id } = await database
    .selectFrom('organisation')
    .select('id')
    .where('kind', '=', 'operator')
    .executeTakeFirstOrThrow();
  await database
    .insertInto('membership')
    .values({
      id: ids.next(),
      account_id: both.id,
      organisation_id: id,
      service: 'support',
      role: 'administrator',
      since: clock.now(),
    })
    .execute();
  const visitor = gate.browser();
  await visitor.post('/log-in', { identifier: both.email, password: both.password });
  const desk = gate.routes.filter(({ realm, method }) => realm === 'support' && method === 'GET');
  for (const { address, policy } of desk) {
    if (policy.name === 'anyone') continue;
    const { status, location } = await visitor.get(address.replaceAll(':id', both.id));
    expect([address, status, location?.startsWith('/log-in/staff')]).toEqual([address, 303, true]);
  }
  const actor = await identify(gate.needs, visitor.cookies.get('gatehouse-3000-session'), 'portal');
  expect(actor?.person.roles).toHaveLength(1);
  for (const { policy } of desk) if (policy.name !== 'anyone') expect(policy.admits(actor)).toBe(false);
});

test('production shows no sandbox, answers its own Host alone, and marks its cookies as secure', async () => {
  const config = { mode: 'production', sandbox: false, origin: 'https://portal.example' } as const;
  const { server, routes } = await portal({ config });
  const get = (url: string, host = 'portal.example') =>
    server.inject({ method: 'GET', url, headers: { host, 'x-forwarded-host': host } });
  for (const url of ['/sandbox', '/sandbox/inbox', '/sandbox/inbox.json'])
    expect((await get(url)).statusCode).toBe(404);
  expect(routes.filter(({ address }) => address.startsWith('/sandbox'))).toEqual([]);
  for (const host of ['localhost', 'portal.example.evil.test', 'portal.example:8443', 'evil.test'])
    expect([host, (await get('/log-in', host)).statusCode]).toEqual([host, 421]);
  const page = await get('/log-in');
  expect(page.headers['set-cookie']).toMatch(/^__Host-visitor=\S+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(page.headers['strict-transport-security']).toContain('max-age=63072000');
  expect(page.headers['cache-control']).toBe('no-store');
});

test('a page on the web whose name was pointed at this machine reads no sandbox and no metrics', async () => {
  const { server } = await portal();
  const get = (url: string, host: string) => server.inject({ method: 'GET', url, headers: { host } });
  for (const url of ['/sandbox/inbox.json', '/metrics', '/log-in'])
    for (const host of ['evil.example:3000', 'localhost.evil.example', 'localhost@evil.example'])
      expect([url, host, (await get(url, host)).statusCode >= 400]).toEqual([url, host, true]);
  expect((await get('/metrics', 'localhost:3000')).statusCode).toBe(200);
});
