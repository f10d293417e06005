import { z } from 'zod';
import type { HandOverWords } from './hand-over.words.ts';
import { afterwardsChoices } from './handover.ts';

export const offerForm = ({ errors }: HandOverWords) =>
  z.object({
    to: z.uuid(errors.noColleague),
    afterwards: z.enum(afterwardsChoices, errors.noAfterwards),
  });

export const answerForm = ({ errors }: HandOverWords) =>
  z.object({ answer: z.enum(['yes', 'no'], errors.noAnswer) });
