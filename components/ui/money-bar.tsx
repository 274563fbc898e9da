import { clsx } from "clsx";
import { TextLink } from "./text-link";
import { TONE_FILL, type Tone } from "./tone";

type MoneyBarPart = {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** Plain decimal text, `6781.50`: it sets the width only. Below zero takes no width. */
  readonly size: string;
  /** The amount as people read it. */
  readonly amount: string;
  readonly note?: string | undefined;
  readonly href?: string | undefined;
};

type MoneyBarProps = {
  readonly label: string;
  readonly parts: readonly MoneyBarPart[];
};

// Neighbours of one tone differ in strength, so that a border between them can be seen.
const STRENGTH = ["", "opacity-70", "opacity-45"] as const;

type Segment = {
  readonly part: MoneyBarPart;
  readonly start: number;
  readonly width: number;
  readonly strength: string;
};

/** Geometry only: the figures people read come as text and are never computed here. */
function segmentsOf(parts: readonly MoneyBarPart[]): readonly Segment[] {
  const sizes = parts.map((part) => Math.max(0, Number(part.size)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const seen = new Map<Tone, number>();
  let start = 0;
  return parts.map((part, index) => {
    const width = total === 0 ? 0 : ((sizes[index] ?? 0) / total) * 100;
    const nth = seen.get(part.tone) ?? 0;
    seen.set(part.tone, nth + 1);
    const segment = { part, start, width, strength: STRENGTH[nth % STRENGTH.length] ?? "" };
    start += width;
    return segment;
  });
}

export function MoneyBar({ label, parts }: MoneyBarProps) {
  const segments = segmentsOf(parts);
  return (
    <figure className="space-y-3">
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height="20"
        className="block overflow-hidden rounded-sm bg-sunken"
      >
        {segments.map(({ part, start, width, strength }) => (
          <rect
            key={part.id}
            x={`${String(start)}%`}
            width={`${String(width)}%`}
            height="20"
            strokeWidth="1.5"
            className={clsx(TONE_FILL[part.tone], "stroke-surface", strength)}
          />
        ))}
      </svg>
      <figcaption>
        <ul className="divide-y divide-line text-sm">
          {segments.map(({ part, strength }) => (
            <li key={part.id} className="flex items-baseline gap-2.5 py-1.5">
              <svg aria-hidden width="10" height="10" className="shrink-0">
                <rect width="10" height="10" rx="2" className={clsx(TONE_FILL[part.tone], strength)} />
              </svg>
              <span className="min-w-0 grow">
                {part.href === undefined ? part.label : <TextLink href={part.href}>{part.label}</TextLink>}
                {part.note === undefined ? null : <span className="ml-2 text-muted">{part.note}</span>}
              </span>
              <span className="font-mono whitespace-nowrap">{part.amount}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
