import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { TONE_ICON, TONE_TEXT, type Tone } from "./tone";

export type TimelineItem = {
  readonly id: string;
  readonly tone: Tone;
  readonly title: ReactNode;
  /** A calendar day, `2026-09-02`. */
  readonly day: string;
  /** Beside the title: "day 80 of 80". */
  readonly count?: string | undefined;
  readonly detail?: ReactNode;
  /** The line that marks today. */
  readonly today?: boolean;
};

const ROW = "relative grid grid-cols-[5.5rem_1.25rem_minmax(0,1fr)] gap-x-2 py-2";

function Today({ day }: { readonly day: string }) {
  return (
    <li aria-current="date" className={clsx(ROW, "items-center text-sm font-medium text-accent")}>
      <time dateTime={day} className="font-mono">
        {day}
      </time>
      <span aria-hidden className="mx-auto size-2 rounded-full bg-accent ring-4 ring-surface" />
      <span className="flex items-center gap-3">
        Today
        <span aria-hidden className="h-px grow bg-accent/40" />
      </span>
    </li>
  );
}

/** Days in a column of their own, as in a ledger; events beside them, joined by a line. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="relative before:absolute before:inset-y-4 before:left-[6.6rem] before:w-px before:bg-line">
      {items.map((item) => {
        if (item.today === true) return <Today key={item.id} day={item.day} />;
        const icon = TONE_ICON[item.tone];
        return (
          <li key={item.id} className={ROW}>
            <time dateTime={item.day} className="font-mono text-sm">
              {item.day}
            </time>
            <span aria-hidden className="flex h-5 items-center justify-center">
              <Icon
                of={icon}
                className={clsx("size-4.5 rounded-full bg-surface ring-2 ring-surface", TONE_TEXT[item.tone])}
              />
            </span>
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2 leading-5">
                <span className="font-medium">{item.title}</span>
                {item.count === undefined ? null : <span className="text-sm text-muted">{item.count}</span>}
              </p>
              {item.detail === undefined ? null : <div className="text-sm text-muted">{item.detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
