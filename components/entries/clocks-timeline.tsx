import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";

export type ClockRow = {
  readonly id: string;
  /** "Last day to file in CAPE", "Entered", "Liquidated". */
  readonly name: string;
  readonly day: string;
  /** "day 80 of 80", "in 6 days". */
  readonly count?: string;
  /** past: an event that happened. open and warning: a last day ahead. closed: a last day gone by. */
  readonly state: "past" | "open" | "warning" | "closed" | "estimate";
  /** The rule in a few words, with its law. */
  readonly rule: string;
  /** "2026-09-02 (last liquidation) + 80 days". */
  readonly formula?: string;
  /** "Last safe day: 2026-11-15", with the reason where that is before the last day. */
  readonly safeDay?: string | undefined;
  /** "4,000.00": what is lost when the clock runs out. */
  readonly atRisk?: string | undefined;
};

type ClocksTimelineProps = {
  readonly clocks: readonly ClockRow[];
  readonly today: string;
};

const TONE = {
  past: "done",
  open: "ready",
  warning: "caution",
  closed: "blocked",
  estimate: "neutral",
} as const satisfies Record<ClockRow["state"], Tone>;

const WORD = {
  past: "",
  open: "open",
  warning: "last days",
  closed: "closed",
  estimate: "estimate",
} as const satisfies Record<ClockRow["state"], string>;

/** The rule, how its last day is counted, when to act and what is at stake: each only where there is something to say. */
function ClockDetail({ rule, formula, safeDay, atRisk }: ClockRow) {
  return (
    <>
      {rule === "" ? null : <p>{rule}</p>}
      {formula === undefined ? null : <p className="mt-0.5 tabular-nums">{formula}</p>}
      {safeDay === undefined ? null : <p className="tabular-nums">{safeDay}</p>}
      {atRisk === undefined ? null : (
        <p>
          At risk: <span className="font-mono whitespace-nowrap text-ink">{atRisk}</span>
        </p>
      )}
    </>
  );
}

/** Events and last days in their order, with a line for today between what is over and what is ahead. */
export function ClocksTimeline({ clocks, today }: ClocksTimelineProps) {
  const ordered = [...clocks].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const items = ordered.map((clock): TimelineItem => {
    const { id, name, day, count, state } = clock;
    const said = [count, WORD[state]].filter((part) => part !== undefined && part !== "").join(", ");
    const detail = state === "past" ? undefined : <ClockDetail {...clock} />;
    return { id, tone: TONE[state], title: name, day, count: said === "" ? undefined : said, detail };
  });
  const ahead = ordered.findIndex(({ day }) => day > today);
  const at = ahead === -1 ? items.length : ahead;
  const line: TimelineItem = { id: "today", tone: "neutral", title: "Today", day: today, today: true };
  return <Timeline items={[...items.slice(0, at), line, ...items.slice(at)]} />;
}
