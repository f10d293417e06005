import type { Settings } from '../../platform/settings/settings.ts';
import type { Factor, FactorKind } from './factor.ts';
import { areEnough } from './factor-policy.ts';

type Rules = Pick<Settings['secondFactor'], 'methods' | 'textAlone'>;

/** Whether a kind stands only beside a stronger one. */
export const needsStronger = ({ textAlone }: Pick<Rules, 'textAlone'>, kind: FactorKind): boolean =>
  kind === 'email' || (kind === 'text' && !textAlone);

/** What can be added now, in the order of the setting: what is too weak alone comes once there is something stronger. */
export const offeredMethods = (rules: Rules, factors: readonly Factor[]): FactorKind[] =>
  rules.methods.filter((kind) => !needsStronger(rules, kind) || areEnough(rules, factors));

/** What is offered once a stronger one was set up. */
export const laterMethods = (rules: Rules, factors: readonly Factor[]): FactorKind[] =>
  rules.methods.filter((kind) => needsStronger(rules, kind) && !areEnough(rules, factors));
