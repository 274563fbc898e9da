import { EmptyState } from "@/components/ui/empty-state";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import { formatInstant } from "@/lib/wording/day";

export type ClaimEventRow = {
  readonly id: string;
  readonly title: string;
  readonly tone: Tone;
  readonly day: string;
  /** Only a file shows it, so it happened on that day or before. */
  readonly dayIsLatest: boolean;
  /** ISO instant at which it was written down, and by whom or from which file. */
  readonly recordedAt: string;
  readonly recordedFrom: string;
  /** "3 entries"; null when it speaks of the whole claim. */
  readonly scope: string | null;
  /** CBP's words, verbatim. */
  readonly message: string | null;
  /** Why this step does not fit what was recorded before it. */
  readonly flag: string | null;
};

function Detail({ event }: { readonly event: ClaimEventRow }) {
  return (
    <>
      {event.scope === null ? null : <p>{event.scope}</p>}
      {event.message === null ? null : (
        <blockquote className="my-1 border-l-2 border-line-strong pl-3 font-mono text-ink">
          {event.message}
        </blockquote>
      )}
      {event.dayIsLatest ? <p>On this day or before: the file shows it, not when it happened.</p> : null}
      {event.flag === null ? null : <p className="text-caution">{event.flag}</p>}
      <p>
        Recorded <span className="font-mono">{formatInstant(event.recordedAt)}</span>, {event.recordedFrom}
      </p>
    </>
  );
}

/** Events are appended and may arrive late: each shows its day and when it was written down. */
export function ClaimTimeline({ events }: { readonly events: readonly ClaimEventRow[] }) {
  if (events.length === 0) return <EmptyState title="Nothing has been recorded yet" />;
  const items = events.map((event) => ({
    id: event.id,
    tone: event.tone,
    title: event.title,
    day: event.day,
    detail: <Detail event={event} />,
  }));
  return <Timeline items={items} />;
}
