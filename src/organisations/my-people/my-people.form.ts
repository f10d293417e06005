import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { manyOf } from '../../ui/index.ts';
import { removalReasons } from '../members/member.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { rolesField } from '../roles/role-choices.tsx';
import type { RoleChoicesWords } from '../roles/role-choices.words.ts';
import type { MyPeopleWords } from './my-people.words.ts';
import type { MyPlace } from './my-places.ts';
import type { Held } from './remove-from-several.ts';

export const addForm = (
  { places, roles }: { places: readonly MyPlace[]; roles: readonly RoleChoice[] },
  { errors }: MyPeopleWords,
  roleWords: RoleChoicesWords,
) =>
  z.object({
    fullName: fullNameField(errors),
    email: addressField(errors),
    places: placesField(places, errors),
    roles: rolesField(roles, roleWords),
    step: z.string(),
  });

const addressField = (errors: MyPeopleWords['errors']) =>
  z.string().transform((text, check) => {
    const address = readEmailAddress(text);
    if (address) return address;
    check.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noEmail : errors.notEmail });
    return z.NEVER;
  });

/** Nobody is twice among one practice's people, so of each practice one place is chosen. */
const placesField = (places: readonly MyPlace[], errors: MyPeopleWords['errors']) =>
  manyOf(
    z.array(z.string()).transform((codes, check): MyPlace[] => {
      const chosen = places.filter(({ organisation }) => codes.includes(organisation.code));
      const twice = chosen.find(
        (one, at) => chosen.findIndex(({ practice }) => practice.id === one.practice.id) !== at,
      );
      const problem =
        (codes.length === 0 && errors.noPlace) ||
        (chosen.length < new Set(codes).size && errors.notMine) ||
        (twice && errors.twiceThere(twice.practice.name));
      if (problem) check.addIssue({ code: 'custom', message: problem });
      return chosen;
    }),
  );

const longestNote = 500;

export const removeForm = (held: readonly Held[], { errors }: MyPeopleWords) =>
  z
    .object({
      member: z.string(),
      chosen: manyOf(
        z.array(z.string()).transform((ids, check): Held[] => {
          const chosen = held.filter(({ found }) => ids.includes(found.id));
          if (chosen.length === 0) check.addIssue({ code: 'custom', message: errors.noPlace });
          return chosen;
        }),
      ),
      because: z.enum(removalReasons, errors.noReason),
      note: z.string().trim().max(longestNote, errors.longNote(longestNote)),
      step: z.string(),
    })
    .refine(({ because, note }) => because !== 'other' || note !== '', {
      path: ['note'],
      message: errors.noNote,
    });
