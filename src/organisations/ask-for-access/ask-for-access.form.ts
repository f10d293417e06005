import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { holdsAddress } from '../../kernel/full-name.ts';
import { emailField } from '../members/person-fields.ts';
import type { AskForAccessWords } from './ask-for-access.words.ts';

export const longestNote = 300;

/** A link in it would be one that a stranger wants people of the practice to open; a slash alone is between two days or jobs. */
const noteField = ({ errors }: AskForAccessWords) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(longestNote, errors.longNote(longestNote))
        .refine((text) => !holdsAddress(text.replaceAll('/', ' ')), errors.noteAddress),
    );

export const askForm = (words: AskForAccessWords) =>
  z.object({
    fullName: fullNameField(words.errors),
    email: emailField(words.errors),
    note: noteField(words),
  });

/** Of who is logged in: the rest is known. */
export const ownForm = (words: AskForAccessWords) => z.object({ note: noteField(words) });
