import type { AssumedFact } from "../eligibility/facts-of-a-world";
import { type EntryNumber, type FilerCode, filerCodeOf } from "../identifiers";
import { DECLARATION_LIMITS } from "../law/declaration-limits";
import { READINESS_POINTS, type ReadinessPointId, type ReadinessPointRule } from "../law/readiness-points";
import { type DeclaredEntryFacts, pointAttesting, pointsFailedBy, pointsWarnedBy } from "./entry-obstacles";
import { type FilingRight, rightRefusal } from "./filing-right";

/** Who took responsibility for a point, and when (ISO 8601). */
export type Attestation = {
  readonly point: number;
  readonly name: string;
  readonly at: string;
  /** What was attested, as it read then. */
  readonly statement: string;
  /** What it rests on, in the words of who attested it; empty where nothing was written. */
  readonly note: string;
};

/** A declaration as it would be downloaded. */
export type DeclarationFacts = {
  /** Null: a broker's file of several importers. */
  readonly importerNumber: string | null;
  readonly filerCode: FilerCode;
  /** Null: the organization has not said whose entries it may declare. */
  readonly right: FilingRight | null;
  readonly entries: readonly DeclaredEntryFacts[];
  readonly fileBytes: number;
};

export type ReadinessState = "met" | "warning" | "failed" | "to-attest" | "attested";

/** One of the twelve points with its answer and what it rests on. */
export type ReadinessPoint = {
  readonly rule: ReadinessPointRule;
  readonly id: ReadinessPointId;
  /** Point 1 is computed once the organization said whose entries it may declare, and attested until then. */
  readonly kind: ReadinessPointRule["kind"];
  readonly state: ReadinessState;
  /** Entries that fail the point, in the order of the file. */
  readonly failing: readonly EntryNumber[];
  /** Entries that pass it but deserve a second look. */
  readonly warned: readonly EntryNumber[];
  /** What no file shows and the attestation covers. */
  readonly assumed: readonly AssumedFact[];
  readonly attestation: Attestation | null;
};

/** Insertion order is kept, so entries stay in the order of the file. */
type ByPoint<T> = Map<ReadinessPointId, Set<T>>;

type Findings = {
  readonly failing: ByPoint<EntryNumber>;
  readonly warned: ByPoint<EntryNumber>;
  readonly assumed: ByPoint<AssumedFact>;
  readonly fileFails: boolean;
};

/** All twelve points, in their order. A fact that refutes an attested point outweighs the attestation. */
export function assessReadiness(
  declaration: DeclarationFacts,
  attestations: readonly Attestation[],
): readonly ReadinessPoint[] {
  const findings = findingsOf(declaration);
  return READINESS_POINTS.map((rule) => {
    const kind = readinessKind(rule, declaration.right);
    const found = attestations.find(({ point }) => point === rule.point) ?? null;
    const attestation = kind === "attested" ? found : null;
    return {
      rule,
      id: rule.id,
      kind,
      state: stateOf(rule.id, kind, findings, attestation),
      failing: [...(findings.failing.get(rule.id) ?? [])],
      warned: [...(findings.warned.get(rule.id) ?? [])],
      assumed: [...(findings.assumed.get(rule.id) ?? [])],
      attestation,
    };
  });
}

/** How a point is answered: what an organization said of itself answers point 1 for every entry. */
export const readinessKind = (
  { id, kind }: ReadinessPointRule,
  right: FilingRight | null,
): ReadinessPointRule["kind"] => (id === "filer" && right !== null ? "computed" : kind);

/** True when nothing that blocks the filing is open: the file may be frozen and downloaded. */
export const mayDownload = (points: readonly ReadinessPoint[]): boolean => openPoints(points).length === 0;

/** What blocks the download. */
export const openPoints = (points: readonly ReadinessPoint[]): readonly ReadinessPoint[] =>
  points.filter(({ rule, state }) => rule.blocking && (state === "failed" || state === "to-attest"));

function stateOf(
  id: ReadinessPointId,
  kind: ReadinessPointRule["kind"],
  findings: Findings,
  attestation: Attestation | null,
): ReadinessState {
  if (findings.failing.has(id)) return "failed";
  if (id === "file-limits" && findings.fileFails) return "failed";
  if (kind === "attested") return attestation === null ? "to-attest" : "attested";
  return findings.warned.has(id) ? "warning" : "met";
}

function findingsOf(declaration: DeclarationFacts): Findings {
  const { importerNumber, filerCode, right, entries, fileBytes } = declaration;
  const failing: ByPoint<EntryNumber> = new Map();
  const warned: ByPoint<EntryNumber> = new Map();
  const assumed: ByPoint<AssumedFact> = new Map();
  const seen = new Set<EntryNumber>();
  for (const entry of entries) {
    const failed = new Set(pointsFailedBy(entry, importerNumber));
    if (seen.has(entry.number)) failed.add("duplicates");
    if (filerCodeOf(entry.number) !== filerCode) failed.add("filer");
    if (right !== null && rightRefusal(right, entry) !== null) failed.add("filer");
    seen.add(entry.number);
    for (const point of failed) add(failing, point, entry.number);
    for (const point of pointsWarnedBy(entry)) add(warned, point, entry.number);
    for (const fact of entry.assumed) add(assumed, pointAttesting(fact), fact);
  }
  return { failing, warned, assumed, fileFails: !isWithinLimits(entries.length, fileBytes) };
}

function add<T>(byPoint: ByPoint<T>, point: ReadinessPointId, item: T): void {
  byPoint.set(point, (byPoint.get(point) ?? new Set<T>()).add(item));
}

const isWithinLimits = (entries: number, fileBytes: number): boolean =>
  entries > 0 && entries <= DECLARATION_LIMITS.entriesMax && fileBytes < DECLARATION_LIMITS.bytesBelow;
