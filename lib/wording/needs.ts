import type { ClockKind } from "@/lib/domain";

import { countOf } from "./count";

const entriesOf = (count: number): string => countOf(count, "entry", "entries");

type Words = { readonly what: (count: number) => string; readonly why: string };

/** What to do before a clock runs out; kinds on which nothing hangs are never asked for. */
export const NEED_OF_CLOCK = {
  "cape-window": {
    what: (count) => `File or free ${entriesOf(count)} before the CAPE window ends`,
    why: "After day 80 from liquidation CAPE takes them no more; those in other lanes need something first.",
  },
  protest: {
    what: (count) => `Protest ${entriesOf(count)}`,
    why: "Day 180 after liquidation is the last; after it only the court is left.",
  },
  court: {
    what: (count) => `Ask counsel about ${entriesOf(count)}`,
    why: "The two years for the court may end then, by the earliest reading.",
  },
  psc: {
    what: (count) => `Correct ${entriesOf(count)} by Post Summary Correction`,
    why: "CAPE rejects them as they are, and the correction window ends.",
  },
  reconciliation: {
    what: (count) => `File the type 09 of ${entriesOf(count)}`,
    why: "The reconciliation is due.",
  },
  "voluntary-reliquidation": null,
  "default-liquidation": null,
  "acceptance-to-liquidation": null,
  "acceptance-to-refund": null,
} as const satisfies Record<ClockKind, Words | null>;

export const NEED_WORDS = {
  declare: {
    what: (count: number) => `Build declarations of ${entriesOf(count)}`,
    why: "CAPE takes them today. Interest runs, and so do the windows of those that are liquidated.",
  },
  answer: {
    what: (count: number) => `Complete the data of ${entriesOf(count)}`,
    why: "A missing fact decides what can be done with them.",
  },
  upload: {
    what: (count: number) => `Upload ${countOf(count, "frozen file", "frozen files")} in ACE`,
    why: "Downloaded or ready to be, and not recorded as filed.",
  },
  payment: {
    what: (count: number) => `Mend the payment of ${countOf(count, "importer", "importers")}`,
    why: "Refunds are or will be held.",
  },
  enrolment: {
    what: (count: number) => `Check the payment of ${countOf(count, "importer", "importers")}`,
    why: "Nobody has said that ACH refund enrolment and routing are right.",
  },
} as const;
