import type { Importer } from "@/lib/data/importers";
import type { RouteTotal } from "@/lib/data/route-entries";
import { formatEntryNumber, sumUsd, usdText, type ProtestedLine } from "@/lib/domain";
import type { CounselRow } from "@/lib/packet/counsel-workbook";
import type { CounselEntry } from "@/lib/usecases/other-routes";
import { countOf } from "@/lib/wording/count";
import { formatUsd } from "@/lib/wording/money";
import type { ProtestFacts, RouteLane } from "@/lib/wording/other-routes";
import { describeReason } from "@/lib/wording/reasons";

export const toCounselRow = (entry: CounselEntry): CounselRow => ({
  number: formatEntryNumber(entry.number),
  ...{ entryType: entry.entryType, importerNumber: entry.importerNumber, importerName: entry.importerName },
  ...{ entryDate: entry.entryDate, liquidationDate: entry.liquidationDate },
  why: (entry.decided?.reasons ?? []).map((reason) => describeReason(reason).sentence).join(" "),
  refundable: {
    min: usdText(entry.refundable ?? entry.refundableMin),
    max: entry.refundable ? usdText(entry.refundable) : entry.refundableMax && usdText(entry.refundableMax),
  },
  interest: entry.interest && usdText(entry.interest),
  protestLastDay: entry.lastDays.protest ?? null,
  courtEarliest: entry.lastDays.court ?? null,
});

export type RouteSummary = { readonly entries: number; readonly sentence: string };

/** What a lane comes to, for one importer or for all. */
export function toRouteSummary(
  totals: readonly RouteTotal[],
  lane: RouteLane,
  importer: string,
): RouteSummary {
  const own = totals.filter(
    (each) => each.lane === lane && (importer === "" || each.importerNumber === importer),
  );
  const entries = own.reduce((sum, each) => sum + each.entries, 0);
  const ranges = own.reduce((sum, each) => sum + each.ranges, 0);
  const [next] = own.flatMap(({ nextDeadline }) => nextDeadline ?? []).toSorted();
  const sum = formatUsd(usdText(sumUsd(own.map(({ refundable }) => refundable))));
  const unknown = ranges === 0 ? "" : `, and ${countOf(ranges, "range", "ranges")}`;
  const deadline = next === undefined ? "" : ` The next last day is ${next}.`;
  return {
    entries,
    sentence: `${countOf(entries, "entry", "entries")}, refundable USD ${sum}${unknown}.${deadline}`,
  };
}

/** The facts of a draft of reasons, from the very lines of its sheet. */
export function toProtestFacts(
  lines: readonly ProtestedLine[],
  {
    importer,
    total,
  }: { readonly importer: Pick<Importer, "number" | "name">; readonly total: RouteTotal | undefined },
): ProtestFacts {
  const liquidations = lines.flatMap(({ liquidatedOn }) => liquidatedOn ?? []).toSorted();
  const [firstLastDay = null] = lines.flatMap(({ lastDay }) => lastDay ?? []).toSorted();
  const codes = lines.map(({ changeFrom }) => changeFrom.slice(0, changeFrom.indexOf(",")));
  return {
    ...{ importerName: importer.name, importerNumber: importer.number, firstLastDay },
    entries: total?.entries ?? 0,
    refundable: total ? usdText(total.refundable) : "0.00",
    ranges: total?.ranges ?? 0,
    codes: [...new Set(codes)].toSorted(),
    liquidatedFrom: liquidations[0] ?? null,
    liquidatedTo: liquidations.at(-1) ?? null,
  };
}
