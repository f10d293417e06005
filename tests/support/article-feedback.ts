import { portal } from './portal.ts';
import { addPublishedArticle } from './published-article.ts';

/** A portal with one article, a reader, and what is kept of what readers say. */
export async function withArticle(settings: object = {}) {
  const it = await portal({
    profile: 'patient-portal',
    settings: { helpCentre: { proofOfWork: 1000, ...settings } },
  });
  const article = await addPublishedArticle(it, { slug: 'reset', title: 'Reset your password' });
  const stored = () =>
    it.needs.database
      .selectFrom('article_feedback')
      .select(['is_helpful as isHelpful', 'state', 'reasons', 'words'])
      .orderBy('id')
      .execute();
  const reason = it.settings.helpCentre.feedbackReasons[0]?.key ?? '';
  return { it, article, stored, reason, browser: it.browser() };
}
