import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  accountNavigation,
  sessionAddresses,
  sessionLeft,
  switchOrganisationAddress,
} from '../identity/index.ts';
import type { Actor, Place } from '../kernel/actor.ts';
import { administersAnything, organisationAddress, samePageElsewhere } from '../organisations/index.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { deskNavigation, ticketsNavigation } from '../support/index.ts';
import type { Visit } from '../ui/index.ts';
import type { Needs } from './needs.ts';

const links: Record<Place, Visit['links']> = {
  portal: { home: '/', logIn: '/log-in', account: '/account', logOut: '/log-out' },
  support: { home: '/desk', logIn: '/log-in/staff', account: '/desk/devices', logOut: '/log-out/staff' },
  tickets: { home: '/', logIn: '/tickets/log-in', account: '/tickets/account', logOut: '/tickets/log-out' },
};

/** Makes `request.visit`: what every page knows about the request it answers. */
export function decorateVisit(server: FastifyInstance, needs: Needs, assets: Visit['assets']): void {
  server.decorateRequest('visit', {
    getter() {
      return visitOf(this, needs, assets);
    },
  });
}

function visitOf(request: FastifyRequest, needs: Needs, assets: Visit['assets']): Visit {
  const { actor, language, place } = request;
  const path = request.url.split('?')[0] ?? '/';
  const { name, theme } = needs.settings.service;
  return {
    language,
    nonce: request.nonce,
    get csrfToken() {
      return request.csrfToken;
    },
    kept: request.keptSecret,
    path,
    requestId: request.id,
    service: { name, origin: needs.origin, theme },
    sandbox: needs.sandbox,
    person: actor && { name: actor.person.name, ...organisationOf(actor, request) },
    // A session that lasts warns of no end.
    session: actor && place !== 'tickets' ? sessionOf(actor, needs) : undefined,
    links: place === 'portal' && actor === undefined ? links.portal : { ...links[place] },
    logInDialog: needs.settings.logIn.dialog && place === 'portal' && !actor && !request.isTurnedAway,
    navigation: actor ? navigationOf(actor, request, path, needs.settings) : [],
    assets,
  };
}

function navigationOf(actor: Actor, { language, place }: FastifyRequest, path: string, settings: Settings) {
  if (place === 'tickets') return ticketsNavigation(path, language);
  if (place === 'support') return deskNavigation(actor, path, language, settings);
  const hasOrganisations = settings.organisations.registration || actor.person.organisation !== undefined;
  const hasPeople = administersAnything(actor, settings.organisations.services);
  return accountNavigation(path, language, { hasOrganisations, hasPeople });
}

/**
 * Who changes it comes back to the page they were on, of the other organisation if it is one of an organisation's; one
 * that answers a form cannot be opened again.
 */
function organisationOf({ person }: Actor, { method, url }: FastifyRequest) {
  const { organisation } = person;
  if (!organisation) return {};
  const { code, name, isOneOfSeveral } = organisation;
  const back = samePageElsewhere(url.split('?')[0] ?? '') ?? (method === 'GET' ? url : undefined);
  const switchHref = isOneOfSeveral ? switchOrganisationAddress(back) : undefined;
  return { organisation: { name, href: code ? organisationAddress(code) : undefined, switchHref } };
}

function sessionOf({ person }: Actor, { clock, settings }: Needs): Visit['session'] {
  const { idle, longest, warnBefore } = settings.session;
  return {
    ...sessionLeft(person, clock.now()),
    warnBefore,
    idle,
    longest,
    ...sessionAddresses(person.realm),
  };
}
