import { z } from 'zod';
import type { FactorKind } from '../second-factors/factor.ts';
import { tidyCode } from '../second-factors/recovery-codes.ts';
import type { LogInCodeWords } from './log-in-code.words.ts';

/** A code of the wrong shape costs no try. Spaces and dashes are forgiven. */
export const logInCodeForm = ({ field }: LogInCodeWords, kind: FactorKind) =>
  z.object({
    code:
      kind === 'recovery-codes'
        ? typed(field.recoveryEmpty, /^[0-9A-Z]{12}$/, field.recoveryShape)
        : typed(field.codeEmpty, /^\d{6}$/, field.codeShape),
    remember: z.string().transform((ticked) => ticked === 'yes'),
  });

const typed = (empty: string, shape: RegExp, misshapen: string) =>
  z.string().transform(tidyCode).pipe(z.string().min(1, empty).regex(shape, misshapen));
