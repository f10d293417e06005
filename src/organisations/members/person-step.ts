import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  type FormState,
  filledForm,
  keptForm,
  type Page,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../ui/index.ts';
import { type UserStep, userAddress } from '../addresses.ts';
import type { HereNeeds } from '../here.ts';
import { findPersonHere, type PersonAddress, type PersonHere } from './person-here.ts';

/** A request to do something about one person. */
export interface AtPerson {
  request: FastifyRequest;
  address: PersonAddress;
  person: PersonHere;
}

/** To the person, whose page says what is done, if anything; to the form again, of the person as they are now; to a refusal. */
export type AfterStep = { done: string } | { again: FormState; person?: PersonHere } | { refused: Page };

interface PersonStep<Schema extends z.ZodType> {
  step: UserStep;
  policy: Route['policy'];
  /** Asks the policy. None where the person is not in the state for it, and it leads back to them. */
  page(at: AtPerson, form: FormState): Page | undefined | Promise<Page | undefined>;
  form(at: AtPerson): Schema | Promise<Schema>;
  act(at: AtPerson, values: z.output<Schema>): Promise<AfterStep>;
}

/** The two routes of a step about one person: its form, and what is posted from it. */
export function personStep<Schema extends z.ZodType>(
  needs: HereNeeds & { database: Database },
  { step, policy, page, form, act }: PersonStep<Schema>,
): Route[] {
  const address = userAddress(':code', ':id', step);
  const shared = { address, policy, supportAccess: 'never', stepUp: true } as const;
  const come = async (request: FastifyRequest): Promise<AtPerson> => {
    const address = request.params as PersonAddress;
    return { request, address, person: await findPersonHere(needs, needs.database, request.actor, address) };
  };
  const showStep = async (reply: FastifyReply, at: AtPerson, filled: FormState) => {
    const shown = await page(at, filled);
    return shown ? show(reply, shown, filled.errors.length > 0 ? 422 : 200) : backTo(reply, at.person);
  };
  return [
    route({ ...shared, method: 'GET' }, async (request, reply) =>
      showStep(reply, await come(request), keptForm(request)),
    ),
    route({ ...shared, method: 'POST', staleForm: 'shown-again' }, async (request, reply) => {
      const at = await come(request);
      const posted = readPosted(await form(at), request);
      if (!posted.valid) return showStep(reply, at, posted);
      const after = await act(at, posted.values);
      if ('refused' in after) return show(reply, after.refused, 409);
      if ('done' in after) return backTo(reply, at.person, after.done);
      return showStep(reply, { ...at, person: after.person ?? at.person }, after.again);
    }),
  ];
}

/** What was typed, which was valid, to be shown again. */
export const typedAgain = ({ request }: AtPerson): FormState => filledForm(typedValues(request.body));

export const wrong = (at: AtPerson, message: string, field = ''): AfterStep => ({
  again: withError(typedAgain(at), field, message),
});

const backTo = (reply: FastifyReply, { here, member }: PersonHere, done = '') =>
  reply.redirect(userAddress(here.organisation.code, member.id) + (done && `?done=${done}`), 303);
