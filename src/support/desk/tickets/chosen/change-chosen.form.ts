import { z } from 'zod';
import { priorities } from '../../../../platform/settings/support-settings.ts';
import { manyOf } from '../../../../ui/index.ts';
import { readTag, ticketStates } from '../ticket-question.ts';
import { mostChosen } from './change-chosen.ts';
import type { ChangeChosenWords } from './change-chosen.words.ts';

export const chooseForm = ({ problems }: ChangeChosenWords) =>
  z.object({
    chosen: manyOf(z.array(z.string().max(40)).min(1, problems.none).max(mostChosen, problems.many)),
    back: z.string().max(3000),
    step: z.enum(['', 'change']),
  });

/** `leave` where nothing is to be changed. */
export const changeChosenForm = (words: ChangeChosenWords) =>
  chooseForm(words).extend({
    assignee: z.string().max(40),
    team: z.string().max(40),
    notice: z.string().max(40),
    priority: z.enum(['leave', ...priorities]),
    state: z.enum(['leave', ...ticketStates]),
    tag: z.string().max(100).transform(readTag),
  });
