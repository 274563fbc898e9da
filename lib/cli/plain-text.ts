import { type AbsentColumn, type AssembledFile, type RateClass, usdText, ZERO_USD } from "@/lib/domain";
import { countOf, formatCount } from "@/lib/wording/count";
import { LANE_WORDS, LANES_IN_READING_ORDER } from "@/lib/wording/lanes";
import { toMissingColumns } from "@/lib/wording/missing-columns";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";
import { describeProblem } from "@/lib/wording/problems";
import { describeRateClass, describeRows, SCREEN_NOTES } from "@/lib/wording/screen-command";

import type { ScreenInputs } from "./read-inputs";
import type { ScreenedFiles } from "./screen-files";
import type { ScreenReport } from "./screen-report";

type ToPrint = {
  readonly screened: ScreenedFiles;
  readonly inputs: ScreenInputs;
  readonly rateClass: RateClass;
  /** Null: nobody said, and `rateClass` is assumed. */
  readonly givenClass: RateClass | null;
};

/** The same screening for people: rows, lanes and totals, then what stands in no total and what could be mended. */
export function* plainText({ screened, inputs, rateClass, givenClass }: ToPrint): Generator<string> {
  const { report, setAside } = screened;
  const { asOf, rulesVersion, entries, rows } = report;
  yield `${countOf(entries.length, "entry", "entries")} as of ${asOf}, by the rules of version ${rulesVersion}\n`;
  yield `Rows: ${describeRows(rows, setAside)}\n`;
  yield `Interest: ${describeRateClass(rateClass, givenClass)}\n\n`;
  yield* lanesTable(report);
  const notes = [
    ...inputs.repaired.map(({ file, row, column, original, candidates }) =>
      SCREEN_NOTES.repaired(file, row, column, original, candidates[0]?.proposed ?? ""),
    ),
    ...notesBelow(screened, inputs),
    ...problemsOf(inputs.files),
    ...columnsMissing(inputs.absent),
  ];
  if (notes.length > 0) yield "\n";
  for (const note of notes) yield `- ${note}\n`;
}

const LANE_WIDTH = 24;
const COUNT_WIDTH = 9;
const MONEY_WIDTH = 20;

const line = (lane: string, entries: string, refundable: string): string =>
  `${lane.padEnd(LANE_WIDTH)}${entries.padStart(COUNT_WIDTH)}${refundable.padStart(MONEY_WIDTH)}\n`;

function* lanesTable({ entries, totals }: ScreenReport): Generator<string> {
  yield line("Lane", "Entries", "Refundable, USD");
  for (const lane of LANES_IN_READING_ORDER) {
    const { entries: count, refundable } = totals.byLane[lane];
    if (count > 0) yield line(LANE_WORDS[lane].name, formatCount(count), formatUsd(refundable));
  }
  yield line("Total, certain", formatCount(entries.length), formatUsd(totals.refundable));
  if (totals.refundableMin !== totals.refundableMax)
    yield line("Total, from and to", "", formatUsdRange(totals.refundableMin, totals.refundableMax));
  yield line("Interest", "", formatUsd(totals.interest));
}

function notesBelow(
  { report, moneyNotScreened, onlyClaimed }: ScreenedFiles,
  { claimRowsSetAside }: ScreenInputs,
): readonly string[] {
  const { unbounded } = report.totals;
  return [
    ...(unbounded > 0 ? [SCREEN_NOTES.unbounded(unbounded)] : []),
    ...(moneyNotScreened.equals(ZERO_USD) ? [] : [SCREEN_NOTES.notScreened(usdText(moneyNotScreened))]),
    ...(onlyClaimed > 0 ? [SCREEN_NOTES.onlyClaimed(onlyClaimed)] : []),
    ...(claimRowsSetAside > 0 ? [SCREEN_NOTES.claimRowsSetAside(claimRowsSetAside)] : []),
  ];
}

/** Problems in words with where they are and how to mend them: a few examples of each, and how many more. */
function problemsOf(files: ReadonlyMap<string, AssembledFile>): readonly string[] {
  return [...files].flatMap(([file, { problems }]) =>
    problems.flatMap(({ examples, count }) => {
      const more = count - examples.length;
      return [
        ...examples.map((problem) => {
          const { where, found, what, how } = describeProblem(problem, file);
          return `${where}: ${what}${found === "" ? "" : ` (${found})`}. ${how}`;
        }),
        ...(more > 0 ? [SCREEN_NOTES.moreLikeThese(more)] : []),
      ];
    }),
  );
}

const columnsMissing = (absent: ReadonlyMap<string, readonly AbsentColumn[]>): readonly string[] =>
  [...absent].flatMap(([file, columns]) =>
    toMissingColumns(columns).map(({ column, why }) => SCREEN_NOTES.columnMissing(file, column, why)),
  );
