import "server-only";

import { decidedBy, type DecidedBy } from "@/lib/data/entry-export";
import { importersOf, type Importer } from "@/lib/data/importers";
import { importsOf } from "@/lib/data/imports";
import { filersOfImporters, openEntriesOf, type FilerOfImporter } from "@/lib/data/route-entries";
import type { Tenant } from "@/lib/data/tenant";
import type { AbsentColumn, EntryNumber } from "@/lib/domain";

/** What the books hold for letters to the brokers of an organization. */
export type LetterBooks = {
  readonly importers: readonly Importer[];
  readonly filers: readonly FilerOfImporter[];
  /** To whom: null while nothing is imported. */
  readonly chosen: FilerOfImporter | null;
  /** Columns that the files read so far lack, each once. */
  readonly absent: readonly AbsentColumn[];
  readonly open: readonly { readonly number: EntryNumber; readonly decided: DecidedBy | undefined }[];
  readonly openCount: number;
};

/** What fits on a page of a letter. */
const ENTRIES_NAMED = 50;
const IMPORTS_LOOKED_AT = 50;

/** @param asked - importer and filer, as the address says; the first there is, where they make no sense */
export async function letterBooks(
  t: Tenant,
  asked: { readonly importer: string; readonly filer: string },
): Promise<LetterBooks> {
  const filers = await filersOfImporters(t);
  const ofImporter = filers.filter(({ importerNumber }) => importerNumber === asked.importer);
  const chosen =
    ofImporter.find(({ filerCode }) => filerCode === asked.filer) ?? ofImporter[0] ?? filers[0] ?? null;
  const { count, numbers } = chosen
    ? await openEntriesOf(t, chosen, ENTRIES_NAMED)
    : { count: 0, numbers: [] };
  const decided = await decidedBy(t, numbers);
  const imports = await importsOf(t).list(IMPORTS_LOOKED_AT);
  const absent = imports.flatMap(({ state, recognition }) =>
    state === "committed" ? (recognition?.absent ?? []) : [],
  );
  return {
    importers: await importersOf(t).list(),
    filers,
    chosen,
    absent: [...new Map(absent.map((column) => [column.field, column])).values()],
    open: numbers.map((number) => ({ number, decided: decided.get(number) })),
    openCount: count,
  };
}
