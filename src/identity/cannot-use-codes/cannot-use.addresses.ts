import type { Realm } from '../../kernel/actor.ts';
import { codeAddress } from '../addresses.ts';

export const cannotUseAddress = (realm: Realm, step: '' | '/ask' | '/send' = ''): string =>
  `${codeAddress(realm)}/cannot-use${step}`;
