import { expect, test } from 'vitest';
import { askForEmail, changeEmail, loggedIn, newestLink, useLink } from '../support/email-changes.ts';
import { escapedWords } from '../support/escaped-words.ts';
import { portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';

const emails = [
  'amara@home.example',
  'amara@third.example',
  'amara.osei@practice.example',
  'ben.tull@practice.example',
];
const typed = [
  '1 High Street',
  'Alderbrook',
  'SW1A 2AA',
  '07700 900 123',
  'Amara Grace Osei',
  'Polish',
  'osei-amara',
];

test('every word of changing a profile, a password and an email address comes from a catalogue, in pages and emails', async () => {
  const settings = { service: { language: 'pseudo' }, accounts: { usernames: 'chosen' } };
  const the = await portal({ profile: 'clinic', settings });
  const [amara, ben] = [await the.addPerson(), await the.addPerson({ name: 'Ben Tull' })];
  await the.needs.database.updateTable('account').set({ preferred_language: 'pseudo' }).execute();
  const owner = await loggedIn(the, amara);
  const pages: Answer[] = [];
  const change = async (field: string, values: Record<string, string>) => {
    const address = `/account/profile/${field}`;
    pages.push(await owner.get(address), await owner.follow(await owner.post(address, values)));
  };
  await change('name', { fullName: 'Amara Grace Osei' });
  await change('phone', { phone: '07700 900 123' });
  await change('address', { line1: '1 High Street', town: 'Alderbrook', postcode: 'SW1A 2AA' });
  await change('username', { username: 'osei-amara' });
  await change('language', { language: 'pseudo' });
  await change('contact', { needs: 'interpreter', interpreterLanguage: 'Polish' });
  for (const [field, values] of Object.entries(mistakes))
    pages.push(await owner.post(`/account/profile/${field}`, values));
  pages.push(
    await askForEmail(owner, ben.email),
    await askForEmail(owner, amara.email),
    await askForEmail(owner, '!'),
  );
  await the.runDue();
  await changeEmail(the, owner, 'amara@home.example');
  const first = await newestLink(the, amara.email, '/stop-email-change');
  pages.push(await owner.get('/account'), await owner.get('/account/details'));
  await askForEmail(owner, 'amara@third.example');
  pages.push(await owner.get('/account'), await owner.get('/account/details'));
  const confirm = await newestLink(the, 'amara@third.example', '/confirm-email');
  pages.push(
    await the.browser().get(confirm ?? ''),
    await useLink(the.browser(), confirm),
    await useLink(the.browser(), confirm),
  );
  await owner.get('/account/details/password');
  pages.push(
    await owner.follow(await owner.post('/account/details/password', { password: 'Six-loud-herons-66' })),
  );
  pages.push(
    await the.browser().get(first ?? ''),
    await useLink(the.browser(), first),
    await useLink(the.browser(), first),
  );
  const { service, support } = the.settings;
  const links = (await the.inbox()).flatMap((message) => message.links);
  const own = [service.name, service.operator, support.email, support.phone, the.config.origin, ...links];
  const data = [...emails, ...typed, ...own, amara.name, ben.name, support.hours.days, support.hours.times];
  for (const page of pages)
    expect(escapedWords(page.html, [...data, '!', String(page.headers['x-request-id'])])).toEqual([]);
  for (const { subject, html, text } of await the.inbox()) {
    expect([subject, escapedWords(html, data)]).toEqual([subject, []]);
    expect([subject, escapedWords(`${subject}\n${text}`, data)]).toEqual([subject, []]);
  }
});

const mistakes: Record<string, Record<string, string>> = {
  name: { fullName: '' },
  phone: { phone: '!' },
  address: { line1: '', town: '', postcode: '!' },
  username: { username: '!' },
  language: { language: '!' },
  contact: { needs: 'interpreter' },
};
