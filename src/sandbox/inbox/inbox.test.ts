import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';
import { serveRoutes } from '../../../tests/support/serve-routes.ts';
import { createIds } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import { createSandboxTransport } from '../../notifications/index.ts';
import { inboxRoutes } from './inbox.routes.ts';

/** The inbox's pages behind the real web server, in the given language. */
async function sandbox(language: Language = 'en') {
  const { database } = await emptyDatabase();
  let now = new Date('2026-03-02T09:00:00Z');
  const clock = { now: () => now };
  const ids = createIds(clock);
  const server = await serveRoutes(inboxRoutes({ database, timeZone: 'Europe/London' }), language);
  return {
    get: (url: string) => server.inject({ url, headers: { host: 'localhost:3000' } }),
    send: async (to: string, channel: 'email' | 'sms' = 'email') => {
      const id = ids.next<'message'>();
      await createSandboxTransport({ database, clock }, channel).send({
        id,
        messageId: `<${id}@a.example>`,
        to,
        subject: channel === 'email' ? '2026' : '',
        html:
          channel === 'email' ? '<!DOCTYPE html><html><head></head><body><p>12345678</p></body></html>' : '',
        text: 'http://localhost:3000/1\n12345678\n<script>1</script>',
        createdAt: now,
      });
      now = new Date(now.getTime() + 60_000);
      return id;
    },
  };
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'attribute-boolean-style': 'off', 'void-style': 'off', 'no-redundant-role': 'off' },
});

const messagesIn = async (html: string) =>
  (await validator.validateString(html)).results.flatMap((result) => result.messages);

test('the inbox lists what was sent, newest first, and its JSON says the same', async () => {
  const { get, send } = await sandbox();
  expect((await get('/sandbox/inbox')).body).toContain('No messages yet');
  await send('amara@practice.test');
  const newest = await send('ben+1@practice.test');

  const page = (await get('/sandbox/inbox')).body;
  expect(page.indexOf('ben+1@practice.test')).toBeLessThan(page.indexOf('amara@practice.test'));
  expect(await messagesIn(page)).toEqual([]);
  const all = (await get('/sandbox/inbox.json')).json();
  expect(all).toHaveLength(2);
  expect(all[0]).toEqual({
    id: newest,
    channel: 'email',
    to: 'ben+1@practice.test',
    subject: '2026',
    text: expect.stringContaining('12345678'),
    html: expect.stringContaining('12345678'),
    links: ['http://localhost:3000/1'],
    codes: ['12345678'],
    at: '2026-03-02T09:01:00.000Z',
  });
  const query = `?to=${encodeURIComponent('Ben+1@practice.test')}`;
  expect((await get(`/sandbox/inbox.json${query}`)).json()).toHaveLength(1);
  expect((await get(`/sandbox/inbox${query}`)).body).not.toContain('amara@practice.test');
  expect((await get('/sandbox/inbox.json?to=a&to=b')).json()).toHaveLength(2);
});

test('a message is read as text, as drawn, and by its links and codes', async () => {
  const { get, send } = await sandbox();
  const [id, text] = [await send('amara@practice.test'), await send('07700900123', 'sms')];
  const page = await get(`/sandbox/inbox/${id}`);
  expect(page.body).toContain('href="http://localhost:3000/1"');
  expect(page.body).toContain('&lt;script&gt;1&lt;/script&gt;');
  expect(page.body).toContain('2 March 2026 at 9am');
  expect(page.body).toContain(`src="/sandbox/inbox/${id}/html"`);
  expect(await messagesIn(page.body)).toEqual([]);
  expect((await get('/sandbox/inbox')).body).toContain('>Text message: http://localhost');
  const sms = await get(`/sandbox/inbox/${text}`);
  expect(sms.body).toContain('What the phone shows');
  expect(sms.body).toContain('Text message');
  expect(sms.body).not.toContain('<iframe');
  expect(await messagesIn(sms.body)).toEqual([]);
  for (const unknown of ['00000000-0000-7000-8000-000000000000', 'nonsense'])
    expect((await get(`/sandbox/inbox/${unknown}`)).statusCode).toBe(404);
});

test('the drawn e-mail may be framed by us alone, and can run nothing', async () => {
  const { get, send } = await sandbox();
  const answer = await get(`/sandbox/inbox/${await send('amara@practice.test')}/html`);
  expect(answer.headers['content-security-policy']).toMatch(
    /^default-src 'none'; .*frame-ancestors 'self'; sandbox/,
  );
  expect(answer.headers['content-security-policy']).not.toContain('allow-scripts');
  expect(answer.headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(answer.body).toContain('<base target="_top">');
});

test('every word of the inbox comes from its catalogue', async () => {
  const { get, send } = await sandbox('pseudo');
  const empty = (await get('/sandbox/inbox')).body;
  const id = await send('1@2.test');
  for (const html of [
    empty,
    (await get('/sandbox/inbox?to=1@2.test')).body,
    (await get(`/sandbox/inbox/${id}`)).body,
  ]) {
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const shown = main
      .replace(/<[^>]*>/g, ' ')
      .replace(/⟦[^⟧]*⟧/g, ' ')
      .replace(/\S+@\S+|http\S+|&lt;\S+/g, ' ');
    expect(shown.match(/\p{L}{2,}/gu)).toBeNull();
  }
});
