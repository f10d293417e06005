import type { AccountId, Id, OrganisationId } from './ids.ts';
import type { Language } from './words.ts';

/** Where credentials, sessions and counters belong: the portal, or the support centre and its staff. */
export type Realm = 'portal' | 'support';

/** Which door a request comes through; tickets have one of their own into the realm of support. */
export type Place = Realm | 'tickets';

export type SessionId = Id<'session'>;
export type GrantId = Id<'grant'>;

/** A role is held in one organisation, for one service. */
export interface Role {
  organisationId: OrganisationId;
  service: string;
  role: string;
}

/** Where a person acts now; nowhere for staff, and for who belongs to no organisation. */
export interface ActingFor {
  id: OrganisationId;
  /** Nothing of an organisation that no register knows. */
  code: string | null;
  name: string;
  /** Whether there is another to switch to. */
  isOneOfSeveral: boolean;
}

/** When a session ends by itself: without use, and however much it is used. */
export interface SessionEnds {
  idleAt: Date;
  atLatest: Date;
}

/** A person who logged in, in one realm. */
export interface Person {
  accountId: AccountId;
  name: string;
  realm: Realm;
  /** What they chose to read; the portal's own language where they chose none. */
  language: Language | undefined;
  sessionId: SessionId;
  /** When a password or factor was last given; changes that need it fresh look here. */
  authenticatedAt: Date;
  /** When a security code or passkey was last given in this session; never with the password alone. */
  factorProvenAt: Date | undefined;
  sessionEnds: SessionEnds;
  roles: readonly Role[];
  organisation: ActingFor | undefined;
}

/** Who acts, for whom, and by which permission; `subject` differs from `person` only under a grant. */
export interface Actor {
  person: Person;
  subject: AccountId;
  grant: GrantId | undefined;
}

export const actingForThemselves = (person: Person): Actor => ({
  person,
  subject: person.accountId,
  grant: undefined,
});

export const holds = (actor: Actor | undefined, service: string, ...roles: string[]): boolean =>
  actor?.person.roles.some((held) => held.service === service && roles.includes(held.role)) ?? false;
