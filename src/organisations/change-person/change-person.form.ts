import { z } from 'zod';
import { isId, type OrganisationId } from '../../kernel/ids.ts';
import { readPhoneNumber } from '../../kernel/phone-number.ts';
import { datePart } from '../../ui/index.ts';
import { dayFields, readTypedDay } from '../days/typed-day.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { rolesField } from '../roles/role-choices.tsx';
import type { RoleChoicesWords } from '../roles/role-choices.words.ts';
import type { ChangePersonWords } from './change-person.words.ts';

const longestTitle = 80;

export const detailsForm = ({ errors }: ChangePersonWords) =>
  z
    .object({
      jobTitle: z.string().trim().max(longestTitle, errors.longTitle(longestTitle)),
      phone: z
        .string()
        .trim()
        .refine((text) => text === '' || readPhoneNumber(text) !== undefined, errors.notPhone),
      branch: z.string(),
      ...dayFields('startsOn'),
      ...dayFields('endsOn'),
      basis: z.string(),
    })
    .transform((values, check) => {
      const day = (name: 'startsOn' | 'endsOn') => {
        const read = readTypedDay(values, name);
        if (read !== 'impossible') return read;
        check.addIssue({ code: 'custom', path: [datePart(name, 'day')], message: errors.noDay[name] });
        return z.NEVER;
      };
      const { jobTitle, phone, branch, basis } = values;
      if (branch !== '' && !isId(branch))
        check.addIssue({ code: 'custom', path: ['branch'], message: errors.unknownBranch });
      const branchId = branch === '' ? undefined : (branch as OrganisationId);
      return { jobTitle, phone, branchId, startsOn: day('startsOn'), endsOn: day('endsOn'), basis };
    });

export const changeRolesForm = (choices: readonly RoleChoice[], words: RoleChoicesWords) =>
  z.object({
    roles: rolesField(choices, words, { mayBeNone: choices.some(({ state }) => state === 'held') }),
    basis: z.string(),
  });
