import { z } from 'zod';
import { longestFactorName } from '../second-factors/factor-name.ts';
import type { AccountSecurityWords } from './account-security.words.ts';

export const renameForm = (words: AccountSecurityWords['rename']) =>
  z.object({
    name: z.string().trim().min(1, words.empty).max(longestFactorName, words.long(longestFactorName)),
  });
