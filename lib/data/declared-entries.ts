import "server-only";

import {
  daysBetween,
  usd,
  type AssumedFact,
  type Day,
  type DeclaredEntryFacts,
  type DepositBasis,
  type EntryAnswers,
  type EntryNumber,
  type Lane,
  type PredictedOutcome,
  type ReasonKind,
  type Usd,
} from "@/lib/domain";

import { ORG } from "./org-parameter";
import type { ScreenedUnder } from "./screenings-write";
import { queryOf, type Tenant } from "./tenant";
import { withGrounds, type GroundedFinding } from "./verdict-parts";

/** One entry of a declaration with its current verdict. */
export type DeclaredEntry = {
  readonly facts: DeclaredEntryFacts;
  readonly refundable: Usd | null;
  readonly refundableMin: Usd;
  readonly refundableMax: Usd | null;
  readonly interest: Usd | null;
  /** The days the interest runs, and what the first rests on; null where there is none. */
  readonly interestFrom: Day | null;
  readonly interestTo: Day | null;
  readonly interestBasis: DepositBasis | null;
  /** Every reason with its facts and law. */
  readonly findings: readonly StoredFinding[];
  /**
   * What CAPE would answer; null where it was last screened before that was foretold, absent from the oldest snapshots.
   * Older ones name the rows that show each message; the facts and lines kept beside it hold them in all.
   */
  readonly predicted?: PredictedOutcome | null;
};

type Row = {
  readonly number: EntryNumber;
  readonly lane: Lane;
  readonly importer_number: string | null;
  readonly answers: EntryAnswers;
  readonly findings: readonly (StoredFinding & GroundedFinding)[];
  readonly predicted: PredictedOutcome | null;
  readonly ieepa_duty: string;
  readonly refundable: string | null;
  readonly refundable_min: string;
  readonly refundable_max: string | null;
  readonly interest: string | null;
  readonly interest_from: Day | null;
  readonly interest_to: Day | null;
  readonly interest_basis: DepositBasis | null;
  readonly declared_elsewhere: boolean;
  readonly as_of: Day;
};

/** As much of a stored finding as readiness asks for. */
type StoredFinding = {
  readonly reason: {
    readonly kind: ReasonKind;
    readonly liquidatedOn?: Day;
    readonly facts?: readonly AssumedFact[];
  };
};

/** The entries of a declaration in the order of its file, each as its current screening stands. */
export async function declaredEntries(t: Tenant, declarationId: string): Promise<readonly DeclaredEntry[]> {
  const rows = await queryOf(t)<Row>(
    `SELECT d.entry_number AS number, s.lane, e.importer_number, e.answers, s.findings, o.content AS predicted, s.ieepa_duty::text,
            s.refundable::text, s.refundable_min::text, s.refundable_max::text, s.interest::text, s.as_of::text,
            s.interest_from::text, s.interest_to::text, s.interest_basis,
            EXISTS (SELECT FROM declaration_entries o WHERE o.org_id = d.org_id AND o.entry_number = d.entry_number
                    AND o.live AND o.declaration_id <> d.declaration_id) AS declared_elsewhere
     FROM declaration_entries d
     JOIN entries e ON e.org_id = d.org_id AND e.number = d.entry_number
     JOIN screenings s ON s.org_id = d.org_id AND s.entry_number = d.entry_number
     LEFT JOIN verdict_parts o ON o.org_id = s.org_id AND o.id = s.predicted
     WHERE d.org_id = ${ORG} AND d.declaration_id = $2::uuid ORDER BY d.position`,
    [t.orgId, declarationId],
  );
  const whole = await withGrounds(
    queryOf(t),
    t.orgId,
    rows.flatMap(({ findings }) => findings),
  );
  return rows.map((row) => ({
    facts: toFacts(row),
    refundable: row.refundable === null ? null : usd(row.refundable),
    refundableMin: usd(row.refundable_min),
    refundableMax: row.refundable_max === null ? null : usd(row.refundable_max),
    interest: row.interest === null ? null : usd(row.interest),
    interestFrom: row.interest_from,
    interestTo: row.interest_to,
    interestBasis: row.interest_basis,
    findings: row.findings.map(whole),
    predicted: row.predicted,
  }));
}

/** The entries of a declaration whose verdicts rest on other rules or on another day than these. */
export async function staleEntriesOf(
  t: Tenant,
  declarationId: string,
  { version, on }: ScreenedUnder,
): Promise<readonly EntryNumber[]> {
  const rows = await queryOf(t)<{ number: EntryNumber }>(
    `SELECT d.entry_number AS number FROM declaration_entries d
     JOIN screenings s ON s.org_id = d.org_id AND s.entry_number = d.entry_number
     WHERE d.org_id = ${ORG} AND d.declaration_id = $2::uuid AND (s.rules_version <> $3::text OR s.as_of <> $4::date)`,
    [t.orgId, declarationId, version, on],
  );
  return rows.map(({ number }) => number);
}

function toFacts(row: Row): DeclaredEntryFacts {
  const reasons = row.findings.map(({ reason }) => reason);
  const liquidatedOn = reasons.flatMap((reason) => reason.liquidatedOn ?? []).at(0);
  return {
    number: row.number,
    checkDigitConfirmed: row.answers.checkDigitConfirmed,
    lane: row.lane,
    importerNumber: row.importer_number,
    declaredElsewhere: row.declared_elsewhere,
    ieepaDutiable: usd(row.ieepa_duty).greaterThan(0),
    daysSinceLiquidation: liquidatedOn === undefined ? null : daysBetween(liquidatedOn, row.as_of),
    reasons: reasons.map(({ kind }) => kind),
    assumed: reasons.flatMap(({ kind, facts }) => (kind === "not-provable-from-data" ? (facts ?? []) : [])),
  };
}
