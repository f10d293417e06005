import { createHash } from 'node:crypto';
import { authenticatorSecretLength, codeAt, needsFactor } from '../identity/index.ts';
import type { Settings } from '../platform/settings/settings.ts';
import type { DemoPerson } from './demo-people.ts';

/** Where the texts of demo people go: a number kept for drama. */
export const demoNumber = '07700 900101';

/** The one newcomer who sets up a way to get security codes as anybody else does. */
const setsUp: DemoPerson['key'] = 'second-newcomer';

type DemoCodes = 'has' | 'sets-up' | 'none';

/** Whether a demo person is asked for a security code when they log in. */
export function codesOf(
  { key, realm, role }: DemoPerson,
  settings: Pick<Settings, 'secondFactor' | 'organisations'>,
): DemoCodes {
  const roles = role ? [{ service: realm, role }] : [];
  if (!needsFactor(settings, realm, roles)) return 'none';
  return key === setsUp ? 'sets-up' : 'has';
}

/** The key of somebody's authenticator app; invented, and for all to know. */
export const demoSecret = ({ key }: DemoPerson): Uint8Array =>
  createHash('sha256').update(`sandbox ${key}`).digest().subarray(0, authenticatorSecretLength);

/** What that app shows now. */
export const demoCode = (person: DemoPerson, now: Date): string => codeAt(demoSecret(person), now);
