/** How tall the numbers of a chart are drawn, and the lines beside which they are read. */
export interface ChartScale {
  maximum: number;
  ticks: readonly number[];
}

const wantedTicks = 4;

/** Ends at a round number that holds the largest; `maximum` fixes it, as for percentages. Whole numbers only. */
export function chartScale(largest: number, maximum?: number): ChartScale {
  const top = maximum ?? Math.max(1, largest);
  const step = roundStep(top / wantedTicks);
  const end = maximum ?? Math.ceil(top / step) * step;
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
  return { maximum: end, ticks };
}

/** 1, 2, 5, 10, 20, 50 and so on: what people count in; 25 for a hundred. */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return (
    ([1, 2, 2.5, 5, 10].find((step) => step * power >= least && Number.isInteger(step * power)) ?? 10) * power
  );
}

const mostLabels = 6;

/** Every how many columns there is room for the name of one, on the smallest screen. */
export const labelEvery = (columns: number): number => Math.max(1, Math.ceil(columns / mostLabels));
