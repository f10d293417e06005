import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { textField } from '../claims/claims.form.ts';
import { emailField, phoneField } from '../members/person-fields.ts';
import type { MainContactGoneWords } from './main-contact-gone.words.ts';
import { whyGone } from './main-contact-request.ts';

export const askForm = (
  { errors }: MainContactGoneWords,
  { authorisers }: Pick<Settings['organisations'], 'authorisers'>,
) =>
  z.object({
    why: z.enum(whyGone, errors.noWhy),
    fullName: fullNameField(errors),
    email: emailField(errors),
    phone: phoneField(errors),
    authoriser: z.enum(authorisers, errors.noAuthoriser),
    authoriserName: fullNameField({ ...errors, noName: errors.noAuthoriserName }),
  });

export const answerForm = ({ errors }: MainContactGoneWords) =>
  z.object({ link: z.string().max(100), answer: z.enum(['yes', 'no'], errors.noAnswer) });

export const codeForm = ({ errors }: MainContactGoneWords) =>
  z.object({
    reference: z.string().trim().min(1, errors.noReference).max(40, errors.wrongCode),
    code: z.string().trim().min(1, errors.noCode).max(20, errors.wrongCode),
  });

export const objectionForm = ({ errors }: MainContactGoneWords) =>
  z.object({
    text: textField(errors, errors.noText),
  });
