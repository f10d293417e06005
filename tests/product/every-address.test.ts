import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Route } from '../../src/platform/http/index.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { Browser } from '../support/portal-browser.ts';
import { countRows } from './count-rows.ts';
import { addressOf as at, inhabitedPortal, pagesOf as pages, type Visitors } from './inhabited-portal.ts';

/** What agents do not do. */
const aboveAgents = [
  ...['administrator', 'manage teams', 'oversee tickets'],
  ...['publish notices', 'write articles'],
];

/** Who stands before a route: somebody who logged in to its realm, or else nobody. */
function mayEnter(route: Route, visitor: keyof Visitors): boolean {
  if (route.policy.name === 'anyone') return true;
  if (route.policy.name === 'logged in to tickets') return false;
  if ((route.realm ?? 'portal') === 'portal') return visitor === 'portal person';
  if (aboveAgents.includes(route.policy.name)) return visitor === 'administrator';
  return visitor === 'agent' || visitor === 'administrator';
}

describe('deny by default', () => {
  test('every address answers whom its policy admits, turns everybody else away, and never fails', async () => {
    const { the, visitors, known } = await inhabitedPortal();
    const wrong: unknown[] = [];
    for (const route of pages(the.routes))
      for (const [who, browser] of Object.entries(visitors) as [keyof Visitors, Browser][]) {
        if (/^(\/tickets)?\/log-out/.test(route.address)) continue;
        const address = at(route, known);
        const answer = await (route.method === 'GET' ? browser.get(address) : browser.post(address));
        const isAway =
          answer.status === 403 || /^(\/tickets)?\/log-in(\/staff)?\?next=/.test(answer.location ?? '');
        if (answer.status >= 500 || isAway === mayEnter(route, who))
          wrong.push([who, route.method, address, answer.status, answer.location]);
      }
    expect(wrong).toEqual([]);
  });

  test('every route names a policy, and only addresses meant for everybody admit anyone', async () => {
    const { routes } = await portal();
    const open = routes.filter((route) => route.policy.admits(undefined)).map((route) => route.address);
    expect(open.filter((address) => /^\/(desk|account)(\/|$)/.test(address))).toEqual([]);
    expect(routes.every((route) => ['never', 'read'].includes(route.supportAccess))).toBe(true);
  });
});

test('log out is on every page of somebody who is logged in', async () => {
  const { the, visitors, known } = await inhabitedPortal();
  const without: string[] = [];
  for (const route of pages(the.routes).filter(({ method }) => method === 'GET')) {
    const browser = route.realm === 'support' ? visitors.administrator : visitors['portal person'];
    const { status, html } = await browser.get(at(route, known));
    if (status === 200 && html.includes('id="maincontent"') && !/action="\/log-out(\/staff)?"/.test(html))
      without.push(route.address);
  }
  expect(without).toEqual([]);
});

describe('safe next', () => {
  test('who must log in first comes back to the very address, and never to another site', async () => {
    const { the, visitors, known } = await inhabitedPortal();
    const chief = await the.addPerson({ name: 'Ada Lis', staff: 'administrator' });
    const closed = pages(the.routes).filter(
      ({ method, policy }) => method === 'GET' && policy.name !== 'anyone',
    );
    expect(closed.length).toBeGreaterThan(10);
    for (const route of closed.filter(({ realm }) => realm === 'support')) {
      const address = `${at(route, known)}?find=a%26b`;
      const away = await visitors.anonymous.get(address);
      const logIn = new URL(away.location ?? '', 'http://localhost:3000');
      expect([logIn.pathname, logIn.searchParams.get('next')]).toEqual(['/log-in/staff', address]);
    }
    const browser = the.browser();
    const page = await browser.get('/log-in/staff?next=%2Fdesk%2Fpeople%3Ffind%3Dosei');
    expect(page.html).toContain('value="/desk/people?find=osei"');
    const { email: identifier, password } = chief;
    const inside = await browser.post('/log-in/staff', {
      identifier,
      password,
      next: '/desk/people?find=osei',
    });
    expect(inside.location).toBe('/desk/people?find=osei');
    for (const next of ['//evil.example', 'https://evil.example', '/\\\\evil.example', '/%09/evil.example\t'])
      expect((await browser.get(`/log-in/staff?next=${encodeURIComponent(next)}`)).location).toMatch(
        /^\/(?![/\\])/,
      );
  });
});

describe('forgery', () => {
  test('a POST without this browser’s token changes nothing, whoever sends it', async () => {
    const { the, visitors, known } = await inhabitedPortal();
    const before = await countRows(the.needs.database);
    for (const route of pages(the.routes).filter(({ method }) => method === 'POST'))
      for (const browser of Object.values(visitors)) {
        for (const csrf of ['', 'A'.repeat(43)]) {
          const answer = await browser.post(at(route, known), { csrf, ...likelyFields });
          expect([route.address, answer.status < 500]).toEqual([route.address, true]);
        }
      }
    await the.runDue();
    expect(await countRows(the.needs.database)).toEqual(before);
  });

  test('a token of another browser, or from before log in, is none', async () => {
    const { the, visitors } = await inhabitedPortal();
    const before = await countRows(the.needs.database);
    const stolen = /name="csrf" value="([^"]+)"/.exec((await the.browser().get('/log-in')).html)?.[1] ?? '';
    expect(stolen).not.toBe('');
    for (const browser of Object.values(visitors)) {
      const fields = { csrf: stolen, email: 'amara.osei@practice.example', realm: 'portal' };
      expect((await browser.post('/forgotten-details', fields)).status).toBe(422);
    }
    expect(await countRows(the.needs.database)).toEqual(before);
  });
});

/** What the forms ask for, so that a forged one would be accepted were it not for the token. */
const likelyFields = {
  identifier: 'amara.osei@practice.example',
  password: 'Three-sunny-gates-1',
  email: 'amara.osei@practice.example',
  mailbox: 'front-desk@alderbrook.example',
  fullName: 'Amara Osei',
  name: 'Amara Osei',
  phone: '01632 960 777',
  username: 'amara.osei',
  occupation: 'Practitioner',
  before: 'no',
  role: 'administrator',
  reason: 'Because I say so.',
  how: 'call-back',
  note: 'I called.',
  code: '12345678',
  link: 'x'.repeat(43),
};

describe('methods', () => {
  test('every address answers 405 to methods it does not know, and says which it does', async () => {
    const { server, routes } = await portal();
    for (const address of new Set(pages(routes).map((route) => route.address))) {
      const own = routes.filter((route) => route.address === address).map((route) => route.method as string);
      const allowed = own.includes('GET') ? [...own, 'HEAD'] : own;
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'POST', 'GET'] as const) {
        if (allowed.includes(method)) continue;
        const url = address.replace(/:\w+/g, 'x');
        const answer = await server.inject({ method, url, headers: { host: 'localhost:3000' } });
        expect([method, address, answer.statusCode]).toEqual([method, address, 405]);
        expect(String(answer.headers.allow).split(', ').sort()).toEqual(allowed.sort());
        expect(answer.body).toContain('This page cannot be opened this way');
      }
    }
  });

  test('HEAD and GET change nothing at any address, so mail scanners may look at every link', async () => {
    const { the, visitors, known } = await inhabitedPortal();
    const before = await countRows(the.needs.database);
    for (const route of pages(the.routes).filter(({ method }) => method === 'GET'))
      for (const browser of Object.values(visitors)) {
        const [got, headed] = [await browser.get(at(route, known)), await browser.head(at(route, known))];
        expect([route.address, headed.status]).toEqual([route.address, got.status]);
        expect(headed.html).toBe('');
      }
    await the.runDue();
    expect(await countRows(the.needs.database)).toEqual(before);
  });
});

describe('headers', () => {
  test('every page allows nothing inline or from elsewhere, and is kept by nobody', async () => {
    const { the, visitors, known } = await inhabitedPortal();
    const nonces = new Set<string>();
    let answers = 0;
    for (const route of pages(the.routes).filter(({ method }) => method === 'GET')) {
      const { headers, html } = await visitors.administrator.get(at(route, known));
      const rules = String(headers['content-security-policy']);
      expect([route.address, headers]).toEqual([route.address, expect.objectContaining(careful)]);
      if (route.address.endsWith('/html')) continue;
      expect([route.address, headers['x-frame-options']]).toEqual([route.address, 'DENY']);
      expect(rules).not.toMatch(/unsafe|\*|https?:/);
      expect(rules).toContain("default-src 'none'");
      const nonce = /script-src 'nonce-([^']+)'/.exec(rules)?.[1] ?? '';
      for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/ on\w+="|style="|<style|javascript:/);
      nonces.add(nonce);
      answers += 1;
    }
    expect(nonces.size).toBe(answers);
  });

  test('cookies are out of reach of scripts and of other sites', async () => {
    const cookies = await cookiesOfLogIn(await portal());
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^gatehouse-3000-/);
      expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    }
  });

  test('on https they are bound to the host, and browsers keep to https', async () => {
    const origin = 'https://portal.example';
    const production = { mode: 'production', sandbox: false, origin } as const;
    const the = await portal({ config: { ...production, smtpUrl: 'smtp://127.0.0.1:9' } });
    for (const cookie of await cookiesOfLogIn(the)) {
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    }
    const { headers, html } = await the.browser().get('/');
    expect(headers['strict-transport-security']).toBe('max-age=63072000');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
    expect(html).not.toContain('/sandbox');
    expect((await the.browser().get('/sandbox/inbox')).status).toBe(404);
  });
});

const careful = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

async function cookiesOfLogIn(the: Portal): Promise<string[]> {
  const amara = await the.addPerson();
  const browser = the.browser();
  const page = await browser.get('/log-in');
  const { headers } = await browser.post('/log-in', { identifier: amara.email, password: amara.password });
  const lines = [page.headers['set-cookie'], headers['set-cookie']].flat() as (string | undefined)[];
  return lines.flatMap((line) => (line && !line.includes('=; ') ? [line.replace(/; Max-Age=\d+/, '')] : []));
}

describe('what nobody has', () => {
  test.each([
    ['an id of nobody', randomUUID()],
    ['not an id', 'not-a-uuid'],
    ['5,000 characters', 'x'.repeat(5000)],
    ['a broken escape', '%E0%A4%A'],
    ['a null byte', '%00'],
    ['markup', encodeURIComponent('<script>alert(1)</script>')],
  ])('%s in any address is answered with words, never a failure', async (_what, part) => {
    const { the, visitors } = await inhabitedPortal();
    const { administrator, anonymous } = visitors;
    for (const route of pages(the.routes).filter(({ address }) => address.includes(':')))
      for (const browser of [anonymous, administrator]) {
        const address = route.address.replace(/:\w+/g, part);
        const answer = await (route.method === 'GET'
          ? browser.get(address)
          : browser.post(address, likelyFields));
        const isFound = answer.status < 400 && answer.status !== 303 && !isSearch(route);
        expect([address.slice(0, 60), answer.status, isFound]).toEqual([
          address.slice(0, 60),
          expect.toSatisfy((status: number) => status < 500),
          false,
        ]);
        expect(answer.html).not.toContain('<script>alert');
      }
    expect(the.logLines.filter((line) => line.includes('a surprise'))).toEqual([]);
  });

  test('an odd query is never a failure', async () => {
    const { the, visitors, known } = await inhabitedPortal();
    const odd = [
      'find=%00',
      'find=a&find=b',
      'link=%F0%9F',
      'link=a&link=b',
      'page=-1',
      'page=1e99',
      'state=x',
    ];
    const also = ['to=a&to=b', 'next[]=1', '__proto__=1', `find=${'ﷺ'.repeat(200)}`, 'done=__proto__'];
    for (const route of pages(the.routes).filter(({ method }) => method === 'GET'))
      for (const query of [...odd, ...also]) {
        const answer = await visitors.administrator.get(`${at(route, known)}?${encodeURI(query)}`);
        expect([route.address, query, answer.status]).not.toEqual([route.address, query, 500]);
      }
  });
});

/** A code that nobody has is explained on a page of its own, with the search on it. */
const isSearch = (route: Route) => route.address === '/register-organisation/:code';

describe('endings are in the house words', () => {
  test('404, 403, 405, 413, 419 and 421', async () => {
    const { the, visitors } = await inhabitedPortal();
    const { anonymous, agent } = visitors;
    expect(await ending(anonymous.get('/nowhere'))).toEqual([404, 'Page not found']);
    expect(await ending(agent.get('/desk/staff'))).toEqual([
      403,
      'You cannot use this page with this account',
    ]);
    expect(await ending(anonymous.post('/'))).toEqual([405, 'This page cannot be opened this way']);
    const huge = { identifier: 'x'.repeat(70_000), password: 'x' };
    expect(await ending(anonymous.post('/log-in', huge))).toEqual([413, 'What you sent is too large']);
    expect(await ending(anonymous.post('/log-out', { csrf: 'old' }))).toEqual([
      403,
      'This page was open too long',
    ]);
    expect(the.logLines.filter((line) => line.includes('a surprise'))).toEqual([]);
  });

  test('429 says when to come back', async () => {
    const { browser } = await portal();
    const visitor = browser();
    await visitor.get('/log-in');
    for (let name = 0; name < 100; name += 1)
      await visitor.post('/log-in', { identifier: `person${name}@x.example`, password: 'wrong' });
    const stopped = visitor.post('/log-in', { identifier: 'other@x.example', password: 'wrong' });
    expect(await ending(stopped)).toEqual([429, 'There have been too many tries']);
    expect(Number((await stopped).headers['retry-after'])).toBeGreaterThan(0);
    expect((await stopped).text).toMatch(/Try again in \d+ minutes?\./);
  });

  test('503 when more people log in at once than the machine can check, and it says when to come back', async () => {
    const { browser } = await portal();
    const visitors = await Promise.all(
      Array.from({ length: 250 }, async (_, one) => {
        const visitor = browser({ address: `10.0.${one}.1` });
        await visitor.get('/log-in');
        return visitor;
      }),
    );
    const answers = await Promise.all(
      visitors.map((visitor, one) =>
        visitor.post('/log-in', { identifier: `person${one}@x.example`, password: 'wrong' }),
      ),
    );
    const busy = answers.find((answer) => answer.status === 503);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([422, 503]));
    expect(busy?.text).toContain('Sorry, the service is unavailable');
    expect(Number(busy?.headers['retry-after'])).toBeGreaterThan(0);
    const turnedAway = answers.filter((answer) => answer.status === 503);
    const references = turnedAway.map(({ html }) => /R-\w{4}-\w{4}/.exec(html)?.[0]);
    const nonces = turnedAway.map(({ html }) => /nonce="([^"]+)"/.exec(html)?.[1] ?? '');
    expect(new Set(references).size).toBe(turnedAway.length);
    expect(new Set(nonces).size).toBe(turnedAway.length);
    for (const { headers, html } of turnedAway) {
      expect(headers['content-security-policy']).toContain(/nonce="([^"]+)"/.exec(html)?.[1]);
      expect(html).not.toContain('name="csrf"');
    }
  });
});

const ending = async (answer: ReturnType<Browser['get']>) => {
  const { status, html } = await answer;
  return [status, /<h1[^>]*>([^<]*)</.exec(html)?.[1]];
};

describe('hosts', () => {
  test.each([
    ['the sandbox', {}, ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example']],
    [
      'production',
      { mode: 'production', sandbox: false, origin: 'https://portal.example', smtpUrl: 'smtp://127.0.0.1:9' },
      ['evil.example', 'localhost', 'portal.example.evil.example', 'portal.example:8443'],
    ],
  ] as const)('%s answers no other Host, and no link is made from one', async (_where, config, hosts) => {
    const the = await portal({ config });
    const amara = await the.addPerson();
    for (const host of hosts)
      for (const route of pages(the.routes)) {
        const url = route.address.replace(/:\w+/g, 'x');
        const answer = await the.server.inject({ method: route.method, url, headers: { host } });
        expect([host, url, answer.statusCode]).toEqual([host, url, 421]);
        expect(answer.body).not.toContain(host);
      }
    expect(await the.needs.database.selectFrom('intake').selectAll().execute()).toEqual([]);
    const browser = the.browser();
    await browser.get('/forgotten-details');
    await browser.post('/forgotten-details', { email: amara.email, realm: 'portal' });
    expect(await the.needs.database.selectFrom('intake').selectAll().execute()).toHaveLength(1);
  });

  test('a forwarded Host leads nowhere, whether or not a proxy is trusted', async () => {
    for (const trustedProxies of [[], ['127.0.0.1']]) {
      const the = await portal({ config: { trustedProxies } });
      const amara = await the.addPerson();
      const sent = await the.server.inject(await forwardedPost(the, amara.email));
      expect(sent.statusCode).toBe(trustedProxies.length > 0 ? 421 : 303);
      const messages = await the.inbox();
      expect(messages).toHaveLength(trustedProxies.length > 0 ? 0 : 1);
      for (const { html, links } of messages) {
        expect(links[0]).toMatch(/^http:\/\/localhost:3000\/reset-password/);
        expect(html).not.toContain('evil');
      }
    }
  });
});

async function forwardedPost(the: Portal, email: string) {
  const page = await the.server.inject({ url: '/forgotten-details', headers: { host: 'localhost:3000' } });
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  return {
    method: 'POST',
    url: '/forgotten-details',
    headers: {
      host: 'localhost:3000',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      cookie: page.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ csrf, email, realm: 'portal' }).toString(),
  } as const;
}
