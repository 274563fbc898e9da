import writeWorkbook, { type Row } from "write-excel-file/node";

import { formatCount } from "@/lib/wording/count";

import type { ReportEntry, ReportRange, ScanReport } from "./scan-report";
import { amount, count, headings, text, widths } from "./workbook-cells";

/** The risk report of an import, to be sorted and worked through. */
export const scanWorkbook = (report: ScanReport): Promise<Buffer> =>
  writeWorkbook([
    risksSheet(report),
    {
      sheet: "Entries at risk",
      data: [
        headings(...ENTRY_HEADINGS),
        ...report.risky.entries.map(entryCells),
        ...rest(report.risky.entries.length, report.risky.count),
      ],
      columns: widths(16, 8, 18, 22, 60, 16, 16, 14, 24),
      stickyRowsCount: 1,
    },
    stackingSheet(report),
    flagsSheet(report),
    watchSheet(report),
  ]).toBuffer();

const risksSheet = ({ risks }: ScanReport) => ({
  sheet: "Risks",
  data: [
    headings(
      ...["Outcome", "CAPE's Message", "Meaning", "What Mends It", "By Whom", "Confidence"],
      ...["Entries", "Refundable (certain)", "Ranges Left Out", "Next Last Day"],
    ),
    ...risks.map((risk): Row => [
      ...[risk.outcome, risk.message, risk.meaning, risk.fix, risk.owner, risk.confidence].map(text),
      ...[count(risk.entries), amount(risk.refundable), count(risk.ranges), text(risk.deadline)],
    ]),
  ],
  columns: widths(22, 36, 50, 50, 14, 14, 10, 16, 10, 14),
  stickyRowsCount: 1,
});

const stackingSheet = ({ programs, stacked }: ScanReport) => ({
  sheet: "Stacking",
  data: [
    headings(
      ...["Program", "Paid (least)", "Paid (most)", "Refundable (least)", "Refundable (most)"],
      ...["Stays (least)", "Stays (most)"],
    ),
    ...programs.map(({ name, paid, refundable, stays }): Row => [
      text(name),
      ...[paid, refundable, stays].flatMap(rangeCells),
    ]),
    [],
    headings(
      ...[
        "IEEPA and",
        "Entries",
        "IEEPA Refundable (certain)",
        "Ranges Left Out",
        "Of the Other, Stays (least)",
      ],
    ),
    ...stacked.map((pair): Row => [
      ...[text(pair.beside), count(pair.entries), amount(pair.refundable), count(pair.ranges)],
      amount(pair.stays),
    ]),
  ],
  columns: widths(40, 18, 18, 18, 18, 18, 18),
});

const flagsSheet = ({ flags }: ScanReport) => ({
  sheet: "Rows to look at",
  data: [
    headings("Entry Number", "Line", "Chapter 99 Number", "What", "Duty", "Expected"),
    ...flags.rows.map((flag): Row => [
      ...[flag.number, flag.line, flag.code, flag.sentence].map(text),
      ...[flag.duty, flag.expected].map(amount),
    ]),
    ...rest(flags.rows.length, flags.count),
  ],
  columns: widths(16, 6, 14, 80, 14, 14),
  stickyRowsCount: 1,
});

const watchSheet = ({ held }: ScanReport) => ({
  sheet: "Watch list",
  data: [
    headings(...ENTRY_HEADINGS, "Held By", "What Opens It", "Law"),
    ...held.entries.map((entry): Row => [
      ...entryCells(entry),
      ...[entry.held, entry.unlock, entry.law].map(text),
    ]),
    ...rest(held.entries.length, held.count),
  ],
  columns: widths(16, 8, 18, 22, 60, 16, 16, 14, 24, 30, 60, 30),
  stickyRowsCount: 1,
});

const ENTRY_HEADINGS = [
  ...[
    "Entry Number",
    "Type",
    "Lane",
    "Outcome",
    "CAPE's Messages",
    "Refundable (least)",
    "Refundable (most)",
  ],
  ...["Next Last Day", "What Ends Then"],
];

const rangeCells = ({ min, max }: ReportRange) => [
  amount(min),
  max === null ? text("not bounded") : amount(max),
];

const entryCells = (entry: ReportEntry): Row => [
  ...[entry.number, entry.entryType, entry.lane, entry.outcome, entry.messages].map(text),
  ...rangeCells(entry.refundable),
  ...[entry.deadline, entry.deadlineKind].map(text),
];

/** A list that does not hold all says so in its last row. */
const rest = (shown: number, all: number): readonly Row[] =>
  all > shown
    ? [[text(`${formatCount(all - shown)} more are not listed; the entries list exports all of them.`)]]
    : [];
