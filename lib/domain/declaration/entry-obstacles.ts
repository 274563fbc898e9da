import { CAPE_LANES, type Lane } from "../eligibility/verdict";
import type { AssumedFact } from "../eligibility/facts-of-a-world";
import type { ReasonKind } from "../eligibility/reasons";
import { type EntryNumber, hasFittingCheckDigit } from "../identifiers";
import { CLOCKS } from "../law/clocks";
import type { ReadinessPointId } from "../law/readiness-points";

/** What the screening and the user's answers say of one entry of a declaration. */
export type DeclaredEntryFacts = {
  readonly number: EntryNumber;
  /** Somebody compared a failing check digit with the entry summary, and it stands. */
  readonly checkDigitConfirmed: boolean;
  readonly lane: Lane;
  /** Null: unknown, or the files name different importers. */
  readonly importerNumber: string | null;
  /** It stands on another live declaration or on a claim that was not refused. */
  readonly declaredElsewhere: boolean;
  /** A dutiable IEEPA line entered inside the window is proven. */
  readonly ieepaDutiable: boolean;
  /** Calendar days since the last (re)liquidation; null when not liquidated. */
  readonly daysSinceLiquidation: number | null;
  /** Kinds of the reasons the screening found. */
  readonly reasons: readonly ReasonKind[];
  /** Facts no file shows, taken as absent: somebody has to attest them. */
  readonly assumed: readonly AssumedFact[];
};

const POINT_OF_REASON: Partial<Record<ReasonKind, ReadinessPointId>> = {
  "claim-accepted": "duplicates",
  "claim-unanswered": "duplicates",
  "no-ieepa-number": "dutiable-line",
  "no-dutiable-ieepa-number": "dutiable-line",
  "ieepa-duty-nets-to-zero": "dutiable-line",
  "ieepa-net-below-zero": "dutiable-line",
  "entered-outside-window": "dutiable-line",
  "ieepa-duty-outside-window": "dutiable-line",
  "entry-type-excluded": "entry-type",
  "adcvd-pending-liquidation": "entry-type",
  "drawback-claim": "obstacles",
  "surety-paid": "obstacles",
  "protest-open": "obstacles",
  "protest-only-about-ieepa": "obstacles",
  "reconciliation-not-for-this-type": "obstacles",
  "reconciliation-not-yet-accepted": "obstacles",
  "summary-not-accepted": "data-final",
  "statement-not-paid": "data-final",
  "ieepa-number-invalid": "data-final",
};

const WARNING_OF_REASON: Partial<Record<ReasonKind, ReadinessPointId>> = {
  "over-one-year-unliquidated": "liquidation",
  "status-and-date-disagree": "liquidation",
  "entry-type-unlisted": "entry-type",
  "reconciliation-due-soon": "obstacles",
  "invalid-number-past-psc": "data-final",
  "psc-indicated": "data-final",
  "row-conflict": "data-final",
  "files-disagree": "data-final",
};

/** Which point an entry fails when its lane is none of CAPE's and no fact above says why. */
const POINT_OF_LANE: Record<Exclude<Lane, (typeof CAPE_LANES)[number]>, ReadinessPointId> = {
  "already-claimed": "duplicates",
  "not-ieepa": "dutiable-line",
  excluded: "entry-type",
  court: "liquidation",
  protest: "liquidation",
  "withdraw-protest": "obstacles",
  "fix-first": "data-final",
  "needs-data": "data-final",
};

const isCapeLane = (lane: Lane): lane is (typeof CAPE_LANES)[number] =>
  (CAPE_LANES as readonly Lane[]).includes(lane);

/**
 * The points an entry fails. An entry outside CAPE's lanes always fails at least one.
 * @param importerNumber - of the declaration; null where a broker merges several, who must be known all the same
 */
export function pointsFailedBy(
  entry: DeclaredEntryFacts,
  importerNumber: string | null,
): ReadonlySet<ReadinessPointId> {
  const failed = new Set<ReadinessPointId>();
  const { lane, daysSinceLiquidation: days } = entry;
  if (entry.importerNumber === null || entry.importerNumber !== (importerNumber ?? entry.importerNumber))
    failed.add("filer");
  if (!entry.checkDigitConfirmed && !hasFittingCheckDigit(entry.number)) failed.add("entry-numbers");
  if (entry.declaredElsewhere) failed.add("duplicates");
  if (!entry.ieepaDutiable) failed.add("dutiable-line");
  if (days !== null && days > CLOCKS["cape-window"].days) failed.add("liquidation");
  for (const kind of entry.reasons) {
    const point = POINT_OF_REASON[kind];
    if (point !== undefined) failed.add(point);
  }
  if (failed.size === 0 && !isCapeLane(lane)) failed.add(POINT_OF_LANE[lane]);
  return failed;
}

/** The points at which an entry passes but deserves a second look. */
export function pointsWarnedBy(entry: DeclaredEntryFacts): ReadonlySet<ReadinessPointId> {
  const warned = new Set<ReadinessPointId>();
  const { daysSinceLiquidation: days } = entry;
  if (days !== null && days >= CLOCKS["cape-window"].warnFromDay) warned.add("liquidation");
  if (entry.checkDigitConfirmed && !hasFittingCheckDigit(entry.number)) warned.add("entry-numbers");
  for (const kind of entry.reasons) {
    const point = WARNING_OF_REASON[kind];
    if (point !== undefined) warned.add(point);
  }
  return warned;
}

/** Assumptions a person takes on at the point about the data; all others at the point about obstacles. */
const ATTESTED_AS_FINAL: readonly AssumedFact[] = ["summaryRefused", "statementUnpaid", "filed-outside-ace"];

/** At which point an assumed fact is attested. */
export const pointAttesting = (fact: AssumedFact): ReadinessPointId =>
  ATTESTED_AS_FINAL.includes(fact) ? "data-final" : "obstacles";
