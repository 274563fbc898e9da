import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { TONE_ICON, TONE_TEXT, TONE_WASH, type Tone } from "./tone";

type NoticeProps = {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** True for answers to something the user just did: read out at once. */
  readonly live?: boolean;
};

export function Notice({ tone, title, children, actions, live = false }: NoticeProps) {
  const icon = TONE_ICON[tone];
  const role = live ? { role: tone === "blocked" ? "alert" : "status" } : {};
  return (
    <div {...role} className={clsx("flex gap-3 rounded-lg px-4 py-3", TONE_WASH[tone])}>
      <Icon of={icon} className={clsx("mt-0.5 size-4.5 shrink-0", TONE_TEXT[tone])} />
      <div className="min-w-0 grow space-y-1">
        <p className={clsx("font-medium", TONE_TEXT[tone])}>{title}</p>
        {children === undefined ? null : <div className="space-y-1 text-ink">{children}</div>}
        {actions === undefined ? null : <div className="flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </div>
  );
}
