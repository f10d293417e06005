import type { Audit, AuditEvent } from '../../audit/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { dropOtherAddresses, takeAddress } from './address.store.ts';
import { putOnline } from './article.store.ts';
import type { Article, ArticleVersion } from './article.ts';
import { indexArticle } from './index-article.ts';
import { nextReview } from './review-day.ts';

export interface PublishNeeds {
  audit: Audit;
  clock: Clock;
  settings: Pick<Settings, 'helpCentre' | 'service'>;
}

/** Lets the public read a version of an article that this transaction holds. */
export async function publishVersion(
  needs: PublishNeeds,
  tx: Tx,
  article: Article,
  version: ArticleVersion,
  by: AuditEvent['actor'],
): Promise<void> {
  const now = needs.clock.now();
  const { id } = article;
  const slug = await settleAddress(tx, article, version.title, now);
  const reviewOn = nextReview(needs.settings, now);
  await putOnline(tx, id, { ...version, slug, reviewOn, now });
  await indexArticle(tx, { ...version, id, isPublished: true });
  await needs.audit.record(tx, { action: 'article-published', actor: by, record: { type: 'article', id } });
}

/** An address follows its title; those it had lead on, unless nobody could ever read there. */
export async function settleAddress(tx: Tx, article: Article, title: string, now: Date): Promise<string> {
  if (title === article.title) return article.slug;
  const slug = await takeAddress(tx, article.id, title, now);
  if (!article.publishedAt) await dropOtherAddresses(tx, article.id, slug);
  return slug;
}
