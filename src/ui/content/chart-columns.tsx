import { classes } from '../form-components/field.tsx';
import type { ChartPoint, DrawnChart } from './bar-chart.tsx';
import { labelEvery } from './chart-scale.ts';

/** Across in percent, so that it fits every screen; upwards in pixels, so that letters keep their size. */
const left = 12;
const top = 14;
const bottom = 194;
export const columnsHeight = 222;

/** Points from left to right. */
export const ChartColumns = ({ kind, ...chart }: DrawnChart & { kind: 'bars' | 'line' }) => (
  <>
    <Grid {...chart} />
    {kind === 'bars' ? <Bars {...chart} /> : <Lines {...chart} />}
    <Labels points={chart.points} />
  </>
);

const yOf = (value: number, { scale }: DrawnChart) =>
  Math.round(bottom - ((bottom - top) * value) / scale.maximum);

const slotOf = (points: readonly ChartPoint[]) => (100 - left) / Math.max(1, points.length);

const middleOf = (at: number, points: readonly ChartPoint[]) => left + slotOf(points) * (at + 0.5);

const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

const Grid = (chart: DrawnChart) =>
  chart.scale.ticks.map((tick) => (
    <g key={tick}>
      <line
        className="gh-chart__grid"
        x1={percent(left)}
        x2="100%"
        y1={yOf(tick, chart)}
        y2={yOf(tick, chart)}
      />
      <text className="gh-chart__tick" x={percent(left - 2)} y={yOf(tick, chart) + 4} textAnchor="end">
        {chart.say(tick)}
      </text>
    </g>
  ));

const Labels = ({ points }: Pick<DrawnChart, 'points'>) => {
  const every = labelEvery(points.length);
  return points.map(({ label, short }, at) =>
    at % every === 0 ? (
      <text
        className={classes('gh-chart__tick', at % (every * 2) !== 0 && 'gh-chart__where-wide')}
        x={percent(middleOf(at, points))}
        y={columnsHeight - 6}
        textAnchor="middle"
        key={label}
      >
        {short ?? label}
      </text>
    ) : null,
  );
};

const Bars = (chart: DrawnChart) => {
  const width = slotOf(chart.points) * 0.7;
  return chart.points.flatMap((point, at) =>
    stackOf(point).map(({ from, value, series }) => (
      <rect
        className={`gh-chart__series-${series}`}
        x={percent(middleOf(at, chart.points) - width / 2)}
        width={percent(width)}
        y={yOf(from + value, chart)}
        height={yOf(from, chart) - yOf(from + value, chart)}
        key={`${point.label} ${series}`}
      />
    )),
  );
};

export interface StackedValue {
  from: number;
  value: number;
  series: number;
}

/** Each value on top of those before it; what is nothing or unknown takes no room. */
export function stackOf({ values }: ChartPoint): StackedValue[] {
  let from = 0;
  return values.flatMap((value, at) => {
    const stacked = { from, value: value ?? 0, series: at + 1 };
    from += stacked.value;
    return stacked.value > 0 ? [stacked] : [];
  });
}

const Lines = (chart: DrawnChart) =>
  (chart.points[0]?.values ?? []).map((_, series) => <Line {...chart} series={series} key={series} />);

/** Broken where nothing is known. */
const Line = ({ series, ...chart }: DrawnChart & { series: number }) =>
  chart.points.map(({ label, values }, at) => {
    const value = values[series] ?? null;
    const before = chart.points[at - 1]?.values[series] ?? null;
    if (value === null) return null;
    const [x, y] = [percent(middleOf(at, chart.points)), yOf(value, chart)];
    const begins = percent(middleOf(at - 1, chart.points));
    return (
      <g className={`gh-chart__line-${series + 1}`} key={label}>
        {before === null ? null : <line x1={begins} y1={yOf(before, chart)} x2={x} y2={y} />}
        <circle cx={x} cy={y} r={4} />
      </g>
    );
  });
