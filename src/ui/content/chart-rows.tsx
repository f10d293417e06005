import type { ChartPoint, DrawnChart } from './bar-chart.tsx';
import { stackOf } from './chart-columns.tsx';

export const rowHeight = 46;
/** As much of a name as fits a line of the smallest screen; the table holds all of it. */
const longestName = 32;

/** Points below each other, each with its name above its bar. */
export const ChartRows = (chart: DrawnChart) =>
  chart.points.map((point, at) => <Row {...chart} point={point} top={at * rowHeight} key={point.label} />);

const Row = ({ scale, say, point, top }: DrawnChart & { point: ChartPoint; top: number }) => (
  <g>
    <text className="gh-chart__name" x="0" y={top + 16}>
      {shortened(point.short ?? point.label)}
    </text>
    <text className="gh-chart__name" x="100%" y={top + 16} textAnchor="end">
      {say(totalOf(point))}
    </text>
    <rect className="gh-chart__track" x="0" width="100%" y={top + 22} height="14" />
    {stackOf(point).map(({ from, value, series }) => (
      <rect
        className={`gh-chart__series-${series}`}
        x={percent(from / scale.maximum)}
        width={percent(value / scale.maximum)}
        y={top + 22}
        height="14"
        key={series}
      />
    ))}
  </g>
);

const totalOf = ({ values }: ChartPoint) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

const shortened = (name: string) =>
  name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name;
