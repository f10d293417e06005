import { z } from 'zod';
import { manyOf } from '../../ui/index.ts';
import { refusalReasons } from '../access-request.ts';
import type { Here } from '../here.ts';
import type { PlaceChoice } from '../places/places.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { rolesField } from '../roles/role-choices.tsx';
import type { RoleChoicesWords } from '../roles/role-choices.words.ts';
import type { AccessRequestsWords } from './access-requests.words.ts';
import { codeOfPlace } from './request-here.ts';

/** Where there is only one place, it is not asked. */
export const approveForm = (
  { here, places, roles }: { here: Here; places: readonly PlaceChoice[]; roles: readonly RoleChoice[] },
  { errors }: AccessRequestsWords,
  roleWords: RoleChoicesWords,
) =>
  z.object({
    place: z.string().transform((code, check): PlaceChoice => {
      const chosen = places.length === 1 ? places[0] : places.find((one) => codeOfPlace(one, here) === code);
      if (chosen) return chosen;
      check.addIssue({ code: 'custom', message: errors.noPlace });
      return z.NEVER;
    }),
    roles: rolesField(roles, roleWords),
  });

export const refuseForm = ({ errors }: AccessRequestsWords) =>
  z.object({
    reason: z.enum(refusalReasons, errors.noReason),
    told: manyOf(z.array(z.string()).transform((ticked) => !ticked.includes('hidden'))),
  });
