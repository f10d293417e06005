import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { tidyName } from '../../kernel/full-name.ts';
import type { HasLeftWords } from './has-left.words.ts';
import { resolutions } from './leaver-report.store.ts';

const longestNote = 500;
const longestSaidBy = 150;

const note = ({ errors }: HasLeftWords) => z.string().trim().max(longestNote, errors.longNote(longestNote));

export const meForm = ({ errors }: HasLeftWords) =>
  z.object({ when: z.enum(['now', 'later'], errors.noWhen) });

export const colleagueForm = (words: HasLeftWords) => z.object({ note: note(words) });

export const someoneForm = (words: HasLeftWords) =>
  z.object({ leaver: fullNameField(words.errors), note: note(words) });

export const outsideForm = (words: HasLeftWords) =>
  z.object({
    leaver: fullNameField(words.errors),
    saidBy: z
      .string()
      .transform(tidyName)
      .pipe(z.string().max(longestSaidBy, words.errors.longSaidBy(longestSaidBy))),
    note: note(words),
  });

export const answerForm = ({ errors }: HasLeftWords) =>
  z.object({ answer: z.enum(resolutions, errors.noAnswer) });
