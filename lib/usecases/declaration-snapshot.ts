import "server-only";

import type { DeclaredEntry } from "@/lib/data/declared-entries";
import { loadEntries } from "@/lib/data/entries-load";
import { queryOf, type Tenant } from "@/lib/data/tenant";
import {
  LAST_PUBLISHED_RATE_DAY,
  RULES,
  usd,
  type Attestation,
  type Day,
  type ReadinessPoint,
  type Usd,
} from "@/lib/domain";

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

/** Amounts as JSON holds them: text. */
type Frozen<E> = {
  readonly [Key in keyof E]: E[Key] extends Usd ? string : E[Key] extends Usd | null ? string | null : E[Key];
};

/** Source rows, amounts, reasons, attestations, rules and rates versions, as JSON. */
export async function takeSnapshot(t: Tenant, content: DeclarationContent, asOf: Day): Promise<string> {
  const numbers = content.entries.map(({ facts }) => facts.number);
  const sources = await loadEntries(queryOf(t), t.orgId, numbers);
  const snapshot = {
    asOf,
    rulesVersion: RULES.version,
    ratesPublishedThrough: LAST_PUBLISHED_RATE_DAY,
    points: content.points,
    attestations: content.attestations,
    entries: content.entries.map((entry) => ({ ...entry, source: sources.get(entry.facts.number) })),
  };
  return JSON.stringify(snapshot);
}

/** What was frozen, as it was frozen: later imports, rules and answers change nothing of it. */
export function readSnapshot(snapshot: unknown): DeclarationContent {
  const { entries, attestations, points } = snapshot as Omit<DeclarationContent, "entries"> & {
    readonly entries: readonly Frozen<DeclaredEntry>[];
  };
  return { attestations, points, entries: entries.map(thaw) };
}

function thaw(entry: Frozen<DeclaredEntry>): DeclaredEntry {
  const amounts = AMOUNTS.map((name) => [name, entry[name] === null ? null : usd(entry[name])]);
  return { ...entry, ...Object.fromEntries(amounts) } as DeclaredEntry;
}
