/** Headings of the entries list as a file, in the order of its columns. */
export const ENTRY_EXPORT_HEADINGS = [
  "Entry number",
  "Importer number",
  "Importer name",
  "Entry type",
  "Entry date",
  "Liquidation date",
  "Lane",
  "Refundable, USD",
  "Refundable at least, USD",
  "Refundable at most, USD",
  "Interest, USD, estimate",
  "Next deadline",
  "Reason",
] as const;

/** Stands where a range has no upper end. */
export const WITHOUT_BOUND = "not bounded";

/** Headings in front of those of the file itself. */
export const SET_ASIDE_EXPORT_HEADINGS = ["Row", "Why it was set aside", "What to do"] as const;
