/** Bounds of reading, so that a hostile or mistaken file costs neither memory nor patience. */
export const INTAKE_LIMITS = {
  /** The heading row stands within the first lines of the file; broker reports put up to about 20 title lines above. */
  headerSearchLines: 25,
  /** A row with this many known headings is taken for the heading row. */
  knownHeadingsMin: 3,
  /** Set-aside rows beyond this many keep their number and reason, but not their cells. */
  keptRawRowsMax: 10_000,
  /** Examples kept of each kind of problem. */
  problemExamplesMax: 20,
} as const;
