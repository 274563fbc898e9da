import { clsx } from "clsx";
import { Table, Tbody, Td, Th, Thead } from "./table";

export type WeekBar = {
  readonly id: string;
  /** The first day of the week. */
  readonly label: string;
  readonly span: string;
  /** Plain decimal text, `6781.50`: it sets the height only. */
  readonly size: string;
  /** The amount as people read it. */
  readonly amount: string;
  readonly note: string;
  /** Drawn hollow: not certain to fall into this week. */
  readonly estimate?: boolean;
};

type WeekBarsProps = {
  readonly caption: string;
  /** What the amounts are: the heading of their column. */
  readonly amounts: string;
  readonly bars: readonly WeekBar[];
};

const HEIGHT = 120;
const AXIS = 56;
const LABEL_WIDTH = 84;
const WIDTH_AIMED_AT = 1000;
const STEP = { min: 8, max: 28 } as const;
const WEEK_MILLISECONDS = 7 * 24 * 3600 * 1000;

const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

type Drawn = { readonly bar: WeekBar; readonly x: number; readonly width: number; readonly height: number };

/**
 * Geometry only: the figures people read come as text and stand in the table, with their cents. A week in which nothing
 * stands keeps its place, so that distance is time; where both kinds are drawn, each has its half of the week.
 */
function drawingOf(bars: readonly WeekBar[]) {
  const sizes = bars.map(({ size }) => Math.max(0, Number(size)));
  const top = Math.max(1, ...sizes);
  const times = bars.map(({ label }) => Date.parse(label));
  const first = Math.min(...times);
  const weeks = 1 + Math.round((Math.max(...times) - first) / WEEK_MILLISECONDS);
  const step = Math.min(STEP.max, Math.max(STEP.min, WIDTH_AIMED_AT / weeks));
  const share =
    bars.some(({ estimate }) => estimate === true) && bars.some(({ estimate }) => estimate !== true);
  const drawn = bars.map((bar, index): Drawn => {
    const size = sizes[index] ?? 0;
    const week = Math.round(((times[index] ?? first) - first) / WEEK_MILLISECONDS);
    const width = (step * 0.7) / (share ? 2 : 1);
    return {
      bar,
      x: AXIS + week * step + step * 0.15 + (share && bar.estimate === true ? width : 0),
      width,
      height: size === 0 ? 0 : Math.max(2, (size / top) * HEIGHT),
    };
  });
  return { top, drawn, width: AXIS + weeks * step + LABEL_WIDTH };
}

/** Those weeks whose labels do not run into the one before. */
function labelled(drawn: readonly Drawn[]): readonly Drawn[] {
  let end = -Infinity;
  return drawn.filter(({ x }) => {
    if (x < end) return false;
    end = x + LABEL_WIDTH;
    return true;
  });
}

/** Dollars by week as bars, and the same as a table. Only the axis is abbreviated. */
export function WeekBars({ caption, amounts, bars }: WeekBarsProps) {
  const { top, drawn, width } = drawingOf(bars);
  return (
    <figure>
      <div className="overflow-x-auto px-4 py-3" tabIndex={0} role="region" aria-label={`${caption}, chart`}>
        <svg
          role="img"
          aria-label={`${caption}. The table below has the figures.`}
          width={width}
          height={HEIGHT + 40}
          className="block text-xs"
        >
          {[1, 0.5, 0].map((part) => (
            <g key={part}>
              <line
                x1={AXIS}
                x2={width}
                y1={8 + HEIGHT * (1 - part)}
                y2={8 + HEIGHT * (1 - part)}
                className="stroke-line"
              />
              <text
                x={AXIS - 6}
                y={12 + HEIGHT * (1 - part)}
                textAnchor="end"
                className="fill-muted font-mono"
              >
                {SHORT.format(top * part)}
              </text>
            </g>
          ))}
          {drawn.map(({ bar, x, width: barWidth, height }) => (
            <rect
              key={bar.id}
              x={x}
              y={8 + HEIGHT - height}
              width={barWidth}
              height={height}
              strokeWidth={1.5}
              className={clsx(
                "stroke-accent",
                bar.estimate === true ? "fill-accent-wash [stroke-dasharray:3_2]" : "fill-accent",
              )}
            >
              <title>{`${bar.span}: ${bar.amount}`}</title>
            </rect>
          ))}
          {labelled(drawn).map(({ bar, x }) => (
            <text key={bar.id} x={x} y={HEIGHT + 26} className="fill-muted font-mono">
              {bar.label}
            </text>
          ))}
        </svg>
      </div>
      <WeekTable caption={caption} amounts={amounts} bars={bars} />
    </figure>
  );
}

function WeekTable({ caption, amounts, bars }: WeekBarsProps) {
  return (
    <Table caption={caption} className="border-t border-line">
      <Thead>
        <tr>
          <Th>Week</Th>
          <Th>Entries</Th>
          <Th num>{amounts}</Th>
        </tr>
      </Thead>
      <Tbody>
        {bars.map((bar) => (
          <tr key={bar.id} className="hover:bg-sunken">
            <Td mono>{bar.span}</Td>
            <Td className="text-muted">{bar.note}</Td>
            <Td num>{bar.amount}</Td>
          </tr>
        ))}
      </Tbody>
    </Table>
  );
}
