import type { EntryNumber } from "../identifiers";

/** Why a row is not used. Every row that is read is either used or has exactly one of these. */
export type SetAsideReason =
  | "repeated-header"
  | "total-row"
  | "footer"
  | "no-entry-number"
  | "entry-number-unreadable"
  | "entry-number-lost-zeros"
  | "identical-repeat"
  | "same-key-conflict"
  | "too-many-cells"
  | "broken-quotes"
  /** A payment without a total that can be read. */
  | "payment-unreadable"
  /** A row of a bank that is no credit. */
  | "no-credit";

type Cell = {
  readonly row: number;
  /** The heading as the file prints it. */
  readonly column: string;
  readonly found: string;
};

/** What is wrong in a row: where and what was found. The words that say why and how to mend it live elsewhere. */
export type RowProblem =
  | (Cell & { readonly kind: "entry-number-missing" })
  | (Cell & {
      readonly kind: "entry-number-lost-zeros" | "entry-number-unreadable";
      readonly proposals: readonly EntryNumber[];
    })
  | (Cell & {
      readonly kind:
        | "duty-unreadable"
        | "value-unreadable"
        | "tariff-number-unreadable"
        | "origin-unreadable"
        | "entry-type-unreadable"
        | "amount-unreadable";
    })
  | (Cell & { readonly kind: "date-unreadable"; readonly dayFirst: boolean })
  | {
      readonly kind: "too-many-cells";
      readonly row: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly kind: "broken-quotes"; readonly row: number };
