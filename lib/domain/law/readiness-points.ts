import type { NonEmpty } from "../result";
import type { Citation, RuleConfidence } from "./citation";
import { CLOCKS } from "./clocks";
import { type Released, SINCE_CAPE } from "./dated";
import { DECLARATION_LIMITS } from "./declaration-limits";

/**
 * computed: our facts decide. attested: a person says so by name, because no file can prove it; our facts can only
 * refute it. Point 1 becomes computed where an organization said whose entries it may declare.
 */
type ReadinessKind = "computed" | "attested";

type ReadinessRule = Released & {
  readonly point: number;
  readonly id: string;
  readonly title: string;
  readonly kind: ReadinessKind;
  /** True: no download until it holds. False: it costs time or payment, not the filing. */
  readonly blocking: boolean;
  readonly confidence: RuleConfidence;
  readonly law: NonEmpty<Citation>;
};

const GUIDANCE = { law: "CSMS 68340863", published: "CBP, 13 Apr 2026" } as const satisfies Citation;
const CBP_FAQ = {
  law: "CBP, IEEPA duty refunds FAQ",
  published: "cbp.gov, as of 2 Sep 2026",
} as const satisfies Citation;
const ELECTRONIC_REFUNDS = { law: "CSMS 67648307", published: "CBP, 6 Feb 2026" } as const satisfies Citation;
const ACE_GUIDE = {
  law: "CBP, CAPE Declarations quick reference guide",
  published: "Apr 2026, relayed by trade guides",
} as const satisfies Citation;

/** What must hold before a declaration is downloaded, because an accepted one can be neither amended nor withdrawn. */
export const READINESS_POINTS = [
  {
    ...SINCE_CAPE,
    point: 1,
    id: "filer",
    title: "The filer is the importer of record, or the broker that filed each entry",
    kind: "attested",
    blocking: true,
    confidence: "proven",
    law: [GUIDANCE, CBP_FAQ],
  },
  {
    ...SINCE_CAPE,
    point: 2,
    id: "ace-account",
    title: "The ACE importer sub-account is active and shows the CAPE tab",
    kind: "attested",
    blocking: true,
    confidence: "unconfirmed",
    law: [ACE_GUIDE],
  },
  {
    ...SINCE_CAPE,
    point: 3,
    id: "ach-refund",
    title:
      "ACH refund enrolment is done in that sub-account (without it CBP holds the payment, not the filing)",
    kind: "attested",
    blocking: false,
    confidence: "proven",
    law: [ELECTRONIC_REFUNDS, CBP_FAQ],
  },
  {
    ...SINCE_CAPE,
    point: 4,
    id: "refund-routing",
    title: "Form 4811 and box 28 of the 7501 send the money where the importer wants it",
    kind: "attested",
    blocking: false,
    confidence: "proven",
    law: [ELECTRONIC_REFUNDS],
  },
  {
    ...SINCE_CAPE,
    point: 5,
    id: "entry-numbers",
    title:
      "Every entry number is well formed and its check digit fits or was compared with the entry summary",
    kind: "computed",
    blocking: true,
    confidence: "inferred",
    law: [{ law: "ACE CATAIR, Appendix E", published: "CBP" }],
  },
  {
    ...SINCE_CAPE,
    point: 6,
    id: "duplicates",
    title: "No entry stands twice in the file, on another declaration or on a claim",
    kind: "computed",
    blocking: true,
    confidence: "proven",
    law: [GUIDANCE],
  },
  {
    ...SINCE_CAPE,
    point: 7,
    id: "file-limits",
    title: "The file is within CBP's limits",
    kind: "computed",
    blocking: true,
    confidence: "proven",
    law: DECLARATION_LIMITS.source,
  },
  {
    ...SINCE_CAPE,
    point: 8,
    id: "dutiable-line",
    title: "Each entry has a dutiable IEEPA line entered inside the window",
    kind: "computed",
    blocking: true,
    confidence: "proven",
    law: [GUIDANCE, { law: "CSMS 67834313", published: "CBP, 22 Feb 2026" }],
  },
  {
    ...SINCE_CAPE,
    point: 9,
    id: "liquidation",
    title: "Each entry is not liquidated, or was at most 80 days ago",
    kind: "computed",
    blocking: true,
    confidence: "proven",
    law: CLOCKS["cape-window"].source,
  },
  {
    ...SINCE_CAPE,
    point: 10,
    id: "entry-type",
    title: "No excluded entry type, and no AD/CVD entry pending liquidation",
    kind: "computed",
    blocking: true,
    confidence: "proven",
    law: [GUIDANCE, { law: "CSMS 69127837", published: "CBP, effective 7 Jul 2026" }],
  },
  {
    ...SINCE_CAPE,
    point: 11,
    id: "obstacles",
    title:
      "No open protest, drawback claim, reconciliation entry (type 09) on file or duty paid by the surety",
    kind: "attested",
    blocking: true,
    confidence: "proven",
    law: [GUIDANCE, { law: "CSMS 69035485", published: "CBP, 23 Jun 2026" }],
  },
  {
    ...SINCE_CAPE,
    point: 12,
    id: "data-final",
    title:
      "The data is final: summary accepted, statement paid, corrections and disclosures done, certification read",
    kind: "attested",
    blocking: true,
    confidence: "proven",
    law: [GUIDANCE, { law: "CSMS 69056483", published: "CBP, 25 Jun 2026" }],
  },
] as const satisfies readonly ReadinessRule[];

export type ReadinessPointRule = (typeof READINESS_POINTS)[number];
export type ReadinessPointId = ReadinessPointRule["id"];
