import { formatEntryNumber, INTEREST_RATES, type RateClass, usd, usdText } from "@/lib/domain";
import { countOf, formatBytes, formatCount } from "@/lib/wording/count";
import { formatInstant } from "@/lib/wording/day";
import { DEPOSIT_BASIS_WORDS, RATE_CLASS_NAMES } from "@/lib/wording/interest";
import { LANE_WORDS } from "@/lib/wording/lanes";
import { formatUsd, formatUsdRange } from "@/lib/wording/money";
import { PACKET_CAVEAT, PACKET_METHOD } from "@/lib/wording/packet";
import { formatHts, formatPercent } from "@/lib/wording/tariff";

import type { Amount, PacketContent, PacketEntry } from "./packet-content";
import { paidByProgram, totalsOf } from "./packet-totals";
import type { PdfSheet } from "./pdf-sheet";

/** Exact amounts may have fractions of a cent; an auditor reads cents. */
const money = (amount: Amount | null): string =>
  amount === null ? "not known" : formatUsd(usdText(usd(amount)));
const range = (min: Amount, max: Amount | null): string =>
  formatUsdRange(usdText(usd(min)), max === null ? null : usdText(usd(max)));

/** Draws the whole packet and ends the document. */
export async function drawPacket(sheet: PdfSheet, content: PacketContent): Promise<void> {
  cover(sheet, content);
  summary(sheet, content);
  sheet.heading("How the amounts were found");
  for (const paragraph of PACKET_METHOD) sheet.paragraph(paragraph);
  sheet.newPage();
  await lineTable(sheet, content.entries);
  await interestTable(sheet, content);
  await leftOut(sheet, content);
  readiness(sheet, content);
  hashes(sheet, content);
  sheet.end();
}

function cover(sheet: PdfSheet, { organization, declaration, csv, entries }: PacketContent): void {
  const totals = totalsOf(entries);
  sheet.title("Evidence packet");
  sheet.paragraph(`CAPE Declaration ${csv.name}`);
  sheet.pairs([
    ["Prepared by", organization],
    ["Importer of record", declaration.importers.join("; ")],
    ["Filer code", declaration.filerCode],
    ["Entries", formatCount(totals.entries)],
    ["Refundable IEEPA duty, certain", `USD ${formatUsd(totals.refundable)}`],
    ["Interest accrued through the day of the file", `USD ${formatUsd(totals.interest)}`],
    ["File made and frozen", `${formatInstant(declaration.frozenAt)} by ${declaration.frozenBy}`],
    ["Signed off by a second person", declaration.signedOff ?? "Not demanded by the organization"],
    ["Screened as of", declaration.asOf],
    [
      "Rules",
      `${declaration.rulesVersion}; interest rates published through ${declaration.ratesPublishedThrough}`,
    ],
    ["SHA-256 of the file", csv.sha256],
  ]);
  sheet.paragraph(PACKET_CAVEAT, true);
}

/** "corporation rates", in the middle of a sentence. */
const ratesOf = ({ rateClass }: PacketContent["declaration"]): string =>
  rateClass === null
    ? "the rates of each importer's class"
    : `${RATE_CLASS_NAMES[rateClass].toLowerCase()} rates`;

function summary(sheet: PdfSheet, { entries, leftOut: others, declaration }: PacketContent): void {
  const totals = totalsOf(entries);
  sheet.heading("Summary for the officer who signs");
  sheet.paragraph(
    `${countOf(totals.entries, "entry", "entries")} with ${countOf(totals.lines, "IEEPA line", "IEEPA lines")} are declared. ` +
      `IEEPA duty of USD ${formatUsd(totals.ieepaDutyPaid)} was paid on them, of which USD ${formatUsd(totals.refundable)} is refundable with certainty, ` +
      `with USD ${formatUsd(totals.interest)} of interest accrued through ${declaration.asOf} (${ratesOf(declaration)}).`,
  );
  if (totals.uncertain > 0)
    sheet.paragraph(
      `Of ${countOf(totals.uncertain, "entry", "entries")} only a range is known; they are in no total and are marked below.`,
    );
  sheet.paragraph(
    `${countOf(others.length, "entry", "entries")} of the same importer and filer are not declared; the reasons are listed below.`,
  );
  sheet.table(
    [
      { heading: "Paid under", share: 0.6 },
      { heading: "Lines", share: 0.15, right: true },
      { heading: "Duty paid, USD", share: 0.25, right: true },
    ],
    paidByProgram(entries).map(({ program, lines, paid }) => [program, formatCount(lines), formatUsd(paid)]),
  );
}

async function lineTable(sheet: PdfSheet, entries: readonly PacketEntry[]): Promise<void> {
  sheet.heading("Lines");
  sheet.paragraph(
    "Every tariff number that bore IEEPA duty. The refundable difference is duty paid less what is owed at the correct rate; where one number holds ordinary duty as well, that part stays.",
    true,
  );
  const columns = [
    { heading: "Entry", share: 0.14 },
    { heading: "Line", share: 0.05, right: true },
    { heading: "HTS", share: 0.13 },
    { heading: "Chapter 99", share: 0.1 },
    { heading: "Value", share: 0.13, right: true },
    { heading: "Rate applied", share: 0.08, right: true },
    { heading: "Duty paid", share: 0.13, right: true },
    { heading: "Correct rate", share: 0.08, right: true },
    { heading: "Refundable", share: 0.16, right: true },
  ];
  await sheet.longTable(columns, lineCells(entries));
}

/** IEEPA authorizes no tariff: on every day and every number. */
const CORRECT_IEEPA_RATE = formatPercent("0");

function* lineCells(entries: readonly PacketEntry[]) {
  for (const entry of entries) yield* toLineCells(entry);
}

const toLineCells = ({ number, lines }: PacketEntry): readonly (readonly string[])[] =>
  lines.map((line) => [
    formatEntryNumber(number),
    line.lineNumber ?? "",
    line.commodity === null ? "" : formatHts(line.commodity),
    line.code,
    line.lineValue === null ? "" : money(line.lineValue),
    line.percentFiled === null ? "" : formatPercent(line.percentFiled),
    money(line.dutyPaid),
    CORRECT_IEEPA_RATE,
    range(line.refundable.min, line.refundable.max),
  ]);

async function interestTable(sheet: PdfSheet, { entries, declaration }: PacketContent): Promise<void> {
  sheet.heading("Interest by entry");
  sheet.paragraph(
    `At CBP's overpayment rates (${ratesOf(declaration)}), compounded daily, rounded to the cent once per entry.`,
    true,
  );
  const columns = [
    { heading: "Entry", share: 0.14 },
    { heading: "Refundable", share: 0.2, right: true },
    { heading: "Deposit", share: 0.11 },
    { heading: "Through", share: 0.11 },
    { heading: "Deposit day rests on", share: 0.3 },
    { heading: "Interest", share: 0.14, right: true },
  ];
  await sheet.longTable(columns, interestCells(entries));
  ratesTable(sheet, entries, declaration);
}

/** With it every figure above can be computed again by hand. */
function ratesTable(
  sheet: PdfSheet,
  entries: readonly PacketEntry[],
  { rateClass, ratesPublishedThrough }: PacketContent["declaration"],
): void {
  const days = entries.flatMap(({ interestFrom, interestTo }) =>
    [interestFrom ?? [], interestTo ?? []].flat(),
  );
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (first === undefined || last === undefined) return;
  const used = INTEREST_RATES.filter(
    ({ from, until }) => from <= last && until >= first && until <= ratesPublishedThrough,
  );
  sheet.heading("Rates used");
  sheet.paragraph(
    "For each quarter multiply by (1 + rate / days of the year) to the power of its days, from the day after the deposit through the day named; the interest is what was added, rounded to the cent once.",
    true,
  );
  sheet.table(
    [
      { heading: "From", share: 0.15 },
      { heading: "Through", share: 0.15 },
      { heading: "Rate a year", share: 0.15, right: true },
      { heading: "Published", share: 0.55 },
    ],
    used.map(({ from, until, annualPercent, source }) => [
      ...[from, until, ratesIn(annualPercent, rateClass), `${source.law}, ${source.published}`],
    ]),
  );
}

/** Of importers of both classes in one file, each has its own rate. */
const ratesIn = (annualPercent: Readonly<Record<RateClass, string>>, rateClass: RateClass | null): string =>
  rateClass === null
    ? `${formatPercent(annualPercent.corporation)}, others ${formatPercent(annualPercent.other)}`
    : formatPercent(annualPercent[rateClass]);

function* interestCells(entries: readonly PacketEntry[]) {
  for (const entry of entries) yield toInterestCells(entry);
}

const toInterestCells = (entry: PacketEntry): readonly string[] => [
  formatEntryNumber(entry.number),
  entry.refundable === null ? range(entry.refundableMin, entry.refundableMax) : money(entry.refundable),
  entry.interestFrom ?? "",
  entry.interestTo ?? "",
  entry.interestBasis === null ? "" : DEPOSIT_BASIS_WORDS[entry.interestBasis],
  entry.interest === null ? "not known" : money(entry.interest),
];

async function leftOut(sheet: PdfSheet, content: PacketContent): Promise<void> {
  sheet.heading("Entries not declared, and why");
  if (content.leftOut.length === 0) {
    sheet.paragraph("None: every entry of this importer and filer is on the declaration.");
    return;
  }
  await sheet.longTable(
    [
      { heading: "Entry", share: 0.17 },
      { heading: "Lane", share: 0.18 },
      { heading: "Reason", share: 0.47 },
      { heading: "Refundable", share: 0.18, right: true },
    ],
    content.leftOut.map(({ number, lane, reason, refundable }) => [
      ...[formatEntryNumber(number), LANE_WORDS[lane].name, reason, money(refundable)],
    ]),
  );
}

function readiness(sheet: PdfSheet, { points }: PacketContent): void {
  sheet.heading("Readiness and sign-off");
  sheet.table(
    [
      { heading: "", share: 0.05, right: true },
      { heading: "Point", share: 0.38 },
      { heading: "State", share: 0.14 },
      { heading: "Evidence, or who took responsibility", share: 0.43 },
    ],
    points.map(({ point, title, state, evidence, attested, law }) => [
      ...[String(point), `${title} (${law})`, state],
      [...evidence, ...(attested === null ? [] : [attested])].join(" "),
    ]),
  );
}

function hashes(sheet: PdfSheet, { csv, sources, documents }: PacketContent): void {
  sheet.heading("Files and hashes (SHA-256)");
  sheet.table(
    [
      { heading: "File", share: 0.38 },
      { heading: "SHA-256", share: 0.62 },
    ],
    [
      [`${csv.name}, ${formatBytes(csv.content.byteLength)}, as filed`, csv.sha256],
      ...sources.map(({ name, sha256 }) => [`${name}, source of entries`, sha256]),
      ...documents.map((each) => [
        `${each.fileName}: ${each.kind}, of ${each.subject}${each.afterFreeze ? ", attached after the file was frozen" : ""}`,
        each.sha256,
      ]),
    ],
  );
}
