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
const STEP = 28;
const AXIS = 56;

const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** Geometry only: the figures people read come as text and stand in the table, with their cents. */
function heightsOf(bars: readonly WeekBar[]) {
  const sizes = bars.map(({ size }) => Math.max(0, Number(size)));
  const top = Math.max(1, ...sizes);
  return { top, heights: sizes.map((size) => (size === 0 ? 0 : Math.max(2, (size / top) * HEIGHT))) };
}

/** Dollars by week as bars, and the same as a table. Only the axis is abbreviated. */
export function WeekBars({ caption, amounts, bars }: WeekBarsProps) {
  const { top, heights } = heightsOf(bars);
  const width = AXIS + bars.length * STEP;
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
          {bars.map((bar, index) => (
            <g key={bar.id}>
              <rect
                x={AXIS + index * STEP + 4}
                y={8 + HEIGHT - (heights[index] ?? 0)}
                width={STEP - 8}
                height={heights[index] ?? 0}
                strokeWidth={1.5}
                className={clsx(
                  "stroke-accent",
                  bar.estimate === true ? "fill-accent-wash [stroke-dasharray:3_2]" : "fill-accent",
                )}
              >
                <title>{`${bar.span}: ${bar.amount}`}</title>
              </rect>
              {index % 2 === 0 ? (
                <text
                  x={AXIS + index * STEP + STEP / 2}
                  y={HEIGHT + 26}
                  textAnchor="middle"
                  className="fill-muted font-mono"
                >
                  {bar.label.slice(5)}
                </text>
              ) : null}
            </g>
          ))}
        </svg>
      </div>
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
    </figure>
  );
}
