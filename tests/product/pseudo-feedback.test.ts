import { expect, test } from 'vitest';
import { atTheDesk } from '../support/at-the-desk.ts';
import { escapedWords } from '../support/escaped-words.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';
import { addPublishedArticle } from '../support/published-article.ts';
import { addTicket } from '../support/tickets.ts';

const places = ['log-in', 'help', 'contact'];
const notice = {
  title: 'TITLE',
  body: 'BODY',
  places,
  'endsOn-day': '3',
  'endsOn-month': '3',
  'endsOn-year': '2026',
};

function expectMarked({ settings }: Portal, pages: readonly Answer[], data: readonly string[]) {
  const { service, support, helpCentre } = settings;
  const reasons = helpCentre.feedbackReasons.map(({ name }) => name);
  const known = [...data, ...reasons, service.name, service.operator, support.email, support.phone];
  expect(pages.flatMap(({ html }) => escapedWords(html, known))).toEqual([]);
}

test('every word about feedback and notices comes from a catalogue', async () => {
  const the = await portal({ profile: 'patient-portal', settings: { service: { language: 'pseudo' } } });
  const { id, address } = await addPublishedArticle(the, { slug: 'reset', title: 'ARTICLE' });
  const reader = the.browser();
  const reasons = the.settings.helpCentre.feedbackReasons.map(({ key }) => key);
  const feedback = `${address}/feedback`;
  const said = [
    await reader.get(feedback),
    await reader.post(feedback, { words: '' }),
    await reader.post(feedback, { reasons, words: 'SAID', proof: 'wrong' }),
    await reader.follow(await reader.post(feedback, { reasons, words: 'SAID', proof: '' })),
    await reader.follow(await reader.post(feedback, { reasons, words: 'SAID', proof: '' })),
    await reader.follow(await reader.post(`${address}/helpful`, { helpful: 'yes' })),
    await reader.post(`${address}/helpful`, {}),
  ];
  const { desk } = await atTheDesk(the, 'administrator');
  const held = await desk.get('/desk/feedback/held');
  const [, decide = ''] = /action="(\/desk\/feedback\/held\/[^"]+)"/.exec(held.html) ?? [];
  const work = [
    held,
    await desk.follow(await desk.post(decide, { decision: 'accepted' })),
    await desk.get('/desk/feedback'),
    await desk.get('/desk/feedback/rates'),
    await desk.get(`/desk/feedback/rates?article=${id}`),
    await desk.follow(await desk.post(`/desk/feedback/${id}/handled`)),
  ];
  const written = { ...notice, endsAt: '17:30' };
  const published = await desk.post('/desk/notices/new', { ...written, step: 'confirmed' });
  const at = published.location?.split('?')[0] ?? '';
  const ticket = await addTicket(the, { name: 'ASKER', title: 'TICKET' });
  await the.needs.database
    .updateTable('ticket')
    .set({ notice_id: at.split('/').at(-1) ?? '' })
    .where('id', '=', ticket.id)
    .execute();
  const answer = { body: 'ANSWER', after: ['solves', 'ends'] };
  const notices = [
    await desk.get('/desk/notices/new'),
    await desk.post('/desk/notices/new', {}),
    await desk.post('/desk/notices/new', written),
    await desk.follow(published),
    await desk.get(`${at}/change`),
    await desk.get('/desk/notices'),
    await the.browser().get('/log-in'),
    await desk.get(`${at}/answer`),
    await desk.post(`${at}/answer`, answer),
    await desk.follow(await desk.post(`${at}/answer`, { ...answer, step: 'confirmed' })),
  ];
  await the.runDue();
  const after = [await desk.get(at), await desk.get('/desk/notices')];
  const data = ['ARTICLE', 'SAID', 'TITLE', 'BODY', 'ANSWER', 'Tomasz Lis', '17:30'];
  expectMarked(the, [...said, ...work, ...notices, ...after], data);
});
