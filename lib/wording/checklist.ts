import { READINESS_POINTS, type ReadinessPointId } from "@/lib/domain";

/** Where a person looks, by point. */
const HOW_TO_CHECK = {
  filer:
    "Box 26 of the entry summary names the importer of record; the first three characters of the entry number name the filer.",
  "ace-account":
    "Sign in to ACE and open the importer sub-account. An account unused for 45 days must be activated again.",
  "ach-refund":
    "Tab ACH Refund Authorization of that sub-account: a US bank account, given apart from the account that pays duty. A broker cannot enter it.",
  "refund-routing": "CBP Form 4811 on file, and box 28 of the entry summaries, name who gets the money.",
  "entry-numbers":
    "Eleven characters each, without hyphens. Compare a failing check digit with the entry summary.",
  duplicates: "Look through earlier declarations and their Claim Details for the same numbers.",
  "file-limits": "One column, first line “Entry Number”, at most 9,999 numbers, below 1,000,000 bytes, .csv.",
  "dutiable-line":
    "Report ES-003: duty above zero on 9903.01 or 9903.02, entered from 2025-02-04 through 2026-02-23. 9903.03 does not count.",
  liquidation: "Add Liquidation Date to the columns of ES-003. From day 75 on, file at once: CBP takes time.",
  "entry-type": "Not 08, 09, 21, 22 or 47; an AD/CVD entry only while its liquidation is suspended.",
  obstacles:
    "Protest, drawback, reconciliation and payment tabs of the entry summary in ACE; ask the broker and counsel.",
  "data-final":
    "Summary Accepted, statement PAID, no correction or disclosure outstanding: a claim blocks Post Summary Corrections.",
} as const satisfies Record<ReadinessPointId, string>;

type ChecklistPoint = {
  readonly point: number;
  readonly title: string;
  readonly howToCheck: string;
  /** What happens where it does not hold. */
  readonly otherwise: string;
  readonly law: string;
};

/** The twelve points as they are read and printed; the law table says what each of them is. */
export const CHECKLIST: readonly ChecklistPoint[] = READINESS_POINTS.map(
  ({ point, id, title, blocking, law }) => ({
    point,
    title,
    howToCheck: HOW_TO_CHECK[id],
    otherwise: blocking ? "Do not file." : "It holds up the payment, not the filing.",
    law: law.map((citation) => citation.law).join("; "),
  }),
);

export const CHECKLIST_TITLE = "Twelve points before a CAPE Declaration is filed";

export const CHECKLIST_LEAD =
  "An accepted declaration can be neither amended nor withdrawn, and it blocks Post Summary Corrections. So each point is checked before the upload, and somebody signs for it.";
