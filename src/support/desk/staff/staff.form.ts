import { z } from 'zod';
import { staffRoles } from '../../../identity/index.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import type { DeskWords } from '../desk.words.ts';
import { reasonField } from '../reason-field.ts';
import type { StaffWords } from './staff.words.ts';

export const inviteStaffForm = ({ invite }: StaffWords) =>
  z.object({
    name: z.string().trim().min(1, invite.nameEmpty).max(200, invite.nameLong),
    email: z.string().transform((text, context) => {
      const address = readEmailAddress(text);
      if (address) return address;
      context.addIssue({ code: 'custom', message: invite.emailWrong });
      return z.NEVER;
    }),
    role: z.enum(staffRoles, invite.roleEmpty),
  });

export const changeRoleForm = ({ invite }: StaffWords) =>
  z.object({ role: z.enum(staffRoles, invite.roleEmpty) });

export const reasonForm = (words: DeskWords) => z.object({ reason: reasonField(words) });
