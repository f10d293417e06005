import { z } from 'zod';
import { type CategoryId, longest } from '../../articles/article.ts';
import type { WriteArticleWords } from './write-article.words.ts';

const oneLine = z.string().transform((text) => text.replace(/\s+/g, ' ').trim());

/** Browsers send lines as a typewriter ends them. */
export const bodyOf = (typed: string): string => typed.replace(/\r\n?/g, '\n').trim();

const keywordsOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const writeArticleForm = ({ errors }: WriteArticleWords, categories: readonly { id: CategoryId }[]) =>
  z
    .object({
      title: oneLine.pipe(
        z.string().min(1, errors.titleEmpty).max(longest.title, errors.titleLong(longest.title)),
      ),
      summary: oneLine.pipe(z.string().max(longest.summary, errors.summaryLong(longest.summary))),
      category: z.string().refine((id) => categories.some((each) => each.id === id), errors.category),
      question: z.string(),
      keywords: oneLine.pipe(z.string().max(longest.keywords, errors.keywordsLong(longest.keywords))),
      body: z
        .string()
        .transform(bodyOf)
        .pipe(z.string().min(1, errors.bodyEmpty).max(longest.body, errors.bodyLong(longest.body))),
      note: oneLine.pipe(z.string().max(longest.note, errors.noteLong(longest.note))),
      basedOn: z.string(),
      do: z.string(),
    })
    .transform(({ category, question, keywords, basedOn, do: wanted, ...text }) => ({
      ...text,
      categoryId: category as CategoryId,
      isQuestion: question === 'yes',
      keywords: keywordsOf(keywords),
      basedOn: Number.parseInt(basedOn, 10) || 0,
      publish: wanted === 'publish',
    }));
