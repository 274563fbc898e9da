import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { TONE_ICON, TONE_TEXT, TONE_WASH, type Tone } from "./tone";

type BadgeProps = {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly title?: string;
};

/** Tone, icon and word together. */
export function Badge({ tone, children, title }: BadgeProps) {
  const icon = TONE_ICON[tone];
  return (
    <span
      title={title}
      className={clsx(
        "inline-flex items-center gap-1 rounded-sm px-1.5 py-px text-xs font-medium whitespace-nowrap",
        TONE_TEXT[tone],
        TONE_WASH[tone],
      )}
    >
      <Icon of={icon} className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}
