import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { escapedWords } from '../support/escaped-words.ts';
import { portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';

/** A portal that sends temporary passwords, with somebody in each state that recovery answers. */
async function pseudoPortal() {
  const settings = { service: { language: 'pseudo' } };
  const the = await portal({ profile: 'locum-network', settings });
  const { database } = the.needs;
  const amara = await the.addPerson({ username: 'amara.o' });
  const [closed, stopped, elsewhere] = [
    await the.addPerson({ name: 'Cleo Brandt' }),
    await the.addPerson({ name: 'Dora Quist' }),
    await the.addPerson({ name: 'Elif Kaya' }),
  ];
  const everybody = [amara, closed, stopped, elsewhere];
  await database.updateTable('account').set({ preferred_language: null }).execute();
  await database.updateTable('account').set({ state: 'closed' }).where('id', '=', closed.id).execute();
  await database.updateTable('account').set({ state: 'deactivated' }).where('id', '=', stopped.id).execute();
  await database.deleteFrom('password').where('account_id', '=', elsewhere.id).execute();
  const link = { issuer: 'https://auth.login.nhs.uk', subject: 'one', account_id: elsewhere.id };
  await database
    .insertInto('upstream_identity')
    .values({ ...link, linked_at: the.clock.now() })
    .execute();
  const { service, support } = the.settings;
  const facts = [service.name, service.operator, support.email, support.phone, the.config.origin];
  const data = [
    ...everybody.flatMap(({ name, email }) => [name, email]),
    ...facts,
    ...Object.values(support.hours),
    ...['amara.o', 'nobody@elsewhere.example'],
  ];
  return { the, amara, everybody, data };
}

test('every word of recovery by temporary password, on pages and in emails, comes from a catalogue', async () => {
  const { the, amara, everybody, data } = await pseudoPortal();
  const visitor = the.browser();
  const pages: Answer[] = [await visitor.get('/log-in'), await visitor.get('/forgotten-details')];
  for (const email of [...everybody.map((person) => person.email), 'nobody@elsewhere.example'])
    pages.push(await visitor.follow(await visitor.post('/forgotten-details', { email })));
  const asked = /name="asked" value="([^"]+)"/.exec(pages.at(-1)?.html ?? '')?.[1] ?? '';
  pages.push(await visitor.post('/forgotten-details/again', { asked }));
  const older = (await the.inbox(amara.email))[0]?.codes[0] ?? '';
  the.clock.advance(minutes(2));
  await visitor.post('/forgotten-details', { email: amara.email });
  const newest = (await the.inbox(amara.email))[0]?.codes[0] ?? '';
  const enter = (password: string) => visitor.post('/log-in', { identifier: 'amara.o', password });
  pages.push(await enter(older));
  const choose = await enter(newest);
  pages.push(await visitor.follow(choose));
  const link = choose.location?.split('link=')[1] ?? '';
  pages.push(await visitor.post('/reset-password', { link, password: newest }));
  for (const { html, headers } of pages)
    expect(escapedWords(html, [...data, String(headers['x-request-id'])])).toEqual([]);
  const messages = await the.inbox();
  expect(messages).toHaveLength(6);
  for (const { subject, html, text, codes, links } of messages) {
    const known = [...data, ...codes, ...links];
    expect([subject, escapedWords(html, known)]).toEqual([subject, []]);
    expect([subject, escapedWords(`${subject}\n${text}`, known)]).toEqual([subject, []]);
  }
});
