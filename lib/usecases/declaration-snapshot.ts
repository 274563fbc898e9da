import "server-only";

import { column1RatesOf } from "@/lib/data/column1-observations";
import type { DeclaredEntry } from "@/lib/data/declared-entries";
import { loadEntries } from "@/lib/data/entries-load";
import { importersOf } from "@/lib/data/importers";
import { leftOutOf, type LeftOut } from "@/lib/data/left-out-entries";
import { sourceFilesOf, type SourceFile } from "@/lib/data/source-files";
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
  type IeepaLine,
  type ImporterTerms,
  type ReadinessPoint,
} from "@/lib/domain";
import type { Frozen } from "@/lib/packet/frozen";

/** What the twelve points and the amounts of a declaration are, whether worked out now or frozen. */
export type DeclarationContent = {
  readonly entries: readonly DeclaredEntry[];
  readonly attestations: readonly Attestation[];
  readonly points: readonly ReadinessPoint[];
};

const AMOUNTS = [
  "refundable",
  "refundableMin",
  "refundableMax",
  "interest",
] as const satisfies readonly (keyof DeclaredEntry)[];

export type FrozenSnapshot = Frozen<Kept>;

/** An entry as it is kept with the file: its verdict, the lines its duty was paid on, and the rows it was read from. */
type KeptEntry = DeclaredEntry & { readonly ieepaLines: readonly IeepaLine[]; readonly source: Entry };

/** What evidence is made of, beside the content itself. */
type Evidence = {
  readonly asOf: Day;
  readonly rulesVersion: string;
  readonly ratesPublishedThrough: Day;
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
  declaration: { readonly id: string; readonly importerNumber: string; readonly filerCode: string },
  content: DeclarationContent,
  asOf: Day,
): Promise<string> {
  const query = queryOf(t);
  const numbers = content.entries.map(({ facts }) => facts.number);
  const sources = await loadEntries(query, t.orgId, numbers);
  const column1 = await column1RatesOf(query, t.orgId);
  const importer = await importersOf(t).find(declaration.importerNumber);
  const { rateClass, paysMonthly } = importer ?? TERMS_UNTIL_SAID;
  const kept: Kept = {
    asOf,
    rulesVersion: RULES.version,
    ratesPublishedThrough: LAST_PUBLISHED_RATE_DAY,
    terms: { rateClass, paysMonthly },
    sources: await sourceFilesOf(t, filesBehind(sources.values())),
    points: content.points,
    attestations: content.attestations,
    leftOut: await leftOutOf(t, declaration),
    entries: content.entries.map((entry) => toKept(entry, sources.get(entry.facts.number), column1)),
  };
  return JSON.stringify(kept);
}

function toKept(entry: DeclaredEntry, source: Entry | undefined, column1: Column1Rates): KeptEntry {
  if (!source) throw new Error(`Entry ${entry.facts.number} is declared and not there`);
  return { ...entry, ieepaLines: ieepaLinesOf(source, column1), source };
}

/** Ids of the imports that show the lines of these entries. */
const filesBehind = (entries: Iterable<Entry>): readonly string[] => {
  const files = new Set<string>();
  for (const { lines } of entries) for (const { source } of lines) files.add(source.file);
  return [...files];
};

/** What was frozen, as it was frozen: later imports, rules and answers change nothing of it. */
export function readSnapshot(snapshot: unknown): DeclarationContent {
  const { entries, attestations, points } = snapshot as Omit<DeclarationContent, "entries"> &
    Pick<FrozenSnapshot, "entries">;
  return { attestations, points, entries: entries.map(thaw) };
}

function thaw(entry: FrozenSnapshot["entries"][number]): DeclaredEntry {
  const amounts = AMOUNTS.map((name) => [name, entry[name] === null ? null : usd(entry[name])]);
  return { ...entry, ...(Object.fromEntries(amounts) as Pick<DeclaredEntry, (typeof AMOUNTS)[number]>) };
}
