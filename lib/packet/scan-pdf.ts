import { PassThrough, type Readable } from "node:stream";

import { countOf, formatCount } from "@/lib/wording/count";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";
import { SCAN_CAVEAT } from "@/lib/wording/packet";

import { PdfSheet } from "./pdf-sheet";
import type { ReportMoney, ReportRange, ScanReport } from "./scan-report";

/** The risk report of an import in print. */
export function scanPdf(report: ScanReport, made: Date): Readable {
  const asOf = report.screened ? `, as of ${report.screened.on}, rules ${report.screened.rulesVersion}` : "";
  const sheet = new PdfSheet("Risk report", `Risk report for ${report.fileName}${asOf}`, made);
  const pages = sheet.stream.pipe(new PassThrough());
  draw(sheet, report).catch((error: unknown) => pages.destroy(error as Error));
  return pages;
}

async function draw(sheet: PdfSheet, report: ScanReport): Promise<void> {
  cover(sheet, report);
  risks(sheet, report);
  await riskyEntries(sheet, report);
  sheet.newPage();
  stacking(sheet, report);
  sheet.newPage();
  await watchList(sheet, report);
  sheet.end();
}

const sum = ({ refundable, ranges }: ReportMoney): string =>
  ranges === 0 ? formatUsd(refundable) : `${formatUsd(refundable)} and ${countOf(ranges, "range", "ranges")}`;
const range = ({ min, max }: ReportRange): string => formatUsdRange(min, max);

function cover(
  sheet: PdfSheet,
  { organization, fileName, sha256, screened, total, lanes }: ScanReport,
): void {
  sheet.title("Risk report before filing");
  sheet.pairs([
    ["Prepared for", organization],
    ["File", fileName],
    ["SHA-256 of the file", sha256],
    ["Screened as of", screened?.on ?? "no entry of the books rests on this file"],
    ["Rules", screened?.rulesVersion ?? ""],
    ["Entries", formatCount(total.entries)],
    ["Refundable IEEPA duty, certain", `USD ${sum(total)}`],
  ]);
  sheet.paragraph(SCAN_CAVEAT, true);
  sheet.heading("Where the entries stand");
  sheet.table(
    [
      { heading: "Lane", share: 0.2 },
      { heading: "Next step", share: 0.43 },
      { heading: "Entries", share: 0.12, right: true },
      { heading: "Refundable, USD", share: 0.25, right: true },
    ],
    lanes.map((lane) => [lane.name, lane.nextStep, formatCount(lane.entries), sum(lane)]),
  );
}

function risks(sheet: PdfSheet, report: ScanReport): void {
  sheet.heading("Rejection risks, by CAPE's message");
  if (report.risks.length === 0) {
    sheet.paragraph("Nothing in these entries makes CAPE reject them, as far as the data show.");
    return;
  }
  sheet.paragraph("An entry with several messages stands under each, so the rows are not added.", true);
  sheet.table(
    [
      { heading: "Message, and what it means", share: 0.36 },
      { heading: "What mends it, and who", share: 0.29 },
      { heading: "Entries", share: 0.08, right: true },
      { heading: "Refundable, USD", share: 0.15, right: true },
      { heading: "Next last day", share: 0.12, right: true },
    ],
    report.risks.map((risk) => [
      `${risk.message}. ${risk.meaning} (${risk.outcome}; ${risk.confidence.toLowerCase()})`,
      `${risk.fix} By ${risk.owner}.`,
      ...[formatCount(risk.entries), sum(risk), risk.deadline ?? "none runs"],
    ]),
  );
}

/** Said wherever a list does not hold all. */
function more(sheet: PdfSheet, shown: number, count: number): void {
  if (count > shown)
    sheet.paragraph(`${formatCount(shown)} of ${formatCount(count)} are listed, most money first.`, true);
}

async function riskyEntries(sheet: PdfSheet, { risky }: ScanReport): Promise<void> {
  if (risky.count === 0) return;
  sheet.heading("Entries at risk");
  more(sheet, risky.entries.length, risky.count);
  await sheet.longTable(
    [
      { heading: "Entry", share: 0.15 },
      { heading: "Lane", share: 0.15 },
      { heading: "Messages", share: 0.34 },
      { heading: "Refundable, USD", share: 0.17, right: true },
      { heading: "Next last day", share: 0.19 },
    ],
    risky.entries.map((entry) => [
      ...[entry.number, entry.lane, entry.messages || "No message known", range(entry.refundable)],
      entry.deadline === null ? "none runs" : `${entry.deadline}, ${entry.deadlineKind.toLowerCase()}`,
    ]),
  );
}

function stacking(sheet: PdfSheet, { programs, stacked, flags }: ScanReport): void {
  sheet.heading("Stacking: what was paid under which program");
  sheet.table(
    [
      { heading: "Program", share: 0.37 },
      ...["Paid, USD", "Refundable", "Stays"].map((heading) => ({ heading, share: 0.21, right: true })),
    ],
    programs.map(({ name, paid, refundable, stays }) => [name, range(paid), range(refundable), range(stays)]),
  );
  sheet.heading("Paid beside IEEPA on one entry");
  sheet.paragraph(
    "Section 301 and IEEPA stack in both directions, and only the IEEPA part comes back. Section 232 and the reciprocal tariffs exclude one another on the same content; where both were paid on one entry they should stand on different lines or contents.",
    true,
  );
  sheet.table(
    [
      { heading: "IEEPA and", share: 0.4 },
      { heading: "Entries", share: 0.15, right: true },
      { heading: "IEEPA refundable, USD", share: 0.23, right: true },
      { heading: "Of the other, stays", share: 0.22, right: true },
    ],
    stacked.map((pair) => [pair.beside, formatCount(pair.entries), sum(pair), formatUsd(pair.stays)]),
  );
  sheet.heading("Rows that do not fit their program");
  more(sheet, flags.rows.length, flags.count);
  if (flags.count === 0) sheet.paragraph("None found.");
  else
    sheet.table(
      [
        { heading: "Entry", share: 0.15 },
        { heading: "Line", share: 0.06, right: true },
        { heading: "Number", share: 0.11 },
        { heading: "What", share: 0.44 },
        { heading: "Duty", share: 0.12, right: true },
        { heading: "Expected", share: 0.12, right: true },
      ],
      flags.rows.map(({ number, line, code, sentence, duty, expected }) => [
        ...[number, line, code, sentence],
        ...[duty, expected].map((amount) => (amount === null ? "" : formatUsd(amount))),
      ]),
    );
}

async function watchList(sheet: PdfSheet, { held }: ScanReport): Promise<void> {
  sheet.heading("Watch list: AD/CVD and held entries");
  sheet.paragraph(
    "Their refund waits for somebody else. The day on which CBP liquidates one of them starts its 80 days in CAPE.",
    true,
  );
  if (held.count === 0) {
    sheet.paragraph("None.");
    return;
  }
  more(sheet, held.entries.length, held.count);
  await sheet.longTable(
    [
      { heading: "Entry", share: 0.15 },
      { heading: "Type", share: 0.06 },
      { heading: "Held by", share: 0.18 },
      { heading: "What opens it", share: 0.45 },
      { heading: "Refundable, USD", share: 0.16, right: true },
    ],
    held.entries.map((entry) => [
      ...[
        entry.number,
        entry.entryType,
        entry.held,
        `${entry.unlock} (${entry.law})`,
        range(entry.refundable),
      ],
    ]),
  );
}
