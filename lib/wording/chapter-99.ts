import { CHAPTER_99_PROGRAMS, type Chapter99Row } from "@/lib/domain";
import type { LaneTone } from "./lanes";

/** What a Chapter 99 number means for the person who paid duty on it. */
type RefundWords = { readonly name: string; readonly meaning: string; readonly tone: LaneTone };

const REFUND_WORDS = {
  whole: {
    name: "Refundable",
    meaning:
      "The whole duty paid on this number comes back: without IEEPA the rate is zero for every day of entry.",
    tone: "ready",
  },
  "above-column-1": {
    name: "Refundable in part",
    meaning:
      "The rate contains the ordinary (column 1) duty. Where the commodity number beside it shows no duty, the refund is what was paid less the ordinary duty; where the broker split the duty, the whole duty on this number comes back.",
    tone: "ready",
  },
  exemption: {
    name: "No money",
    meaning:
      "An exemption: no duty is due under this number, so nothing comes back for it. An entry whose only IEEPA numbers are exemptions has nothing to claim.",
    tone: "neutral",
  },
  "kind-not-read": {
    name: "IEEPA, not read",
    meaning:
      "An IEEPA number whose heading was not read. Duty paid on it is refundable; whether it bears duty is not known here.",
    tone: "caution",
  },
  stays: {
    name: "Stays",
    meaning: "Not an IEEPA number: duty paid on it stays, and CAPE does not touch it.",
    tone: "neutral",
  },
} as const satisfies Record<string, RefundWords>;

export function refundWordsOf({ program, kind, includesColumn1 }: Chapter99Row): RefundWords {
  if (CHAPTER_99_PROGRAMS[program].authority !== "IEEPA") return REFUND_WORDS.stays;
  if (kind === null) return REFUND_WORDS["kind-not-read"];
  if (kind === "EXEMPTION") return REFUND_WORDS.exemption;
  return includesColumn1 === true ? REFUND_WORDS["above-column-1"] : REFUND_WORDS.whole;
}

const COUNTRY_NAMES = new Intl.DisplayNames(["en"], { type: "region" });

/** `Brazil` for `BR`. */
export const countryName = (code: string): string => COUNTRY_NAMES.of(code) ?? code;

const ALL_BUT = "ALL_EXCEPT:";
const NAMED_MAX = 4;

/** The countries of a row in a few words: `China, Hong Kong`, `all countries`, `all but 6 countries`. */
export function describeOrigins(origins: string | null): string {
  if (origins === null) return "not read";
  if (origins === "ALL") return "all countries";
  const codes = origins.replace(ALL_BUT, "").split(";");
  const isAllBut = origins.startsWith(ALL_BUT);
  if (codes.length > NAMED_MAX) return `${isAllBut ? "all but " : ""}${String(codes.length)} countries`;
  return `${isAllBut ? "all but " : ""}${codes.map(countryName).join(", ")}`;
}

/** Every country of a row by name, where `describeOrigins` only counts them. */
export function originsInFull(origins: string | null): string | null {
  const codes = (origins ?? "").replace(ALL_BUT, "").split(";");
  return codes.length <= NAMED_MAX ? null : codes.map(countryName).sort().join(", ");
}

/** `25%`, `15% including the ordinary duty`. */
export function describeRate({ ratePercent, includesColumn1 }: Chapter99Row): string {
  if (ratePercent === null) return "not read";
  return includesColumn1 === true ? `${ratePercent}% including the ordinary duty` : `${ratePercent}%`;
}

/** `2025-03-04 to 2026-02-23`. */
export function describeDays({ from, until }: Pick<Chapter99Row, "from" | "until">): string {
  if (from === null) return until === null ? "days not read" : `first day not read, to ${until}`;
  return until === null ? `from ${from} on` : `${from} to ${until}`;
}

export const KIND_WORDS = { DUTY: "Duty", EXEMPTION: "Exemption" } as const satisfies Record<
  NonNullable<Chapter99Row["kind"]>,
  string
>;
