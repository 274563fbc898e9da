import type { FilingRightFormProps } from "@/components/declarations/filing-right-form";
import { filersOf } from "@/lib/data/filers";
import { importersOf } from "@/lib/data/importers";
import { organizationSettingsOf } from "@/lib/data/organization-settings";
import type { Tenant } from "@/lib/data/tenant";
import type { FilingRight } from "@/lib/domain";

type FilingQuestion = Pick<FilingRightFormProps, "role" | "importers" | "filers">;

/** The numbers of the books to choose from, and those that were said before. */
export async function filingQuestion(t: Tenant): Promise<FilingQuestion> {
  const { right } = await organizationSettingsOf(t).filing();
  const named = new Map((await importersOf(t).list()).map(({ number, name }) => [number, name]));
  const importers = union([...named.keys()], ownOf(right, "importer"));
  const filers = union(await filersOf(t), ownOf(right, "broker"));
  return {
    role: right?.role ?? null,
    importers: importers.map((value) => ({
      ...{ value, of: named.get(value) ?? "in no file yet" },
      own: ownOf(right, "importer").includes(value),
    })),
    filers: filers.map((value) => ({ value, of: "", own: ownOf(right, "broker").includes(value) })),
  };
}

const ownOf = (right: FilingRight | null, role: FilingRight["role"]): readonly string[] => {
  if (right?.role !== role) return [];
  return right.role === "importer" ? right.importerNumbers : right.filerCodes;
};

const union = (some: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set([...some, ...others])].sort();
