import { type Day, day } from "../day";
import { chapter99Code, type HtsNumber } from "../identifiers";
import type { Chapter99Program } from "./chapter-99-rows";
import type { Citation } from "./citation";

/**
 * Goods on the water when a higher rate began kept the baseline rate: 9903.01.25 on goods of a country with a rate of
 * its own may be right until the last day (entry or withdrawal, included). The data does not show the day of loading.
 */
export const IN_TRANSIT_BASELINE = {
  code: chapter99Code("9903.01.25"),
  periods: [
    // Country rates of one day, and the China rate that stayed until 13 May: loaded before 9 and 10 April.
    { from: day("2025-04-09"), until: day("2025-06-15") },
    // The country rates of August: loaded before 7 August.
    { from: day("2025-08-07"), until: day("2025-10-04") },
  ],
  source: {
    law: "E.O. 14257; E.O. 14266; E.O. 14326; CSMS 64680374, 64701128, 65201773, 65829726",
    published: "CBP, Apr to Aug 2025",
  },
} as const satisfies {
  code: string;
  periods: readonly { from: Day; until: Day }[];
  source: Citation;
};

/** Articles whose duty is on part of the value: repair, alteration, processing, or the value less U.S. components. */
export const CHAPTER_98_PARTIAL_BASES = {
  numbers: ["98020040", "98020050", "98020060", "98020080"],
  source: {
    law: "HTS ch. 98 subch. II; ch. 99 subch. III, U.S. note 2",
    published: "USITC, HTS 2026 Revision 6",
  },
} as const satisfies { numbers: readonly string[]; source: Citation };

/** True for a number whose duty is on part of the value, at eight or ten digits. */
export const isPartialBase = (hts: HtsNumber): boolean =>
  CHAPTER_98_PARTIAL_BASES.numbers.some((number) => hts.startsWith(number));

/**
 * Section 232 duty on the metal content alone, filed as two lines with a value each; where one line was filed, the duty
 * is on part of its value (2025-03-12 to 2026-04-05, the life of these programs).
 */
export const METAL_CONTENT = {
  programs: ["SECTION_232_STEEL", "SECTION_232_ALUMINUM", "SECTION_232_COPPER"],
  source: { law: "CSMS 64348411, 65236645, 65794272", published: "CBP, Mar to Jul 2025" },
} as const satisfies { programs: readonly Chapter99Program[]; source: Citation };

/** Entry types whose rate is the one of another day: that of admission to the zone in privileged foreign status. */
export const RATE_LOCKED = {
  entryTypes: ["06"],
  source: { law: "CSMS 64680374", published: "CBP, Apr 2025" },
} as const satisfies { entryTypes: readonly string[]; source: Citation };

/** Goods on which IEEPA duty was paid instead of Section 232 duty; whether CBP claims 232 afterwards is open. */
export const METALS_OF_CANADA_AND_MEXICO = {
  chapters: ["72", "73", "76"],
  from: day("2025-03-04"),
  until: day("2025-06-03"),
  source: { law: "E.O. 14289; CSMS 65054270, 65236574", published: "CBP, 16 May and 3 Jun 2025" },
} as const satisfies { from: Day; until: Day; source: Citation; chapters: readonly string[] };
