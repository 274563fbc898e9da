import { CircleAlert, CircleCheck, CircleDashed, CircleDot, OctagonX, type IconNode } from "lucide";

/** A tone is never shown without its word and its icon: colour alone says nothing. */
export type Tone = "ready" | "caution" | "blocked" | "done" | "neutral";

export const TONE_ICON = {
  ready: CircleDot,
  caution: CircleAlert,
  blocked: OctagonX,
  done: CircleCheck,
  neutral: CircleDashed,
} as const satisfies Record<Tone, IconNode>;

export const TONE_TEXT = {
  ready: "text-ready",
  caution: "text-caution",
  blocked: "text-blocked",
  done: "text-done",
  neutral: "text-muted",
} as const satisfies Record<Tone, string>;

export const TONE_WASH = {
  ready: "bg-ready-wash",
  caution: "bg-caution-wash",
  blocked: "bg-blocked-wash",
  done: "bg-done-wash",
  neutral: "bg-sunken",
} as const satisfies Record<Tone, string>;

export const TONE_FILL = {
  ready: "fill-ready-fill",
  caution: "fill-caution-fill",
  blocked: "fill-blocked-fill",
  done: "fill-done-fill",
  neutral: "fill-neutral-fill",
} as const satisfies Record<Tone, string>;
