import type { Conflict, ConflictOption } from "@/components/entries/conflicts-panel";
import {
  usdText,
  type FactConflict,
  type FactSource,
  type RowConflict,
  type SettlementRecord,
  type TariffLine,
} from "@/lib/domain";
import type { EntryView } from "@/lib/usecases/view-entry";
import { formatInstant } from "@/lib/wording/day";
import { FACT_NAMES } from "@/lib/wording/facts";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";
import { formatHts } from "@/lib/wording/tariff";

import { sourceText } from "./fact-rows";

/** Everything the files of the entry disagree on, open conflicts first. */
export function toConflicts({ conflicts, importNames }: EntryView, base: string): readonly Conflict[] {
  const sourceOf = (source: FactSource) => ({
    text: sourceText(source, importNames),
    href: `${base}/imports/${source.file}`,
  });
  const all = [
    ...conflicts.facts.map((conflict) => ofFact(conflict, sourceOf)),
    ...conflicts.rows.map((conflict) => ofRows(conflict, sourceOf)),
  ];
  return all.toSorted((a, b) => Number(a.state === "settled") - Number(b.state === "settled"));
}

type SourceOf = (source: FactSource) => ConflictOption["sources"][number];

const ofFact = ({ fact, state, choice, options }: FactConflict, sourceOf: SourceOf): Conflict => ({
  kind: "fact",
  id: fact,
  title: FACT_NAMES[fact],
  state,
  notes: choice === null ? [] : recordOf(state, choice, `, as ${choice.value}`),
  headings: [{ name: "Value" }],
  options: options.map(({ value, sightings, isNew, outcome }) => ({
    value,
    label: value,
    cells: [value],
    sources: sightings.map(({ source }) => sourceOf(source)),
    outcome: outcomeText(outcome),
    mark: markOf(state, value === choice?.value, isNew),
  })),
});

function ofRows({ state, choice, chosen, options }: RowConflict, sourceOf: SourceOf): Conflict {
  const rows = options.map(({ line, isNew, outcome }) => ({
    value: rowIdOf(line),
    label: `${numberOf(line)}, duty ${dutyOf(line)}`,
    cells: cellsOf(line),
    sources: [sourceOf(line.source)],
    outcome: outcomeText(outcome),
    mark: markOf(state, line === chosen, isNew),
  }));
  const lookEqual = new Set(rows.map(({ cells }) => cells.join("|"))).size < rows.length;
  return {
    kind: "rows",
    id: rows[0]?.value ?? "",
    title: placeOf(options.map(({ line }) => line)),
    state,
    notes: [...(choice === null ? [] : recordOf(state, choice)), ...(lookEqual ? [UNSEEN_CELLS] : [])],
    headings: ROW_HEADINGS,
    options: rows,
  };
}

const ROW_HEADINGS: Conflict["headings"] = [
  ...[{ name: "Line" }, { name: "Tariff number" }],
  ...[{ name: "Entered value", num: true }, { name: "Duty", num: true }, { name: "Origin" }],
];

/** Who settled it, when and as what, and in a line of its own what they wrote of it. */
function recordOf(state: Conflict["state"], record: SettlementRecord, as = ""): readonly string[] {
  const { by, at, note } = record;
  const settled = `Settled by ${by}, ${formatInstant(at)}${as}.`;
  const since = state === "settled" ? "" : " A file has shown something new since: settle it again.";
  return [`${settled}${since}`, ...(note === undefined ? [] : [`Note: ${note}`])];
}

const UNSEEN_CELLS =
  "Some of these rows differ in cells that are compared and not shown here, such as quantities or the manufacturer.";

function markOf(state: Conflict["state"], isChosen: boolean, isNew: boolean): ConflictOption["mark"] {
  if (state === "settled") return isChosen ? "true" : "overruled";
  return isNew ? "new" : null;
}

const outcomeText = ({ lane, refund }: FactConflict["options"][number]["outcome"]): string =>
  `${LANE_WORDS[lane].name}, ${formatUsdRange(usdText(refund.min), refund.max && usdText(refund.max))} refundable`;

/** As the form sends it; `rowField` of the actions reads it. */
const rowIdOf = ({ source }: TariffLine): string => `${String(source.row)} ${source.file}`;

const numberOf = ({ hts, htsFound }: TariffLine): string =>
  hts === null ? htsFound : hts.startsWith("99") ? formatHts(hts).slice(0, 10) : formatHts(hts);

const dutyOf = ({ duty, dutyFound }: TariffLine): string =>
  duty === null ? dutyFound || "blank" : formatUsd(usdText(duty));

const cellsOf = (line: TariffLine): readonly string[] => [
  ...[line.lineNumber ?? "", numberOf(line)],
  ...[line.value === null ? "" : formatUsd(usdText(line.value)), dutyOf(line), line.origin ?? ""],
];

/** "Line 1, ordinal 2": what the rows agree on, as far as they know it. */
function placeOf(lines: readonly TariffLine[]): string {
  const lineNumber = lines.find((line) => line.lineNumber !== null)?.lineNumber;
  const ordinal = lines.find((line) => line.ordinal !== null)?.ordinal;
  const parts = [lineNumber && `line ${lineNumber}`, ordinal && `ordinal ${ordinal}`].filter(Boolean);
  return parts.length === 0 ? "Rows of one tariff number" : `Rows of ${parts.join(", ")}`;
}
