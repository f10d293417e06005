import type { ChartPoint, DrawnChart } from './bar-chart.tsx';
import { stackOf } from './chart-columns.tsx';

export const rowHeight = 46;
/** As much of a name as fits a line, of the smallest screen and of others; the table holds all of it. */
const longestName = { narrow: 32, wide: 80 };

/** Points below each other, each with its name above its bar. */
export const ChartRows = (chart: DrawnChart) =>
  chart.points.map((point, at) => <Row {...chart} point={point} top={at * rowHeight} key={point.label} />);

const Row = ({ scale, say, point, top }: DrawnChart & { point: ChartPoint; top: number }) => (
  <g>
    <Name name={point.short ?? point.label} y={top + 16} />
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

/** What would be cut on the smallest screen stands twice, of which each screen shows one. */
const Name = ({ name, y }: { name: string; y: number }) =>
  name.length <= longestName.narrow ? (
    <text className="gh-chart__name" x="0" y={y}>
      {name}
    </text>
  ) : (
    (['narrow', 'wide'] as const).map((screen) => (
      <text className={`gh-chart__name gh-chart__where-${screen}`} x="0" y={y} key={screen}>
        {shortened(name, longestName[screen])}
      </text>
    ))
  );

const totalOf = ({ values }: ChartPoint) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

const shortened = (name: string, most: number) =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
