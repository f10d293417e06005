import { z } from 'zod';
import type { ClaimsWords } from './claims.words.ts';

const longest = 1000;

/** What somebody writes in their own words, and must. */
export const textField = ({ longText }: Pick<ClaimsWords, 'longText'>, empty: string) =>
  z.string().trim().min(1, empty).max(longest, longText(longest));

export const refusalForm = (words: ClaimsWords) =>
  z.object({ reason: textField(words, words.refusal.noReason) });
