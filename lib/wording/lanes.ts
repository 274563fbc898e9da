import type { Lane } from "@/lib/domain";

/** How urgent and how open a state is; the interface adds the icon and the colour. */
export type LaneTone = "ready" | "caution" | "blocked" | "done" | "neutral";

type LaneWords = {
  readonly name: string;
  /** What it means that an entry is in this lane, in one sentence. */
  readonly meaning: string;
  readonly nextStep: string;
  readonly tone: LaneTone;
};

export const LANE_WORDS = {
  "already-claimed": {
    name: "Already claimed",
    meaning: "CBP accepted a CAPE claim for this entry; it can be neither filed again nor withdrawn.",
    nextStep: "Track the claim until the refund is matched.",
    tone: "done",
  },
  "not-ieepa": {
    name: "Not IEEPA",
    meaning: "No IEEPA duty is left to refund on this entry, or it was entered outside the IEEPA window.",
    nextStep: "Nothing to claim. The duties paid under other programs stay.",
    tone: "neutral",
  },
  excluded: {
    name: "Excluded for now",
    meaning:
      "CAPE does not take this entry today: its type, a drawback claim, a protest or AD/CVD stands in the way.",
    nextStep: "Keep watching; a later phase or counsel may open a way.",
    tone: "blocked",
  },
  court: {
    name: "Court",
    meaning: "Liquidated more than 180 days ago without a protest: CAPE and the protest are both closed.",
    nextStep: "Ask counsel about the Court of International Trade before the earliest two-year date.",
    tone: "blocked",
  },
  protest: {
    name: "Protest now",
    meaning: "Liquidated 81 to 180 days ago: CAPE rejects it, but a protest is still open.",
    nextStep: "File a protest (CBP Form 19) before day 180.",
    tone: "caution",
  },
  "withdraw-protest": {
    name: "Withdraw protest",
    meaning: "An open protest that is only about IEEPA duty blocks CAPE, and the 80 days are still running.",
    nextStep: "Counsel may withdraw the protest; then file in CAPE by day 80.",
    tone: "caution",
  },
  "fix-first": {
    name: "Fix first",
    meaning: "CAPE would reject the entry as it stands, and the cause can still be corrected.",
    nextStep: "Correct the entry summary, then file in CAPE.",
    tone: "caution",
  },
  "cape-recon": {
    name: "CAPE, reconciliation",
    meaning: "Flagged for reconciliation with no type 09 on file: CAPE takes it since 2026-06-29.",
    nextStep:
      "File in CAPE, then the reconciliation entry. If the type 09 is due within 30 days, file that first.",
    tone: "ready",
  },
  "cape-refund-later": {
    name: "CAPE, refund later",
    meaning: "CAPE takes it now; the refund waits until the suspension, extension or review ends.",
    nextStep: "File in CAPE; expect the refund at liquidation.",
    tone: "ready",
  },
  "cape-ready": {
    name: "CAPE ready",
    meaning: "Not liquidated, or liquidated no more than 80 days ago: CAPE takes it today.",
    nextStep: "Put it into a CAPE Declaration.",
    tone: "ready",
  },
  "needs-data": {
    name: "Needs data",
    meaning: "A missing or conflicting fact leads to different lanes, so no lane can be stated yet.",
    nextStep: "Supply the fact named in the reasons, or answer the one question.",
    tone: "caution",
  },
} as const satisfies Record<Lane, LaneWords>;

/** The order in which people read lanes: what can be filed first, then what needs them, then what is closed. */
export const LANES_IN_READING_ORDER = [
  "cape-ready",
  "cape-recon",
  "cape-refund-later",
  "withdraw-protest",
  "fix-first",
  "needs-data",
  "protest",
  "court",
  "excluded",
  "already-claimed",
  "not-ieepa",
] as const satisfies readonly Lane[];
