import { z } from 'zod';
import type { MemberId } from '../members/member.ts';
import { askedOf, type ReviewedPeople } from './read-review.ts';
import type { Decision } from './review-access.store.ts';

export const fieldOfPerson = (id: MemberId): string => `person-${id}`;

const nobody = '';

/** One question for each person asked about; each may still be left open. */
export const reviewForm = (people: ReviewedPeople) =>
  z.object({
    do: z.string(),
    ...Object.fromEntries(
      askedOf(people).map(({ member }) => [fieldOfPerson(member.id), z.enum(['keep', 'remove', nobody])]),
    ),
  });

export const answersIn = (
  people: ReviewedPeople,
  values: Readonly<Record<string, string>>,
): Map<MemberId, Decision> =>
  new Map(
    askedOf(people).flatMap(({ member: { id } }) => {
      const decision = values[fieldOfPerson(id)];
      return decision === 'keep' || decision === 'remove' ? [[id, decision] as const] : [];
    }),
  );
