import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { ProofRecord } from '../second-factors/factor.store.ts';
import { areEnough, canProve, needsFactor } from '../second-factors/factor-policy.ts';

interface Asking {
  settings: Pick<Settings, 'secondFactor' | 'organisations'>;
  realm: Realm;
  proof: ProofRecord;
}

/** What a log in waits for after the right password. Whoever has something to prove themselves with is asked for it. */
export function whatIsAsked(asking: Asking, now: Date): 'nothing' | 'code' | 'set-up' {
  if (!asking.proof.factors.some(canProve)) return lacksFactor(asking) ? 'set-up' : 'nothing';
  return isRemembered(asking, now) ? 'nothing' : 'code';
}

/** Whether the policy wants a way to prove oneself that this account does not have. */
export const lacksFactor = ({ settings, realm, proof }: Asking): boolean =>
  needsFactor(settings, realm, proof.roles) && !areEnough(settings.secondFactor, proof.factors);

const isRemembered = (asking: Asking, now: Date): boolean =>
  canRemember(asking) && !lacksFactor(asking) && (asking.proof.rememberedUntil ?? now) > now;

/** Staff and administrators give a code at every log in. */
export const canRemember = ({
  settings: { secondFactor, organisations },
  realm,
  proof,
}: {
  settings: Pick<Settings, 'secondFactor' | 'organisations'>;
  realm: Realm;
  proof: Pick<ProofRecord, 'roles'>;
}): boolean =>
  secondFactor.rememberDevice > 0 &&
  !needsFactor({ secondFactor: { needed: 'staff-and-administrators' }, organisations }, realm, proof.roles);
