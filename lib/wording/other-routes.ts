import { PROTEST_DETAILS, type Day, type Lane } from "@/lib/domain";

import { countOf } from "./count";
import { formatUsd } from "./money";

/** Lanes that end outside CAPE. */
export type RouteLane = Extract<Lane, "protest" | "court" | "excluded">;

export const ROUTE_WORDS = {
  protest: {
    title: "Protest (CBP Form 19)",
    note: "Liquidated 81 to 180 days ago: CAPE rejects the entry, a protest is still open (19 U.S.C. 1514(c)(3); 19 CFR 174.12(e)).",
  },
  court: {
    title: "Court",
    note: "Liquidated more than 180 days ago without a protest. Whether and when a suit must begin is for counsel (28 U.S.C. 2636(i)).",
  },
  excluded: {
    title: "Excluded for now",
    note: "Its type, a drawback claim, a protest or AD/CVD stands in the way of CAPE. A later phase or counsel may open a way.",
  },
} as const satisfies Record<RouteLane, { title: string; note: string }>;

/** Second sheet of a list for counsel. */
export const COUNSEL_NOTES: readonly string[] = [
  "Made by CapeDesk from the importer's own entry reports. Facts and sums for counsel, not legal advice.",
  "Refundable: IEEPA duty paid as the reports show it, less ordinary duty where one number held both. It does not depend on the lane, and says nothing of whether a court or CBP will order it.",
  "Interest: 19 U.S.C. 1505(b) and (c) at the overpayment rates of 26 U.S.C. 6621, compounded daily, as if the entry were reliquidated today. Nothing promises a reliquidation in these lanes, so it is uncertain.",
  "Court, earliest reading: two years from the date of entry, the earliest of several readings of 28 U.S.C. 2636(i). Others count from liquidation or from 20 February 2026. When the two years begin is disputed.",
  "Last day to protest: 180 days after the last liquidation that the reports show (19 U.S.C. 1514(c)(3)(A)); calendar days, not moved by weekends.",
  "A blank cell is a fact that no report shows.",
];

export type ProtestFacts = {
  readonly importerName: string;
  readonly importerNumber: string;
  readonly entries: number;
  /** Exchange form, certain refunds. */
  readonly refundable: string;
  readonly ranges: number;
  readonly codes: readonly string[];
  readonly liquidatedFrom: Day | null;
  readonly liquidatedTo: Day | null;
  readonly firstLastDay: Day | null;
};

/** A draft of the reasons that a protest must set forth distinctly and specifically (19 U.S.C. 1514(c)(1); 19 CFR 174.13). */
export function protestReasons(facts: ProtestFacts): string {
  const { importerName, importerNumber, entries, refundable, ranges, codes } = facts;
  const many = countOf(entries, "entry", "entries");
  return [
    "DRAFT for review by counsel or your licensed broker before filing. Not legal advice.",
    "",
    `Protestant: ${importerName || "[name]"}, importer of record ${importerNumber}. [Address.]`,
    `Entries: ${many}, listed line by line in the attached "${PROTEST_DETAILS.title}", ${liquidated(facts)}.`,
    "",
    "1. Decision protested (19 U.S.C. 1514(a)(2)). CBP's assessment, at liquidation, of duty under the tariff numbers of Chapter 99 by which the tariffs under the International Emergency Economic Powers Act (IEEPA) were collected:",
    `   ${codes.length === 0 ? "[numbers as in the attached sheet]" : codes.join(", ")}.`,
    "",
    "2. Nature of and justification for the objection (19 U.S.C. 1514(c)(1); 19 CFR 174.13(a)). In Learning Resources v. Trump (20 February 2026) the Supreme Court held that IEEPA authorizes no tariffs. The duty was therefore never owed, and the correct rate under each of these numbers is 0 percent on every date of entry. Duties under other provisions, and ordinary duty that one number held together with IEEPA duty, are not protested.",
    "",
    `3. Amount. IEEPA duty of USD ${formatUsd(refundable)} on these entries is refundable with certainty by the importer's own entry reports.${ranges === 0 ? "" : ` Of ${countOf(ranges, "entry", "entries")} only a range is known; they are not in this sum.`} Duty line by line is in the attached sheet.`,
    "",
    "4. Timeliness (19 U.S.C. 1514(c)(3)(A); 19 CFR 174.12(e)). Each entry was liquidated no more than 180 days before filing" +
      `${facts.firstLastDay === null ? "" : `; the first last day among them is ${facts.firstLastDay}`}. They were liquidated more than 80 days ago, so a CAPE Declaration would be rejected.`,
    "",
    "5. Relief asked for. Reliquidation without the IEEPA duty, and refund of the duty paid with interest as provided by law (19 U.S.C. 1505(b) and (c)).",
    "",
    "6. To be completed: description of the merchandise; whether the entries are under any other protest; request for accelerated disposition or further review, if wanted (19 CFR 174.22, 174.24); signature.",
    "",
    `Attachments: ${PROTEST_DETAILS.title} (Excel); entry summaries (CBP Form 7501); proof of payment.`,
  ].join("\n");
}

function liquidated({ liquidatedFrom: from, liquidatedTo: to }: ProtestFacts): string {
  if (from === null || to === null) return "liquidated on the dates given there";
  return from === to ? `liquidated on ${from}` : `liquidated from ${from} through ${to}`;
}
