/** How the amounts of a packet were found, for auditors: each paragraph with its law. */
export const PACKET_METHOD: readonly string[] = [
  "Which duty: the duty paid on tariff numbers of Chapter 99 by which the IEEPA tariffs were collected (9903.01.xx, 9903.02.xx), as the importer's own entry reports show it, line by line. Duties under Sections 122, 201, 232 and 301 are not IEEPA duties and are not claimed.",
  "What comes back: the Supreme Court held that IEEPA authorizes no tariffs, so the correct IEEPA rate is 0 percent on every day, and what was paid is refundable. Where one number held the ordinary duty as well (the 15 percent agreements), the ordinary duty at its column 1 rate stays with CBP and is taken off. Corrections of an entry are netted.",
  "Which entries: entered from 4 February 2025 through 23 February 2026, not liquidated or liquidated no more than 80 days before filing, of a type that CAPE takes on the day of filing, without an obstacle such as drawback, an open protest or AD/CVD pending liquidation.",
  "Interest: 19 U.S.C. 1505(b) and (c) at the overpayment rates of 26 U.S.C. 6621(a)(1), compounded daily (26 U.S.C. 6622), from the day after the deposit through the day named, by the days of the calendar year (T.D. 85-93, 19 CFR 24.36). It runs on until the refund is liquidated; the amount here is what had accrued on the day named, an estimate of what CBP will pay.",
  "What is certain: only amounts that the reports prove are in the totals. Where a fact is missing, a range is shown and nothing is added.",
];

/** Stands once, on the cover. */
export const PACKET_CAVEAT =
  "Made by CapeDesk from the importer's own files. It is evidence of how the declaration was prepared, not a decision of CBP and not legal advice.";

/** Stands on the first page of a risk report. */
export const SCAN_CAVEAT =
  "Made by CapeDesk from the importer's own files, before anything is filed. It foretells CAPE's answers from CBP's published messages; CBP decides. Not legal advice.";
