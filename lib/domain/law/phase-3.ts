import { day, type Day } from "../day";
import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import type { Released } from "./dated";

export type Phase3 = Released & {
  readonly announcedFor: Day;
  /** Importers had to be named to the court by this day. */
  readonly listedBy: Day;
  readonly confidence: RuleConfidence;
  readonly source: NonEmpty<Citation>;
};

/**
 * Finally liquidated entries, of importers with their own case who gave their importer number in time: announced, and
 * nobody has confirmed that it began. It changes no lane.
 */
export const PHASE_3: Phase3 = {
  from: day("2026-10-06"),
  until: null,
  release: "2026-10-06.1",
  announcedFor: day("2026-10-06"),
  listedBy: day("2026-07-30"),
  confidence: "unconfirmed",
  source: [
    {
      law: "In re Tariffs Collected in Reliance on IEEPA, 2026 WL 2199714",
      published: "Ct. Int'l Trade, Jul 2026",
    },
    { law: "CAPE Phase 3 announcement", published: "relayed, Sep 2026; start not confirmed" },
  ],
};
