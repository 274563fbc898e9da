import type { CellCheckProblem } from "@/lib/domain";

/** Why a row of a returned workbook, or a cell of it, is not taken; the sheet's own row number. */
export type ReturnedRefusal = { readonly sheetRow: number } & (
  | { readonly kind: "no-key" | "other-import" | "key-twice" | "row-not-there" | "key-changed" }
  | {
      readonly kind: "cell";
      readonly row: number;
      readonly column: string;
      readonly problem: CellCheckProblem;
    }
);
