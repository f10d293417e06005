import { z } from 'zod';
import type { CheckCallerWords } from './check-caller.words.ts';

export const sendCallerCodeForm = (words: CheckCallerWords) =>
  z.object({ person: z.string(), contact: z.string().min(1, words.contactEmpty) });

export const proveCallerForm = (words: CheckCallerWords) =>
  z.object({ code: z.string().trim().min(1, words.codeEmpty).max(40, words.wrong) });
