import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { portal } from '../../../../tests/support/portal.ts';
import { addPublishedArticle } from '../../../../tests/support/published-article.ts';
import { days, minutes } from '../../../kernel/duration.ts';

async function withFeedback() {
  const it = await portal({ profile: 'patient-portal', at: '2026-03-04T09:00:00Z' });
  const eilidh = await atTheDesk(it, 'editor');
  const owned = await addPublishedArticle(it, {
    slug: 'reset',
    title: 'Reset your password',
    ownerId: eilidh.id,
  });
  const other = await addPublishedArticle(it, { slug: 'locked', title: 'Your account is locked' });
  const [first, second] = it.settings.helpCentre.feedbackReasons;
  const add = (
    articleId: string,
    said: { reasons?: string[]; words?: string; isHeld?: boolean; yes?: boolean },
  ) =>
    it.needs.database
      .insertInto('article_feedback')
      .values({
        id: it.needs.ids.next(),
        article_id: articleId,
        version_number: 1,
        is_helpful: said.yes ?? false,
        reasons: said.reasons ?? (said.yes ? [] : [first?.key ?? '']),
        words: said.words ?? null,
        state: said.isHeld ? 'held' : 'counted',
        created_at: it.clock.now(),
      })
      .execute();
  const states = async () => {
    const rows = await it.needs.database
      .selectFrom('article_feedback')
      .select('state')
      .orderBy('id')
      .execute();
    return rows.map(({ state }) => state);
  };
  return { it, desk: eilidh.desk, owned, other, first, second, add, states };
}

test('[N11] reasons become a work list for the owner of the article, the article with most answers first', async () => {
  const { it, desk, owned, other, first, second, add } = await withFeedback();
  await add(other.id, {});
  await add(owned.id, { reasons: [first?.key ?? '', second?.key ?? ''], words: 'Step 2 is missing' });
  await add(owned.id, {});
  await add(owned.id, { yes: true });
  const page = await desk.get('/desk/feedback');
  expect(page.text.indexOf('Reset your password')).toBeLessThan(page.text.indexOf('Your account is locked'));
  expect(page.text).toContain('2 readers said no. Owner: Eilidh Ross');
  expect(page.text).toContain(`${first?.name}: 2`);
  expect(page.text).toContain(`${second?.name}: 1`);
  expect(page.text).toContain('Step 2 is missing');
  const mine = await desk.get('/desk/feedback?whose=mine');
  expect(mine.text).not.toContain('Your account is locked');

  it.clock.advance(minutes(1));
  await add(owned.id, { words: 'Came while the page was open' });
  const shownAt = /name="shownAt" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const done = await desk.follow(await desk.post(`/desk/feedback/${owned.id}/handled`, { shownAt }));
  expect(done.text).toContain('Marked as handled');
  expect(done.text).toContain('1 reader said no. Owner: Eilidh Ross');
  expect(done.text).toContain('Came while the page was open');
  const again = await desk.follow(await desk.post(`/desk/feedback/${owned.id}/handled`, { shownAt }));
  expect(again.text).toContain('A colleague had handled it already');
});

test('[N11] feedback without the check counts once an editor accepts it, and never when it is refused', async () => {
  const { it, desk, owned, add, states } = await withFeedback();
  await add(owned.id, { isHeld: true, words: 'It is out of date' });
  it.clock.advance(minutes(1));
  await add(owned.id, { isHeld: true, words: 'Buy our watches' });
  expect((await desk.get('/desk/feedback')).text).toContain('Waiting for a decision (2)');
  expect((await desk.get('/desk/feedback')).text).not.toContain('It is out of date');
  const held = await desk.get('/desk/feedback/held');
  const [accepted, refused] = [...held.html.matchAll(/action="(\/desk\/feedback\/held\/[^"]+)"/g)].map(
    ([, address = '']) => address,
  );
  const decided = await desk.follow(await desk.post(accepted ?? '', { decision: 'accepted' }));
  expect(decided.text).toContain('Feedback accepted');
  await desk.post(refused ?? '', { decision: 'refused' });
  const late = await desk.follow(await desk.post(refused ?? '', { decision: 'accepted' }));
  expect(late.text).toContain('A colleague had decided already');
  expect(await states()).toEqual(['counted', 'refused']);
  expect((await desk.get('/desk/feedback')).text).toContain('It is out of date');
  const events = await it.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('action', 'like', 'feedback-%')
    .orderBy('id')
    .execute();
  expect(events.map(({ action }) => action).toSorted()).toEqual(['feedback-accepted', 'feedback-refused']);
});

test('[N11] how helpful articles are is drawn week by week, with the same numbers as a table', async () => {
  const { it, owned, other, add } = await withFeedback();
  await add(owned.id, { yes: true });
  await add(owned.id, {});
  await add(owned.id, { isHeld: true });
  it.clock.advance(days(7));
  await add(owned.id, { yes: true });
  await add(other.id, {});
  const { desk } = await atTheDesk(it, 'editor', 'Rhys Bowen');
  const all = await desk.get('/desk/feedback/rates');
  expect(all.html).toContain('<title id="rates-title">Readers who said yes, in percent</title>');
  expect(all.text).toMatch(/Week of 2 March 2026 Yes 1 No 1 Week Week of 9 March 2026 Yes 1 No 1/);
  const one = await desk.get(`/desk/feedback/rates?article=${owned.id}`);
  expect(one.text).toContain('How readers find “Reset your password”');
  expect(one.text).toMatch(/Week of 9 March 2026 Said yes 100%/);
  expect(one.text).toMatch(/Reset your password Yes 2 No 1 Said yes 67%/);
  expect((await desk.get('/desk/feedback/rates?article=nonsense')).status).toBe(200);
});

test('nobody but those who write articles reads or decides what readers said', async () => {
  const { it, owned } = await withFeedback();
  for (const role of ['agent', 'senior', 'accounts'] as const) {
    const { desk } = await atTheDesk(it, role);
    for (const page of ['', '/held', '/rates'])
      expect((await desk.get(`/desk/feedback${page}`)).status).toBe(403);
    expect((await desk.post(`/desk/feedback/${owned.id}/handled`)).status).toBe(403);
    expect((await desk.get('/desk')).html).not.toContain('href="/desk/feedback"');
  }
});
