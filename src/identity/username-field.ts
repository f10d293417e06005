import { z } from 'zod';
import { isReserved, readUsername, type Username } from '../kernel/username.ts';
import type { Settings } from '../platform/settings/settings.ts';
import type { UsernameWords } from './username.words.ts';

/** A form field that gives a username which may be had, if nobody has it. */
export const usernameField = ({ name, operator }: Settings['service'], words: UsernameWords) =>
  z.string().transform((text, context): Username => {
    const username = readUsername(text);
    if (username && !isReserved(username, [name, operator])) return username;
    const message = username ? words.reserved : text.trim() === '' ? words.empty : words.wrong;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
