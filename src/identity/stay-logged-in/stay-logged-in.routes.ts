import type { FastifyReply } from 'fastify';
import type { Person, Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after } from '../../kernel/duration.ts';
import { ask, loggedIn, loggedInTo } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { touchSession } from '../sessions/session.store.ts';

export interface StayNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'session'>;
}

/** What the browser code asks by itself: how long the session has left; and what "Stay logged in" sends. */
export const sessionAddresses = (realm: Realm) =>
  realm === 'support'
    ? { status: '/desk/session', stay: '/desk/stay' }
    : { status: '/account/session', stay: '/account/stay' };

export const sessionLeft = ({ sessionEnds }: Pick<Person, 'sessionEnds'>, now: Date) => ({
  idleIn: Math.max(0, sessionEnds.idleAt.getTime() - now.getTime()),
  longestIn: Math.max(0, sessionEnds.atLatest.getTime() - now.getTime()),
});

export const stayRoutes = (needs: StayNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => {
    const { status, stay } = sessionAddresses(realm);
    const closed = { policy: loggedInTo[realm], supportAccess: 'never', realm } as const;
    return [
      route({ ...closed, method: 'GET', address: status, quiet: true }, async (request, reply) => {
        ask(loggedIn, request.actor, undefined);
        return tellLeft(reply, request.actor.person, needs.clock.now());
      }),
      route({ ...closed, method: 'POST', address: stay }, async (request, reply) => {
        ask(loggedIn, request.actor, undefined);
        const { person } = request.actor;
        const now = needs.clock.now();
        await touchSession(needs.database, person.sessionId, now);
        const { atLatest } = person.sessionEnds;
        const idleAt = after(now, needs.settings.session.idle);
        return tellLeft(reply, { sessionEnds: { idleAt, atLatest } }, now);
      }),
    ];
  });

function tellLeft(reply: FastifyReply, person: Pick<Person, 'sessionEnds'>, now: Date) {
  const { idleIn, longestIn } = sessionLeft(person, now);
  return reply.send({ idle: idleIn, longest: longestIn });
}
