import { expect, test } from 'vitest';
import { escapedWords } from '../support/escaped-words.ts';
import { enterPassword, sentCode } from '../support/main-job.ts';
import { portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';
import { codeOfKey, hiddenIn, recoveryCodesOn } from '../support/set-up.ts';

const base = '/log-in/set-up';
const security = '/account/security';
const number = '07700 900 555';
const mistakes = ['', '12', '07111 111 111', '0113 496 0000'];

test('every word of setting up and changing security codes, on pages, in emails and texts, comes from a catalogue', async () => {
  const secondFactor = { needed: 'everyone', textAlone: false, grace: '7 days' };
  const the = await portal({ settings: { service: { language: 'pseudo' }, secondFactor } });
  const amara = await the.addPerson();
  await the.needs.database.updateTable('account').set({ preferred_language: null }).execute();
  const seen: Answer[] = [];
  const browser = the.browser();
  const get = async (address: string) => keep(await browser.get(address));
  const post = async (address: string, fields = {}) =>
    keep(await browser.follow(await browser.post(address, fields)));
  const keep = (answer: Answer) => {
    seen.push(answer);
    return answer;
  };
  await enterPassword(browser, amara);
  await get(base);
  await get(`${base}?began=again`);
  await post(base);
  await post(base, { way: 'computer' });
  const guide = await post(base, { way: 'authenticator' });
  const setUp = hiddenIn(guide, 'setUp');
  const key = guide.text.match(/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/)?.[0] ?? '';
  const code = codeOfKey({ text: `Key ${key}` }, the.clock.now());
  const wrong = code === '000000' ? '000001' : '000000';
  for (const typed of ['', '12', wrong]) await post(`${base}/app`, { code: typed, setUp });
  await post(`${base}/app`, { code, setUp });
  const codes = await post(base, { way: 'recovery-codes' });
  await post(`${base}/codes`, { setUp: hiddenIn(codes, 'setUp') });
  const file = await browser.post(`${base}/codes/file`);
  await post(`${base}/codes`, { setUp: hiddenIn(codes, 'setUp'), saved: 'yes' });
  await post(`${base}/done`);
  await get(`${security}/add/text`);
  for (const phone of [...mistakes, number]) await post(`${security}/add/text`, { phone });
  const sent = await post(`${security}/add/text/again`);
  const text = await sentCode(the, '+447700900555');
  await post(`${security}/add/text/code`, { code: text, setUp: hiddenIn(sent, 'setUp') });
  const overview = await get(security);
  const links = [...overview.html.matchAll(/href="(\/account\/security\/[^"]+)"/g)].map(
    ([, href]) => href ?? '',
  );
  for (const link of links) await get(link);
  const of = (what: string) => links.filter((link) => link.endsWith(`/${what}`));
  await post(of('rename')[0] ?? '', { name: '' });
  await post(of('prefer')[0] ?? '');
  for (const link of of('remove')) await post(link);
  await get('/account');
  const { service, support: help } = the.settings;
  const messages = await the.inbox();
  const data = [
    ...[
      amara.name,
      amara.email,
      service.name,
      service.operator,
      the.config.origin,
      '@localhost',
      key,
      number,
    ],
    ...[help.email, help.phone, ...Object.values(help.hours), ...recoveryCodesOn(codes), ...mistakes],
    ...messages.flatMap((message) => [...message.links, ...message.codes]),
  ];
  for (const { html } of [...seen, file]) expect(escapedWords(html, data)).toEqual([]);
  for (const { subject, html, text: plain } of messages)
    expect(escapedWords(`${subject}\n${html || plain}`, data)).toEqual([]);
});
