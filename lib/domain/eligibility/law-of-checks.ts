import { day } from "../day";
import type { Citation } from "../law/citation";
import type { NonEmpty } from "../result";

/** Where the checks that have no table of their own can be read. */
export const PHASE_1_GUIDANCE: NonEmpty<Citation> = [{ law: "CSMS 68340863", published: "CBP, 13 Apr 2026" }];

/** CAPE wants a dutiable IEEPA number, not any IEEPA number. */
export const DUTIABLE_NUMBER: NonEmpty<Citation> = [
  ...PHASE_1_GUIDANCE,
  { law: "CBP, IEEPA duty refunds FAQ", published: "cbp.gov, relayed by counsel" },
];

export const ADCVD_PENDING: NonEmpty<Citation> = [
  { law: "19 U.S.C. 1504(d)", published: "U.S. Code" },
  ...PHASE_1_GUIDANCE,
];

export const OPEN_PROTEST: NonEmpty<Citation> = [
  { law: "CBP, IEEPA duty refunds FAQ", published: "cbp.gov, relayed by wssa.blog, 14 Apr 2026" },
];

/** A protest is decided within two years; a denial can be taken to the Court of International Trade for 180 days. */
export const DECIDED_PROTEST: NonEmpty<Citation> = [
  { law: "19 U.S.C. 1515; 28 U.S.C. 2636(a)", published: "U.S. Code" },
];

export const INVALID_HTS: NonEmpty<Citation> = [{ law: "CSMS 69056483", published: "CBP, 25 Jun 2026" }];

export const FILING_RULES: NonEmpty<Citation> = [{ law: "19 CFR 141.61", published: "CFR" }];

export const CHECK_DIGIT: NonEmpty<Citation> = [{ law: "ACE CATAIR, Appendix E", published: "CBP" }];

/** Finally liquidated entries, of importers with their own case who gave their importer number in time. */
export const PHASE_3 = {
  announcedFor: day("2026-10-06"),
  listedBy: day("2026-07-30"),
  source: [
    {
      law: "In re Tariffs Collected in Reliance on IEEPA, 2026 WL 2199714",
      published: "Ct. Int'l Trade, Jul 2026",
    },
    { law: "CAPE Phase 3 announcement", published: "relayed, Sep 2026; start not confirmed" },
  ],
} as const;

/** Learning Resources v. Trump: from here some count the two years in which the court can be asked. */
export const RULING_DAY = day("2026-02-20");

/**
 * Numbers and types whose period CAPE's test of dates does not fit: goods in transit at a change of rate rightly use
 * 9903.01.25 (CSMS 64680374, 65829726), and a zone entry keeps the number of its admission.
 */
export const INVALID_HTS_EXCEPTIONS = { codes: ["9903.01.25"], entryTypes: ["06"] } as const satisfies {
  codes: readonly string[];
  entryTypes: readonly string[];
};
