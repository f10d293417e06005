import { NotificationBanner } from '../../ui/index.ts';

/** What the page says after a change, by its outcome: what was done, or why nothing was. */
export interface OutcomeWords {
  done: Record<string, string>;
  unchanged: Record<string, string>;
}

export interface Notice {
  text: string;
  success: boolean;
}

/** Only outcomes have words, so nobody can put words of their own into the page through its address. */
export function readNotice(query: unknown, { done, unchanged }: OutcomeWords): Notice | undefined {
  const { done: asked } = query as { done?: unknown };
  if (typeof asked !== 'string') return undefined;
  const text = textOf(done, asked) ?? textOf(unchanged, asked);
  return text === undefined ? undefined : { text, success: textOf(done, asked) !== undefined };
}

const textOf = (words: Record<string, string>, outcome: string): string | undefined =>
  Object.hasOwn(words, outcome) ? words[outcome] : undefined;

export const OutcomeNotice = ({ notice }: { notice: Notice | undefined }) =>
  notice ? <NotificationBanner heading={notice.text} success={notice.success} /> : null;
