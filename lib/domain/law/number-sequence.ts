import { type Day, day } from "../day";
import type { NonEmpty } from "../result";
import type { Citation } from "./citation";

/** The parts of a line that CBP puts in order. Programs it does not name, such as Section 122, have no place in it. */
export type SequenceBlock =
  | "chapter-98"
  | "section-301"
  | "ieepa-fentanyl"
  | "ieepa-reciprocal"
  | "ieepa-other"
  | "section-232-or-201"
  | "commodity";

export type NumberSequence = {
  /** Days of entry, both included. */
  readonly from: Day;
  readonly until: Day | null;
  /** First and last place a number of the block may have; blocks that share places stand in any order. */
  readonly places: Readonly<Record<SequenceBlock, readonly [first: number, last: number]>>;
  readonly source: Citation;
};

/** The order of tariff numbers on one line of an entry summary, top down, by day of entry. */
export const NUMBER_SEQUENCES = [
  {
    from: day("2025-04-05"),
    until: day("2025-08-06"),
    places: {
      "chapter-98": [0, 0],
      "section-301": [1, 1],
      "ieepa-fentanyl": [2, 3],
      "ieepa-reciprocal": [2, 3],
      "ieepa-other": [2, 3],
      "section-232-or-201": [4, 4],
      commodity: [5, 5],
    },
    source: { law: "CSMS 64680374", published: "CBP, Apr 2025" },
  },
  {
    from: day("2025-08-07"),
    until: null,
    places: {
      "chapter-98": [0, 0],
      "section-301": [1, 1],
      "ieepa-fentanyl": [2, 2],
      "ieepa-reciprocal": [3, 3],
      // Brazil and India: the messages name fentanyl and reciprocal duty only.
      "ieepa-other": [2, 3],
      "section-232-or-201": [4, 4],
      commodity: [5, 5],
    },
    source: { law: "CSMS 65829726, 66242844, 66987366, 67133044", published: "CBP, Aug to Dec 2025" },
  },
] as const satisfies NonEmpty<NumberSequence>;

/** From this day of entry every line needed a reciprocal number, with duty or as an exemption. */
export const RECIPROCAL_NUMBER = {
  from: day("2025-04-05"),
  until: day("2026-02-23"),
  source: { law: "CSMS 64680374, 67834313", published: "CBP, Apr 2025 and 22 Feb 2026" },
} as const satisfies { from: Day; until: Day; source: Citation };

/** The order that held on a day of entry; null before CBP published one. */
export const sequenceOn = (entered: Day): NumberSequence | null =>
  NUMBER_SEQUENCES.find(({ from, until }) => from <= entered && (until === null || entered <= until)) ?? null;
