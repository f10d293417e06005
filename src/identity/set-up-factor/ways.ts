import type { FactorKind } from '../second-factors/factor.ts';

/** What a person chooses between: an app has a guide for phones and one for computers. */
export type Way = FactorKind | 'computer';

export const waysOf = (methods: readonly FactorKind[]): Way[] =>
  methods.flatMap((kind): Way[] => (kind === 'authenticator' ? ['authenticator', 'computer'] : [kind]));
