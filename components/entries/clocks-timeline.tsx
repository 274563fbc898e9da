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

/** Events and last days in their order, with a line for today between what is over and what is ahead. */
export function ClocksTimeline({ clocks, today }: ClocksTimelineProps) {
  const ordered = [...clocks].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const items = ordered.map(({ id, name, day, count, state, rule }): TimelineItem => {
    const said = [count, WORD[state]].filter((part) => part !== undefined && part !== "").join(", ");
    return { id, tone: TONE[state], title: name, day, count: said === "" ? undefined : said, detail: rule };
  });
  const ahead = ordered.findIndex(({ day }) => day > today);
  const at = ahead === -1 ? items.length : ahead;
  const line: TimelineItem = { id: "today", tone: "neutral", title: "Today", day: today, today: true };
  return <Timeline items={[...items.slice(0, at), line, ...items.slice(at)]} />;
}
