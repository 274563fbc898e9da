import type { PreflightState } from "@/lib/domain";

import type { LaneTone } from "./lanes";

type StateWords = {
  readonly name: string;
  readonly tone: LaneTone;
};

/** What one of CBP's checks would come to. */
export const PREFLIGHT_STATE_WORDS = {
  passes: { name: "Would pass", tone: "done" },
  fails: { name: "Would be refused", tone: "blocked" },
  "may-fail": { name: "May be refused", tone: "caution" },
  "cannot-tell": { name: "Only CBP can tell", tone: "neutral" },
} as const satisfies Record<PreflightState, StateWords>;
