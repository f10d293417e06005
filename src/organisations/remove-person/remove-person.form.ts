import { z } from 'zod';
import { removalReasons } from '../members/member.ts';
import type { RemovePersonWords } from './remove-person.words.ts';

const longestNote = 500;

/** Another reason than those offered has to be named. */
export const removeForm = ({ errors }: RemovePersonWords) =>
  z
    .object({
      because: z.enum(removalReasons, errors.noReason),
      note: z.string().trim().max(longestNote, errors.longNote(longestNote)),
    })
    .refine(({ because, note }) => because !== 'other' || note !== '', {
      path: ['note'],
      message: errors.noNote,
    });

export const noFields = z.object({});
