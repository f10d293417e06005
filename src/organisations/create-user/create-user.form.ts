import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { daysFrom } from '../../kernel/calendar-day.ts';
import { tidyName } from '../../kernel/full-name.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import { datePart } from '../../ui/index.ts';
import { dayFields, readTypedDay } from '../days/typed-day.ts';
import { addressField, optionalPhoneField } from '../members/person-fields.ts';
import type { PlaceChoice } from '../places/places.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { rolesField } from '../roles/role-choices.tsx';
import type { RoleChoicesWords } from '../roles/role-choices.words.ts';
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
    .refine(
      (values) => problemOf(values, today, 'startsOn') === undefined,
      dayError('startsOn', today, errors),
    )
    .refine((values) => problemOf(values, today, 'endsOn') === undefined, dayError('endsOn', today, errors))
    .transform((values) => {
      const { email, fullName, place, roles, jobTitle, phone, seen } = values;
      return { email, fullName, branchId: place, roles, jobTitle, phone, seen, ...readDays(values) };
    });

/** Told together with what is wrong with the other fields, not after those are right. */
const dayError = (field: DayField, today: string, { noDay, ...errors }: CreateUserWords['errors']) => ({
  path: [datePart(field, 'day')],
  when: () => true,
  error: ({ input }: { input?: unknown }) => {
    const problem = problemOf(input as TypedDays, today, field) ?? 'noDay';
    return problem === 'noDay' ? noDay[field] : errors[problem];
  },
});

/** Gives the branch, or undefined for the whole practice. Who may add people at one place only need not choose. */
const placeField = (places: readonly PlaceChoice[], noPlace: string) =>
  z.string().transform((chosen, check): OrganisationId | undefined => {
    const only = places.length === 1 && chosen === '' ? places[0] : undefined;
    const place = only ?? places.find((one) => placeValue(one) === chosen);
    if (!place) check.addIssue({ code: 'custom', message: noPlace });
    return place?.branch?.id;
  });

type DayField = 'startsOn' | 'endsOn';
type TypedDays = Record<string, unknown>;
type DayProblem = 'noDay' | 'farStart' | 'endPast' | 'endFar' | 'endBeforeStart';

function problemOf(values: TypedDays, today: string, field: DayField): DayProblem | undefined {
  const day = readTypedDay(values, field);
  if (day === undefined) return undefined;
  if (day === 'impossible') return 'noDay';
  if (field === 'startsOn') return day > daysFrom(today, latestStart) ? 'farStart' : undefined;
  if (day < today) return 'endPast';
  if (day > daysFrom(today, latestEnd)) return 'endFar';
  const { startsOn } = readDays(values);
  return startsOn && day < startsOn ? 'endBeforeStart' : undefined;
}

function readDays(values: TypedDays): { startsOn: string | undefined; endsOn: string | undefined } {
  const [startsOn, endsOn] = [readTypedDay(values, 'startsOn'), readTypedDay(values, 'endsOn')];
  return {
    startsOn: startsOn === 'impossible' ? undefined : startsOn,
    endsOn: endsOn === 'impossible' ? undefined : endsOn,
  };
}
