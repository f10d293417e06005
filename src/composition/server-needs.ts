import type { FastifyReply } from 'fastify';
import {
  confirmAddress,
  createKeptForms,
  findLapsedSession,
  identify,
  isConfirmed,
  readSessionToken,
  ticketLogInAddress,
} from '../identity/index.ts';
import type { Place } from '../kernel/actor.ts';
import { hashOfSecret } from '../kernel/secrets.ts';
import { explainRefusal } from '../organisations/index.ts';
import type { ServerNeeds } from '../platform/http/index.ts';
import { errorFields, type Log, requestFields } from '../platform/logging/index.ts';
import type { Metrics } from '../platform/metrics/index.ts';
import { errorPage, renderPage } from '../ui/index.ts';
import { codeInAddress } from './code-in-address.ts';
import type { Needs } from './needs.ts';

const logInAddresses: Record<Place, string> = {
  portal: '/log-in',
  support: '/log-in/staff',
  tickets: ticketLogInAddress,
};

/** Whoever has only tickets proves themselves again by logging in again, with a password or without. */
const confirmAddresses: Record<Place, string> = {
  portal: `${confirmAddress('portal')}?`,
  support: `${confirmAddress('support')}?`,
  tickets: `${ticketLogInAddress}?again=yes&`,
};

/** What the web server asks of the modules above it. */
export const serverNeeds = (needs: Needs, metrics: Metrics, log: Log): ServerNeeds => ({
  ...needs,
  identify: (request, place, how = { quietly: false }) =>
    identify(needs, readSessionToken(request, place), place, {
      ...how,
      organisation: codeInAddress(request),
    }),
  findEndedSession: async (request) => {
    const token = readSessionToken(request, request.place);
    return token ? findLapsedSession(needs.database, hashOfSecret(token), request.realm) : undefined;
  },
  isConfirmed: (actor) => isConfirmed(needs, actor),
  keptForms: createKeptForms(needs),
  languageOf: ({ actor }) => actor?.person.language ?? needs.settings.service.language,
  endingPage: (request, status, retryAfterSeconds) => {
    const details = { status, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
    return renderPage(errorPage(details, request.visit), request.visit);
  },
  refusalPage: async (request, actor) => {
    const code = codeInAddress(request);
    const page = code && (await explainRefusal(needs, actor, { code, language: request.language }));
    return page ? renderPage(page, request.visit) : undefined;
  },
  logInAddress: (place, next, ended) =>
    `${logInAddresses[place]}?next=${encodeURIComponent(next)}${ended ? `&ended=${ended}` : ''}`,
  confirmAddress: (place, next) => `${confirmAddresses[place]}next=${encodeURIComponent(next)}`,
  onAnswer: (request, reply) => {
    const fields = requestFields(request, reply);
    // How long somebody looks is not how long an answer took.
    if (!isStream(reply)) metrics.answered(fields);
    metrics.hashQueue.set(needs.hasher.waiting());
    log.info({ ...fields }, 'answered');
  },
  onSurprise: (request, error) => {
    metrics.surprised();
    log.error(
      { requestId: request.id, route: request.routeOptions.url, err: errorFields(error) },
      'a surprise',
    );
  },
});

const isStream = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type')).startsWith('text/event-stream');
