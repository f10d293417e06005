import { useUiWords } from '../visit.ts';
import { Details } from './callouts.tsx';
import { ChartColumns, columnsHeight } from './chart-columns.tsx';
import { ChartRows, rowHeight } from './chart-rows.tsx';
import { type ChartScale, chartScale } from './chart-scale.ts';
import { Table } from './table.tsx';

export interface ChartPoint {
  /** A day, a week or a name. */
  label: string;
  /** Shorter, below its column. */
  short?: string;
  /** One for each series; null where nothing is known. */
  values: readonly (number | null)[];
}

export interface DrawnChart {
  scale: ChartScale;
  points: readonly ChartPoint[];
  say: (value: number) => string;
}

interface BarChartProps {
  /** Once on its page. */
  id: string;
  title: string;
  /** What there is to see, in a sentence, for whoever does not see it. */
  description: string;
  /** What the points are: “Week”, “Subject”. */
  category: string;
  /** What is counted; drawn on top of each other where there are several. */
  series: readonly string[];
  points: readonly ChartPoint[];
  /** `bars` and `line` go from left to right, as time does; `rows` are for names. */
  kind?: 'bars' | 'line' | 'rows';
  /** The end of the scale where it is known, like 100 for percentages. */
  maximum?: number;
  say?: (value: number) => string;
}

/** Numbers drawn on the server, in the theme’s colours, and the same numbers as a table. */
export function BarChart({ kind = 'bars', say = String, ...props }: BarChartProps) {
  const { chart } = useUiWords();
  const { id, title, points, series } = props;
  const largest = Math.max(0, ...points.map((point) => heightOf(point, kind)));
  const drawn = { scale: chartScale(largest, props.maximum), points, say };
  return (
    <figure className="gh-chart">
      <figcaption className="gh-chart__caption">{title}</figcaption>
      {series.length > 1 ? <Legend series={series} /> : null}
      <svg
        className="gh-chart__drawing"
        role="img"
        height={kind === 'rows' ? rowHeight * points.length : columnsHeight}
        aria-labelledby={`${id}-title ${id}-description`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{props.description}</desc>
        {kind === 'rows' ? <ChartRows {...drawn} /> : <ChartColumns {...drawn} kind={kind} />}
      </svg>
      <Details summary={chart.asTable}>
        <Numbers {...props} say={say} />
      </Details>
    </figure>
  );
}

/** Bars stand on top of each other; lines each begin at nothing. */
const heightOf = ({ values }: ChartPoint, kind: string): number => {
  const known = values.map((value) => value ?? 0);
  return kind === 'line' ? Math.max(0, ...known) : known.reduce((sum, value) => sum + value, 0);
};

const Legend = ({ series }: { series: readonly string[] }) => (
  <ul className="gh-chart__legend">
    {series.map((name, at) => (
      <li key={name}>
        <svg className="gh-chart__key" width="16" height="16" aria-hidden="true" focusable="false">
          <rect className={`gh-chart__series-${at + 1}`} width="16" height="16" />
        </svg>{' '}
        {name}
      </li>
    ))}
  </ul>
);

const Numbers = ({
  title,
  category,
  series,
  points,
  say,
}: BarChartProps & { say: (value: number) => string }) => (
  <Table
    caption={title}
    captionHidden
    columns={[{ heading: category }, ...series.map((heading) => ({ heading, numeric: true }))]}
    rows={points.map(({ label, values }) => [
      label,
      ...values.map((value) => (value === null ? '–' : say(value))),
    ])}
  />
);
