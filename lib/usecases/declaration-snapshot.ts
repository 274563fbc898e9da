import "server-only";

import { column1RatesOf } from "@/lib/data/column1-observations";
import type { DeclaredEntry } from "@/lib/data/declared-entries";
import { loadEntries } from "@/lib/data/entries-load";
import { importersOf, type Importer } from "@/lib/data/importers";
import { leftOutOf, type LeftOut } from "@/lib/data/left-out-entries";
import { sourceFilesOf, type SourceFile } from "@/lib/data/source-files";
import { toStoredFacts, type StoredFacts } from "@/lib/data/stored-facts";
import { queryOf, type Tenant } from "@/lib/data/tenant";
import {
  ieepaLinesOf,
  LAST_PUBLISHED_RATE_DAY,
  TERMS_UNTIL_SAID,
  RULES,
  usd,
  type Attestation,
  type Column1Rates,
  type Day,
  type Entry,
  type FilingRight,
  type IeepaLine,
  type ImporterTerms,
  type ReadinessPoint,
  type SignOff,
} from "@/lib/domain";
import type { Frozen } from "@/lib/packet/frozen";

/** What the twelve points and the amounts of a declaration are, whether worked out now or frozen. */
export type DeclarationContent = {
  /** Today, or the day of the freeze. */
  readonly asOf: Day;
  readonly entries: readonly DeclaredEntry[];
  readonly attestations: readonly Attestation[];
  readonly points: readonly ReadinessPoint[];
  /** Whose entries the organization may declare, as it said; null while it had not said it. */
  readonly right: FilingRight | null;
  readonly signOff: SignOff;
};

const AMOUNTS = [
  "refundable",
  "refundableMin",
  "refundableMax",
  "interest",
] as const satisfies readonly (keyof DeclaredEntry)[];

export type FrozenSnapshot = Frozen<Kept>;

/** An entry as it is kept with the file: its verdict, the lines its duty was paid on, and the rows it was read from. */
type KeptEntry = DeclaredEntry & { readonly ieepaLines: readonly IeepaLine[]; readonly source: KeptSource };

/** The facts as the books store them, each source once; the oldest snapshots keep them with a source each. */
type KeptSource = Omit<Entry, "facts"> & { readonly facts: StoredFacts };

/** What evidence is made of, beside the content itself. */
type Evidence = {
  readonly rulesVersion: string;
  readonly ratesPublishedThrough: Day;
  /** Every importer of record in the file with what its interest rests on; absent from the oldest snapshots. */
  readonly importers?: readonly Importer[];
  /** Of the first importer, who is the only one unless a broker merged several. */
  readonly terms: ImporterTerms;
  readonly sources: readonly SourceFile[];
};

type Kept = Evidence &
  Omit<DeclarationContent, "entries"> & {
    readonly entries: readonly KeptEntry[];
    readonly leftOut: readonly LeftOut[];
  };

/** Source rows, amounts, reasons, attestations, rules and rates versions, as JSON. */
export async function takeSnapshot(
  t: Tenant,
  declaration: { readonly id: string; readonly importerNumber: string | null; readonly filerCode: string },
  content: DeclarationContent,
): Promise<string> {
  const query = queryOf(t);
  const numbers = content.entries.map(({ facts }) => facts.number);
  const sources = await loadEntries(query, t.orgId, numbers);
  const column1 = await column1RatesOf(query, t.orgId);
  const importers = await importersOf(t).findAll(
    content.entries.flatMap(({ facts }) => facts.importerNumber ?? []),
  );
  const { rateClass, paysMonthly } = importers[0] ?? TERMS_UNTIL_SAID;
  const kept: Kept = {
    asOf: content.asOf,
    rulesVersion: RULES.version,
    ratesPublishedThrough: LAST_PUBLISHED_RATE_DAY,
    importers,
    terms: { rateClass, paysMonthly },
    sources: await sourceFilesOf(t, filesBehind(sources.values())),
    points: content.points,
    right: content.right,
    signOff: content.signOff,
    attestations: content.attestations,
    leftOut: await leftOutOf(t, declaration),
    entries: content.entries.map((entry) => toKept(entry, sources.get(entry.facts.number), column1)),
  };
  return JSON.stringify(kept);
}

function toKept(entry: DeclaredEntry, source: Entry | undefined, column1: Column1Rates): KeptEntry {
  if (!source) throw new Error(`Entry ${entry.facts.number} is declared and not there`);
  const kept = { ...source, facts: toStoredFacts(source.facts) };
  return { ...entry, ieepaLines: ieepaLinesOf(source, column1), source: kept };
}

/** Ids of the imports that show the lines of these entries. */
const filesBehind = (entries: Iterable<Entry>): readonly string[] => {
  const files = new Set<string>();
  for (const { lines } of entries) for (const { source } of lines) files.add(source.file);
  return [...files];
};

/** What was frozen, as it was frozen: later imports, rules and answers change nothing of it. */
export function readSnapshot(snapshot: unknown): DeclarationContent {
  const { asOf, entries, attestations, points, right, signOff } = snapshot as Pick<
    FrozenSnapshot,
    "entries"
  > &
    Pick<DeclarationContent, "asOf" | "attestations" | "points"> &
    Partial<Pick<DeclarationContent, "right" | "signOff">>;
  return {
    asOf,
    attestations: attestations.map(withWords),
    // Snapshots from before the question of point 1 was asked hold neither its answer nor a sign-off.
    points: points.map((point) => ({
      ...point,
      kind: (point as Partial<typeof point>).kind ?? point.rule.kind,
      attestation: point.attestation && withWords(point.attestation),
    })),
    right: right ?? null,
    signOff: signOff ?? { kind: "not-needed" },
    entries: entries.map(thaw),
  };
}

/** The oldest attestations hold a name and a time alone. */
const withWords = (attestation: Attestation): Attestation => ({
  ...{ statement: "", note: "" },
  ...attestation,
});

function thaw(entry: FrozenSnapshot["entries"][number]): DeclaredEntry {
  const amounts = AMOUNTS.map((name) => [name, entry[name] === null ? null : usd(entry[name])]);
  return { ...entry, ...(Object.fromEntries(amounts) as Pick<DeclaredEntry, (typeof AMOUNTS)[number]>) };
}
