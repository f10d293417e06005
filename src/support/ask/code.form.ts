import { z } from 'zod';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AskWords } from './ask.words.ts';

/** A code and the address it was sent to; the address is not asked of a browser that knows it. */
export const codeForm = ({ errors }: AskWords, known?: string) =>
  z.object({
    email: z.string().transform((text, check) => {
      const address = readEmailAddress(known ?? text);
      if (address) return address;
      check.addIssue({ code: 'custom', message: errors.notEmail });
      return z.NEVER;
    }),
    code: z.string().trim().min(1, errors.codeEmpty).max(40, errors.codeRefused),
  });
