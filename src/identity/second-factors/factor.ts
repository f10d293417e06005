import type { Id } from '../../kernel/ids.ts';
import type { Settings } from '../../platform/settings/settings.ts';

export type FactorId = Id<'factor'>;
export type FactorKind = Settings['secondFactor']['methods'][number];

/** What a person has besides a password, in one realm. */
export interface Factor {
  id: FactorId;
  kind: FactorKind;
  /** What its owner calls it; empty where there can only be one of its kind. */
  name: string;
  isPreferred: boolean;
  addedAt: Date;
  lastUsedAt: Date | null;
  /** Before this it proves nothing alone: a number that joined or replaced others. */
  trustedFrom: Date;
  /** A number as typed, for its owner to read, and as dialled. */
  phone: string | null;
  phoneDialled: string | null;
  /** Unused recovery codes; zero for every other kind. */
  codesLeft: number;
  isBackedUp: boolean | null;
}

/** The end of a number, shown only after the password: "ends in 123". */
export const endOfNumber = ({ phoneDialled }: Pick<Factor, 'phoneDialled'>): string =>
  (phoneDialled ?? '').slice(-3);
