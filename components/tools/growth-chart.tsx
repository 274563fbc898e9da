import { formatUsd } from "@/lib/wording/money";

export type GrowthPoint = {
  readonly day: string;
  /** Interest up to the end of the day, exchange form. */
  readonly interest: string;
};

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 64;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 28;
const DAY_LABELS_MAX = 6;

// Numbers here are places on the screen; every figure that is read is the text itself.

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The next round figure: 1, 2 or 5 and zeros. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((candidate) => candidate * power >= value) ?? 10;
  return step * power;
}

/** On a narrow screen the drawing is half as large: its words are drawn larger, and only the first and the last day. */
const LABEL_LOOK = "fill-muted text-[12px] max-sm:text-[24px]";

const AXIS = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 2 });

/** Interest as it grows from the deposit on, with a point at the end of each quarter. */
export function GrowthChart({ points }: { readonly points: readonly GrowthPoint[] }) {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const [start, end] = [dayNumber(first.day), dayNumber(last.day)];
  const highest = Number(last.interest);
  if (highest <= 0 || end === start) return null;
  const top = roundUp(highest);
  const x = (day: string) => LEFT + ((dayNumber(day) - start) / (end - start)) * (WIDTH - LEFT - RIGHT);
  const y = (amount: number) => HEIGHT - BOTTOM - (amount / top) * (HEIGHT - TOP - BOTTOM);
  const line = points
    .map(({ day, interest }) => `${x(day).toFixed(1)},${y(Number(interest)).toFixed(1)}`)
    .join(" ");
  return (
    <svg
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-labelledby="growth-title growth-description"
      className="h-auto w-full"
    >
      <title id="growth-title">Growth of the interest</title>
      <desc id="growth-description">
        {`From nothing on ${first.day} to ${formatUsd(last.interest)} USD on ${last.day}. At the end of each quarter: ${points
          .slice(1)
          .map(({ day, interest }) => `${day} ${formatUsd(interest)}`)
          .join(", ")}.`}
      </desc>
      {[0, top / 2, top].map((amount) => (
        <g key={amount}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(amount)} y2={y(amount)} className="stroke-line" />
          <text x={LEFT - 8} y={y(amount) + 4} textAnchor="end" className={LABEL_LOOK}>
            {AXIS.format(amount)}
          </text>
        </g>
      ))}
      <polygon
        points={`${line} ${x(last.day).toFixed(1)},${y(0).toFixed(1)} ${x(first.day).toFixed(1)},${y(0).toFixed(1)}`}
        className="fill-accent-wash"
      />
      <polyline points={line} className="fill-transparent stroke-accent" strokeWidth="2" />
      {points.map(({ day, interest }) => (
        <circle key={day} cx={x(day)} cy={y(Number(interest))} r="3" className="fill-accent" />
      ))}
      <DayLabels points={points} x={x} />
    </svg>
  );
}

/** The last label ends at its point, the one before stands around its own: together one and a half are as wide. */
const LABEL_WIDTHS = 120;

/** The first and the last day, and as many between them as stand side by side. */
function DayLabels({
  points,
  x,
}: {
  readonly points: readonly GrowthPoint[];
  readonly x: (day: string) => number;
}) {
  const every = Math.ceil((points.length - 1) / (DAY_LABELS_MAX - 1));
  const last = points.length - 1;
  const end = x(points[last]?.day ?? "");
  return points
    .filter(({ day }, index) => index === last || (index % every === 0 && end - x(day) >= LABEL_WIDTHS))
    .map(({ day }, index) => (
      <text
        key={day}
        x={x(day)}
        y={HEIGHT - 8}
        textAnchor={index === 0 ? "start" : day === points[last]?.day ? "end" : "middle"}
        className={`${LABEL_LOOK} ${index === 0 || day === points[last]?.day ? "" : "max-sm:hidden"}`}
      >
        {day}
      </text>
    ));
}
