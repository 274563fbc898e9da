import type { ComponentProps } from "react";

import type { StandingsResult } from "@/components/declarations/standings-result";
import { STANDINGS, sumUsd, usd, usdText } from "@/lib/domain";
import { CSV_START, toCsvLine, type ExportCell } from "@/lib/files/safe-cell";
import { countOf } from "@/lib/wording/count";
import { WITHOUT_BOUND } from "@/lib/wording/entry-export";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";
import { STANDING_EXPORT_HEADINGS, STANDING_WORDS } from "@/lib/wording/standings";

import type { StandingRow } from "./standing-row";

type Standings = ComponentProps<typeof StandingsResult>;

/** What the books say of a file: by standing with its dollars, and number by number. */
export function toStandings(rows: readonly StandingRow[], base: string): Standings {
  return {
    groups: STANDINGS.flatMap((standing) => {
      const own = rows.filter((row) => row.standing === standing);
      return own.length === 0 ? [] : [{ id: standing, ...STANDING_WORDS[standing], ...sumOf(own) }];
    }),
    importers: importersOf(rows),
    // What needs somebody first: the numbers nothing speaks against stand last.
    rows: STANDINGS.flatMap((standing) => rows.filter((row) => row.standing === standing)).map((row) =>
      toRow(row, base),
    ),
    csv: `data:text/csv;charset=utf-8,${encodeURIComponent(CSV_START + toCsv(rows))}`,
  };
}

function sumOf(rows: readonly StandingRow[]) {
  const certain = rows.flatMap(({ refundable }) =>
    refundable && refundable.min === refundable.max ? [usd(refundable.min)] : [],
  );
  const ranges = rows.filter(({ refundable }) => refundable && refundable.min !== refundable.max).length;
  const total = formatUsd(usdText(sumUsd(certain)));
  return {
    entries: countOf(rows.length, "entry", "entries"),
    refundable: ranges === 0 ? total : `${total} and ${countOf(ranges, "range", "ranges")}`,
  };
}

/** More than one: an importer's account files its own entries only. */
function importersOf(rows: readonly StandingRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { importer } of rows)
    if (importer !== null) counts.set(importer, (counts.get(importer) ?? 0) + 1);
  return [...counts].map(([number, entries]) => `${number}: ${countOf(entries, "entry", "entries")}`);
}

const toRow = (row: StandingRow, base: string): Standings["rows"][number] => ({
  number: row.number,
  href: row.lane === null ? null : `${base}/entries/${row.number.replaceAll("-", "")}`,
  ...{ name: STANDING_WORDS[row.standing].name, tone: STANDING_WORDS[row.standing].tone },
  lane: row.lane ?? "not known",
  refundable: row.refundable && formatUsdRange(row.refundable.min, row.refundable.max),
  declaration: row.declaration && {
    name: row.declaration.fileName,
    href: `${base}/declarations/${row.declaration.id}`,
  },
  ...{ claims: row.claims, why: row.why },
});

const rangeCells = (refundable: StandingRow["refundable"]): readonly ExportCell[] =>
  refundable === null
    ? [null, null]
    : [{ figure: refundable.min }, refundable.max === null ? WITHOUT_BOUND : { figure: refundable.max }];

const toCsv = (rows: readonly StandingRow[]): string =>
  [
    toCsvLine(STANDING_EXPORT_HEADINGS),
    ...rows.map((row) =>
      toCsvLine([
        ...[row.number, STANDING_WORDS[row.standing].name, row.lane, row.importer],
        ...rangeCells(row.refundable),
        ...[row.declaration?.fileName ?? null, row.claims, row.why],
      ]),
    ),
  ].join("");
