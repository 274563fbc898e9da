import { day } from "../day";
import { screenEntry, type Screening, type ScreeningContext } from "../eligibility/screen-entry";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { anEntry, type EntrySketch } from "./an-entry";

/** An entry screened on a day, by default 2026-11-21, for a corporation, with no ordinary rate known. */
export const screened = (
  sketch: EntrySketch,
  asOf = "2026-11-21",
  context: Partial<ScreeningContext> = {},
): Screening =>
  screenEntry(anEntry(sketch), {
    asOf: day(asOf),
    column1: NO_COLUMN1_RATES,
    rateClass: "corporation",
    ...context,
  });

/** The kinds of all reasons, in the order shown. */
export const reasonKinds = ({ findings }: Screening): readonly string[] =>
  findings.map(({ reason }) => reason.kind);

/** The facts that change the lane. */
export const missingFactsOf = ({ missing }: Screening): readonly string[] => missing.map(({ fact }) => fact);
