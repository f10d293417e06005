import type { OrganisationId } from '../../kernel/ids.ts';

export type RegisterStatus = 'active' | 'closed' | 'dormant' | 'proposed';

/** An organisation as the register describes it, and when it registered here. */
export interface Organisation {
  id: OrganisationId;
  code: string;
  kind: 'practice' | 'branch';
  name: string;
  addressLines: string[];
  postcode: string | undefined;
  phone: string | undefined;
  status: RegisterStatus;
  prescribingSetting: string | undefined;
  closedOn: string | undefined;
  parentCode: string | undefined;
  /** The practice of a branch. */
  parentId: OrganisationId | undefined;
  registeredAt: Date | undefined;
}

export type Standing = 'registrable' | 'registered' | 'closed' | 'dormant' | 'not-registrable';

/** Whether a practice may register on a day. A close date that has come counts before the next import says so. */
export function standingOf(
  practice: Organisation,
  registrableSettings: readonly string[],
  today: string,
): Standing {
  if (isClosedOn(practice, today)) return 'closed';
  if (practice.status === 'dormant') return 'dormant';
  if (practice.registeredAt) return 'registered';
  const isRegistrable = registrableSettings.includes(practice.prescribingSetting ?? '');
  return isRegistrable && practice.status === 'active' ? 'registrable' : 'not-registrable';
}

/** Whether it is closed on a day, by the register's word or by its date. */
export const isClosedOn = ({ status, closedOn }: Organisation, today: string): boolean =>
  status === 'closed' || hasPassed(closedOn, today);

const hasPassed = (closedOn: string | undefined, today: string): boolean =>
  closedOn !== undefined && closedOn <= today;
