import type { Surroundings } from './surroundings.ts';

/** One line of the table. */
export interface Measured {
  what: string;
  measured: string;
  budget: string;
  /** Undefined where there is no budget, or the run was too small to judge it. */
  isKept?: boolean | undefined;
}

/** One subject of the bench, run by its name. */
export interface Part {
  name: string;
  about: string;
  run(surroundings: Surroundings): Promise<Measured[]>;
}

export const atMost = (what: string, value: number, most: number, unit: string): Measured => ({
  what,
  measured: `${shown(value)} ${unit}`,
  budget: `≤ ${most} ${unit}`,
  isKept: value <= most,
});

export const atLeast = (what: string, value: number, least: number, unit: string): Measured => ({
  what,
  measured: `${shown(value)} ${unit}`,
  budget: `≥ ${least} ${unit}`,
  isKept: value >= least,
});

/** For what has no budget and makes the numbers beside it readable. */
export const noted = (what: string, measured: string): Measured => ({ what, measured, budget: '' });

export const shown = (value: number): string =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en-GB')
    : String(Number(value.toPrecision(value < 1 ? 2 : 3)));
