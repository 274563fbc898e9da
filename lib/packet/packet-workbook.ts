import writeWorkbook, { type Row } from "write-excel-file/node";

import { formatEntryNumber } from "@/lib/domain";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { formatHts } from "@/lib/wording/tariff";

import type { PacketContent, PacketEntry } from "./packet-content";
import { amount, headings, text, widths } from "./workbook-cells";

const LINE_HEADINGS = headings(
  ...[
    "Entry Number",
    "Line",
    "HTS Number",
    "Chapter 99 Number",
    "Program",
    "Entered Value",
    "Rate Applied %",
  ],
  ...["Duty Paid", "Correct Rate %", "Refundable (least)", "Refundable (most)", "File", "Row"],
);

const ENTRY_HEADINGS = headings(
  ...["Entry Number", "Lane", "Refundable", "Refundable (least)", "Refundable (most)"],
  ...["Interest", "Interest From", "Interest Through", "Reasons"],
);

const LEFT_OUT_HEADINGS = headings("Entry Number", "Lane", "Refundable", "Reason");

/** The lines, the entries and what was left out, as a workbook that can be sorted and added. */
export function packetWorkbook({ entries, leftOut, sources }: PacketContent): Promise<Buffer> {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return writeWorkbook([
    {
      sheet: "Lines",
      data: [LINE_HEADINGS, ...entries.flatMap((entry) => lineRows(entry, names))],
      columns: widths(16, 6, 16, 14, 34, 14, 10, 14, 10, 14, 14, 30, 8),
      stickyRowsCount: 1,
    },
    {
      sheet: "Entries",
      data: [ENTRY_HEADINGS, ...entries.map(entryRow)],
      columns: widths(16, 18, 14, 14, 14, 14, 12, 12, 80),
      stickyRowsCount: 1,
    },
    {
      sheet: "Not declared",
      data: [
        LEFT_OUT_HEADINGS,
        ...leftOut.map((each) => [
          text(formatEntryNumber(each.number)),
          text(LANE_WORDS[each.lane].name),
          amount(each.refundable),
          text(each.reason),
        ]),
      ],
      columns: widths(16, 18, 14, 80),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

const lineRows = ({ number, lines }: PacketEntry, names: ReadonlyMap<string, string>): readonly Row[] =>
  lines.map((line) => [
    ...[
      text(formatEntryNumber(number)),
      text(line.lineNumber),
      text(line.commodity && formatHts(line.commodity)),
    ],
    ...[text(line.code), text(line.programName), amount(line.lineValue), text(line.percentFiled)],
    ...[amount(line.dutyPaid), text("0"), amount(line.refundable.min), amount(line.refundable.max)],
    ...[text(names.get(line.source.file) ?? line.source.file), text(String(line.source.row))],
  ]);

const entryRow = (entry: PacketEntry): Row => [
  ...[text(formatEntryNumber(entry.number)), text(LANE_WORDS[entry.lane].name), amount(entry.refundable)],
  ...[amount(entry.refundableMin), amount(entry.refundableMax), amount(entry.interest)],
  ...[text(entry.interestFrom), text(entry.interestTo), text(entry.reasons.join(" "))],
];
