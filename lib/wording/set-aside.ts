import type { SetAsideReason } from "@/lib/domain";

type SetAsideWords = {
  readonly one: string;
  readonly many: string;
  /** Null: nothing is to do. */
  readonly remedy: string | null;
};

export const SET_ASIDE_WORDS = {
  "repeated-header": { one: "repeated header", many: "repeated headers", remedy: null },
  "total-row": { one: "totals row", many: "totals rows", remedy: null },
  footer: { one: "footer", many: "footers", remedy: null },
  "no-entry-number": {
    one: "row without an entry number",
    many: "rows without an entry number",
    remedy: "Fill in the entry number and import the file again.",
  },
  "entry-number-unreadable": {
    one: "unreadable entry number",
    many: "unreadable entry numbers",
    remedy: "Take the number from the original report and import the file again.",
  },
  "entry-number-lost-zeros": {
    one: "entry number that lost leading zeros",
    many: "entry numbers that lost leading zeros",
    remedy: "Check the proposed number, restore the zeros and import the file again.",
  },
  "identical-repeat": { one: "identical repeat", many: "identical repeats", remedy: null },
  "same-key-conflict": {
    one: "row that contradicts another",
    many: "rows that contradict each other",
    remedy: "Keep the row that matches the entry summary and import the file again.",
  },
  "too-many-cells": {
    one: "row with too many cells",
    many: "rows with too many cells",
    remedy: "An amount with a comma probably lacks its quotes. Export the file again.",
  },
  "broken-quotes": {
    one: "row with broken quotes",
    many: "rows with broken quotes",
    remedy: "A quote was opened and never closed. Export the file again.",
  },
  "payment-unreadable": {
    one: "payment that cannot be read",
    many: "payments that cannot be read",
    remedy: "Write the amount as 1234.50 and the day as MM/DD/YYYY, and import the file again.",
  },
  "no-credit": {
    one: "row that is no credit",
    many: "rows that are no credits",
    remedy: null,
  },
} as const satisfies Record<SetAsideReason, SetAsideWords>;
