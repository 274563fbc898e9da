import { formatEntryNumber, type RowProblem } from "@/lib/domain";
import { countOf, formatCount } from "./count";
import { listOf } from "./facts";

/** A problem in words: where it is, what was found, why it matters, how to mend it. */
export type ProblemWords = {
  readonly where: string;
  readonly found: string;
  readonly what: string;
  readonly why: string;
  readonly how: string;
};

type Explained = Pick<ProblemWords, "what" | "why" | "how">;
type EntryNumberProblem = Extract<
  RowProblem,
  { kind: "entry-number-lost-zeros" | "entry-number-unreadable" }
>;

/** "ES003_part2.csv, row 4,182, Entry Summary Number". */
function whereOf(problem: RowProblem, fileName: string): string {
  const row = `${fileName}, row ${formatCount(problem.row)}`;
  return "column" in problem ? `${row}, ${problem.column}` : row;
}

function foundOf(problem: RowProblem): string {
  if (problem.kind === "broken-quotes") return "";
  return problem.kind === "too-many-cells" ? countOf(problem.found, "cell", "cells") : problem.found;
}

const proposalsOf = ({ proposals }: EntryNumberProblem): string =>
  listOf(proposals.map((number) => `\`${formatEntryNumber(number)}\``)).replace(" and ", " or ");

function explainEntryNumber(problem: EntryNumberProblem): Explained {
  const length = problem.found.trim().length;
  const restore =
    problem.proposals.length === 0 ? "" : ` Should it be ${proposalsOf(problem)}? The check digit fits.`;
  if (problem.kind === "entry-number-lost-zeros") {
    return {
      what: "Entry number lost its leading zeros",
      why: `It has ${countOf(length, "character", "characters")} and needs 11. Excel probably dropped the zeros.`,
      how: `Restore the zeros in the file and import it again.${restore}`,
    };
  }
  const exponent = /e[+-]?\d/i.test(problem.found) && problem.found.includes("+");
  return {
    what: "Entry number cannot be read",
    why: exponent
      ? "Excel turned it into a number in scientific notation, and the digits are gone."
      : "An entry number has a filer code of three letters or digits, seven digits and a check digit.",
    how: `Take the number from the original report and import the file again.${restore}`,
  };
}

const MISREAD = {
  "duty-unreadable": {
    what: "Duty cannot be read",
    why: "The duty of this row is not known, so the refundable amount becomes a range.",
    how: "Write the amount as 1234.50, (1,234.50) or -, and import the file again.",
  },
  "value-unreadable": {
    what: "Entered value cannot be read",
    why: "Without the value the rate cannot be checked, and ordinary duty in a 15% line cannot be told.",
    how: "Write the amount as 1234.50 and import the file again.",
  },
  "amount-unreadable": {
    what: "Amount cannot be read",
    why: "A refund or payment without its amount cannot be reconciled.",
    how: "Write the amount as 1234.50 and import the file again.",
  },
  "tariff-number-unreadable": {
    what: "Tariff number cannot be read",
    why: "A tariff number has 8 or 10 digits. Without it the program of the duty is not known.",
    how: "Take the number from the entry summary and import the file again.",
  },
  "origin-unreadable": {
    what: "Country of origin cannot be read",
    why: "It must be the two letters of the country, or a name that one country alone goes by.",
    how: "Write the ISO code, such as CN, and import the file again.",
  },
  "entry-type-unreadable": {
    what: "Entry type cannot be read",
    why: "The type decides whether CAPE takes the entry.",
    how: "Write the two digits, such as 01, and import the file again.",
  },
} as const;

function explain(problem: RowProblem): Explained {
  switch (problem.kind) {
    case "entry-number-missing":
      return {
        what: "Entry number is missing",
        why: "A row without an entry number belongs to no entry.",
        how: "Fill in the entry number and import the file again.",
      };
    case "entry-number-lost-zeros":
    case "entry-number-unreadable":
      return explainEntryNumber(problem);
    case "duty-unreadable":
    case "value-unreadable":
    case "amount-unreadable":
    case "tariff-number-unreadable":
    case "origin-unreadable":
    case "entry-type-unreadable":
      return MISREAD[problem.kind];
    case "date-unreadable":
      return {
        what: "Date cannot be read",
        why: problem.dayFirst
          ? "It seems to begin with the day; dates are read month first, and guessing would move clocks."
          : "It is no date that exists, or not written in a form we know.",
        how: "Write it as MM/DD/YYYY or YYYY-MM-DD and import the file again.",
      };
    case "too-many-cells":
      return {
        what: "Row has too many cells",
        why: `The header has ${countOf(problem.expected, "column", "columns")}. An amount with a comma probably lacks its quotes.`,
        how: "Export the file again with quotes around amounts.",
      };
    case "broken-quotes":
      return {
        what: "Row has broken quotes",
        why: "A quote was opened and never closed, so the cells cannot be told apart.",
        how: "Export the file again; do not edit it by hand.",
      };
  }
}

/** One problem of one row, in the words of the person who has to mend it. */
export const describeProblem = (problem: RowProblem, fileName: string): ProblemWords => ({
  where: whereOf(problem, fileName),
  found: foundOf(problem),
  ...explain(problem),
});
