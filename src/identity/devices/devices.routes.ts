import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import {
  changePasswordAddress,
  devicesAddress,
  logInAddress,
  recoveryAddress,
  securityAddress,
} from '../addresses.ts';
import { takeSession } from '../sessions/session-cookies.ts';
import { devicesPage, endOthersPage } from './devices.page.tsx';
import {
  type DevicesNeeds,
  type Ended,
  endAllOthers,
  endOneSession,
  forgetDevice,
  readDevices,
} from './devices.ts';
import { devicesWords } from './devices.words.ts';

/** The same page for people in the portal and for staff at the desk, each with the sessions of its own realm. */
export const devicesRoutes = (needs: DevicesNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => realmRoutes(needs, realm));

function realmRoutes(needs: DevicesNeeds, realm: Realm): Route[] {
  const base = devicesAddress(realm);
  const closed = { policy: loggedInTo[realm], supportAccess: 'never', realm } as const;
  const posted = { ...closed, method: 'POST', stepUp: true, formAt: base } as const;
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;
  return [
    route({ ...closed, method: 'GET', address: base }, (request, reply) =>
      showDevices(needs, realm, request, reply),
    ),
    route({ ...closed, method: 'GET', address: `${base}/others`, stepUp: true }, async (request, reply) =>
      show(reply, endOthersPage(base, wordsIn(devicesWords, request.language))),
    ),
    route({ ...posted, address: `${base}/others`, formAt: `${base}/others` }, async (request, reply) =>
      back(realm, request, reply, await endAllOthers(needs, request.actor)),
    ),
    route({ ...posted, address: `${base}/sessions/:id/end` }, async (request, reply) =>
      back(realm, request, reply, await endOneSession(needs, request.actor, idOf(request))),
    ),
    route({ ...posted, address: `${base}/:id/forget` }, async (request, reply) =>
      back(realm, request, reply, await forgetDevice(needs, request.actor, idOf(request))),
    ),
  ];
}

async function showDevices(needs: DevicesNeeds, realm: Realm, request: FastifyRequest, reply: FastifyReply) {
  const asked = request.query as { sessions?: unknown; devices?: unknown; done?: unknown };
  const words = wordsIn(devicesWords, request.language);
  const list = await readDevices(needs, request.actor, {
    sessions: numberIn(asked.sessions),
    devices: numberIn(asked.devices),
  });
  const done = typeof asked.done === 'string' && Object.hasOwn(words.done, asked.done);
  const notice = done ? words.done[asked.done as string] : undefined;
  const newPassword = realm === 'portal' ? changePasswordAddress : recoveryAddress(realm);
  const shared = { base: devicesAddress(realm), newPassword, security: securityAddress(realm) };
  return show(reply, devicesPage({ ...list, ...shared, settings: needs.settings, done: notice }, words));
}

const numberIn = (asked: unknown): number => Math.trunc(Number(asked)) || 1;

/** Who ended the session they are in is logged out. */
function back(realm: Realm, request: FastifyRequest, reply: FastifyReply, { outcome, ownEnded }: Ended) {
  if (!ownEnded) return reply.redirect(`${devicesAddress(realm)}?done=${outcome}`, 303);
  takeSession(request, realm);
  return reply.redirect(logInAddress(realm), 303);
}
