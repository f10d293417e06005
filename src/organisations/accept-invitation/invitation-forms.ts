import { z } from 'zod';
import { addressField } from '../members/person-fields.ts';
import type { AcceptInvitationWords } from './accept-invitation.words.ts';

/** Nothing is typed where an invitation is accepted. */
export const pressedForm = z.object({});

export const refuseForm = ({ refuse }: AcceptInvitationWords) =>
  z.object({ refusal: z.enum(['declined', 'not-me'], refuse.noReason) });

export const codeForm = ({ code }: AcceptInvitationWords) =>
  z.object({
    email: addressField({ noEmail: code.emailWrong, notEmail: code.emailWrong }),
    code: z.string().trim().min(1, code.codeEmpty).max(40, code.refused),
  });
