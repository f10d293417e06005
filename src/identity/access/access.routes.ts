import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type FormState, filledForm, keptForm, readPosted, show, withError } from '../../ui/index.ts';
import { accessAddress, switchOrganisationAddress } from './access.addresses.ts';
import { accessPage } from './access.page.tsx';
import { type Choosable, listAccess, listChoosable } from './access.store.ts';
import { accessWords } from './access.words.ts';
import { switchOrganisationPage } from './switch-organisation.page.tsx';
import { type SwitchOrganisationNeeds, switchOrganisation } from './switch-organisation.ts';

export interface AccessNeeds extends SwitchOrganisationNeeds {
  settings: Pick<Settings, 'organisations' | 'service'>;
}

const mine = { policy: loggedIn, supportAccess: 'never' } as const;
const switchAddress = switchOrganisationAddress();

const switchForm = z.object({ organisation: z.string(), next: z.string().transform(safeNext) });

export const accessRoutes = (needs: AccessNeeds): Route[] => [
  route({ ...mine, method: 'GET', address: accessAddress, supportAccess: 'read' }, async (request, reply) => {
    ask(loggedIn, request.actor, undefined);
    const access = await listAccess(needs.database, request.actor.subject);
    const { timeZone } = needs.settings.service;
    const { registration, services } = needs.settings.organisations;
    const maySwitch = request.actor.person.organisation?.isOneOfSeveral ?? false;
    return show(reply, accessPage({ access, timeZone, services, registration, maySwitch }, wordsOf(request)));
  }),
  route({ ...mine, method: 'GET', address: switchAddress }, (request, reply) => {
    const { next } = request.query as { next?: unknown };
    const chosen = {
      organisation: request.actor?.person.organisation?.id ?? '',
      ...keptForm(request).values,
    };
    return showSwitch(needs, request, reply, filledForm(chosen), safeNext(next));
  }),
  route(
    { ...mine, method: 'POST', address: switchAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(switchForm, request);
      const { next } = form.values;
      if (!form.valid) return showSwitch(needs, request, reply, form, safeNext(next));
      const { outcome } = await switchOrganisation(needs, request.actor, form.values.organisation);
      if (outcome === 'switched') return reply.redirect(next ?? accessAddress, 303);
      const { notYours } = wordsOf(request).choose;
      const again = withError(filledForm({}), 'organisation', notYours);
      return showSwitch(needs, request, reply, again, next);
    },
  ),
];

async function showSwitch(
  needs: AccessNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
  next: string | undefined,
) {
  ask(loggedIn, request.actor, undefined);
  const all = await listChoosable(needs.database, request.actor.person.accountId);
  const { find } = request.query as { find?: unknown };
  const looked = typeof find === 'string' ? find.trim() : '';
  const organisations = all.filter((one) => fits(one, looked));
  const props = { organisations, total: all.length, find: looked, next, form };
  return show(reply, switchOrganisationPage(props, wordsOf(request)), form.errors.length > 0 ? 422 : 200);
}

const fits = ({ name, code }: Choosable, find: string): boolean =>
  `${name} ${code ?? ''}`.toLowerCase().includes(find.toLowerCase());

const wordsOf = (request: FastifyRequest) => wordsIn(accessWords, request.language);
