import type { EntryNumber } from "../identifiers";
import { DECLARATION_LIMITS } from "../law/declaration-limits";
import type { FileCheck } from "./check-file";
import { toDeclarationCsv } from "./to-csv";

/**
 * The same numbers as files CBP takes: as many as the limit asks for, none when there is no number.
 * @param restored - numbers that a person had put back, each in its row
 */
export function cleanedFiles(
  { numbers, firstRows }: Pick<FileCheck, "numbers" | "firstRows">,
  restored: readonly { readonly row: number; readonly number: EntryNumber }[] = [],
): readonly string[] {
  const { entriesMax } = DECLARATION_LIMITS;
  const read = numbers.map((number, index) => ({ row: firstRows[index] ?? 0, number }));
  const inOrder = [...read, ...restored].sort((a, b) => a.row - b.row);
  const all = [...new Set(inOrder.map(({ number }) => number))];
  const files = Math.ceil(all.length / entriesMax);
  return Array.from({ length: files }, (_, index) =>
    toDeclarationCsv(all.slice(index * entriesMax, (index + 1) * entriesMax)),
  );
}
