import { type Day, day } from "../day";
import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";

/** What a release changed; the words for people live elsewhere. */
export type RuleChangeKind =
  | "cape-opened"
  | "reconciliation-accepted"
  | "number-test-narrowed"
  | "value-test-removed"
  | "warehouse-types-refused"
  | "phase-3-announced";

type RuleChange = {
  readonly what: RuleChangeKind;
  readonly confidence: RuleConfidence;
  readonly source: Citation;
};

/** One state of what is known of the law: everything its predecessors knew, and its changes. */
export type RuleRelease = {
  /** The day of CBP's change, and a number that a correction of ours raises. Screenings store it; none is ever reused. */
  readonly version: string;
  /** The first day on which it could be read. */
  readonly publishedOn: Day;
  /** How sure that day is; inferred: the latest day it can have been. */
  readonly publishedOnIs: RuleConfidence;
  /** The first day on which its changes hold. */
  readonly effectiveFrom: Day;
  readonly title: string;
  readonly changes: NonEmpty<RuleChange>;
};

const RELEASES = [
  {
    version: "2026-04-20.1",
    publishedOn: day("2026-04-13"),
    publishedOnIs: "proven",
    effectiveFrom: day("2026-04-20"),
    title: "CAPE opens",
    changes: [
      {
        what: "cape-opened",
        confidence: "proven",
        source: { law: "CSMS 68340863; CSMS 68396594", published: "CBP, 13 and 20 Apr 2026" },
      },
    ],
  },
  {
    version: "2026-06-23.1",
    publishedOn: day("2026-06-23"),
    publishedOnIs: "proven",
    effectiveFrom: day("2026-06-29"),
    title: "Entries flagged for reconciliation",
    changes: [
      {
        what: "reconciliation-accepted",
        confidence: "proven",
        source: { law: "CSMS 69035485", published: "CBP, 23 Jun 2026" },
      },
    ],
  },
  {
    version: "2026-06-25.1",
    publishedOn: day("2026-06-25"),
    publishedOnIs: "proven",
    effectiveFrom: day("2026-06-25"),
    title: "Entry validations",
    changes: [
      {
        what: "number-test-narrowed",
        confidence: "proven",
        source: { law: "CSMS 69056483", published: "CBP, 25 Jun 2026" },
      },
      {
        what: "value-test-removed",
        confidence: "proven",
        source: { law: "CSMS 69056483", published: "CBP, 25 Jun 2026" },
      },
    ],
  },
  {
    version: "2026-07-07.1",
    // CSMS 69127837 was read through a relay that gives only the day it took effect: it was out by then.
    publishedOn: day("2026-07-07"),
    publishedOnIs: "inferred",
    effectiveFrom: day("2026-07-07"),
    title: "Warehouse entries",
    changes: [
      {
        what: "warehouse-types-refused",
        confidence: "proven",
        source: { law: "CSMS 69127837", published: "CBP, effective 7 Jul 2026 (relayed)" },
      },
    ],
  },
  {
    version: "2026-10-06.1",
    // Relays of September and October name 6 October as the first day; none gives the day of the announcement.
    publishedOn: day("2026-10-06"),
    publishedOnIs: "inferred",
    effectiveFrom: day("2026-10-06"),
    title: "Phase 3 announced",
    changes: [
      {
        what: "phase-3-announced",
        confidence: "unconfirmed",
        source: { law: "CAPE Phase 3 announcement", published: "relayed, Sep 2026; start not confirmed" },
      },
    ],
  },
] as const satisfies NonEmpty<RuleRelease>;

export type RuleVersion = (typeof RELEASES)[number]["version"];

/**
 * The changelog of the rules, oldest first. Every row of a dated table names the release that first knew it, so that a
 * past day can be replayed with what was known on it.
 */
export const RULE_RELEASES: NonEmpty<RuleRelease & { readonly version: RuleVersion }> = RELEASES;

/** The latest release: the rules of a screening, unless it replays a past day. */
export const RULES = RULE_RELEASES.at(-1) ?? RULE_RELEASES[0];
