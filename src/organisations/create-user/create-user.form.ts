import { z } from 'zod';
import { tidyName } from '../../kernel/full-name.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import { datePart } from '../../ui/index.ts';
import { daysFrom } from '../calendar-day.ts';
import type { RoleChoice } from '../list-role-choices.ts';
import { addressField, fullNameField, optionalPhoneField } from '../person-fields.ts';
import type { PlaceChoice } from '../places.ts';
import { rolesField } from '../role-choices.tsx';
import type { RoleChoicesWords } from '../role-choices.words.ts';
import { dayFields, readTypedDay } from '../typed-day.ts';
import type { CreateUserWords } from './create-user.words.ts';

/** What the field `place` holds for the practice itself. */
export const wholePractice = 'practice';
export const placeValue = ({ branch }: PlaceChoice): string => branch?.id ?? wholePractice;

const longestTitle = 80;
const latestStart = 2 * 366;
const latestEnd = 10 * 366;

export interface CreateUserFormProps {
  places: readonly PlaceChoice[];
  choices: readonly RoleChoice[];
  today: string;
}

export const createUserForm = (
  { places, choices, today }: CreateUserFormProps,
  { errors }: CreateUserWords,
  roleWords: RoleChoicesWords,
) =>
  z
    .object({
      email: addressField(errors),
      fullName: fullNameField(errors),
      place: placeField(places, errors.noPlace),
      roles: rolesField(choices, roleWords),
      jobTitle: z
        .string()
        .transform(tidyName)
        .pipe(z.string().max(longestTitle, errors.longTitle(longestTitle))),
      phone: optionalPhoneField(errors),
      ...dayFields('startsOn'),
      ...dayFields('endsOn'),
      seen: z.string(),
    })
    .transform((values, check) => {
      const { email, fullName, place, roles, jobTitle, phone, seen } = values;
      const days = readDays(values, today);
      if ('problem' in days) {
        const { field, problem } = days;
        const message = problem === 'noDay' ? errors.noDay[field] : errors[problem];
        check.addIssue({ code: 'custom', path: [datePart(field, 'day')], message });
        return z.NEVER;
      }
      return { email, fullName, branchId: place, roles, jobTitle, phone, seen, ...days };
    });

/** Gives the branch, or undefined for the whole practice. Who may add people at one place only need not choose. */
const placeField = (places: readonly PlaceChoice[], noPlace: string) =>
  z.string().transform((chosen, check): OrganisationId | undefined => {
    const only = places.length === 1 && chosen === '' ? places[0] : undefined;
    const place = only ?? places.find((one) => placeValue(one) === chosen);
    if (!place) check.addIssue({ code: 'custom', message: noPlace });
    return place?.branch?.id;
  });

type Days =
  | { startsOn: string | undefined; endsOn: string | undefined }
  | {
      field: 'startsOn' | 'endsOn';
      problem: 'noDay' | 'farStart' | 'endPast' | 'endFar' | 'endBeforeStart';
    };

function readDays(values: Record<string, unknown>, today: string): Days {
  const startsOn = readTypedDay(values, 'startsOn');
  const endsOn = readTypedDay(values, 'endsOn');
  if (startsOn === 'impossible') return { field: 'startsOn', problem: 'noDay' };
  if (endsOn === 'impossible') return { field: 'endsOn', problem: 'noDay' };
  if (startsOn && startsOn > daysFrom(today, latestStart)) return { field: 'startsOn', problem: 'farStart' };
  if (endsOn && endsOn < today) return { field: 'endsOn', problem: 'endPast' };
  if (endsOn && endsOn > daysFrom(today, latestEnd)) return { field: 'endsOn', problem: 'endFar' };
  if (startsOn && endsOn && endsOn < startsOn) return { field: 'endsOn', problem: 'endBeforeStart' };
  return { startsOn, endsOn };
}
