import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { emailField, isSameAddress, phoneField } from '../members/person-fields.ts';
import type { RegisterOrganisationWords } from './register-organisation.words.ts';

export const youForm = ({ errors }: RegisterOrganisationWords) =>
  z.object({ fullName: fullNameField(errors), email: emailField(errors), phone: phoneField(errors) });

/** The practice's mailbox is how the practice itself is reached later; one person's would leave with them. */
export const mailboxForm = ({ errors }: RegisterOrganisationWords, workEmail: string) =>
  z.object({
    mailbox: emailField({ noEmail: errors.noMailbox, notEmail: errors.notMailbox }).refine(
      (typed) => !isSameAddress(typed, workEmail),
      errors.ownMailbox,
    ),
  });
