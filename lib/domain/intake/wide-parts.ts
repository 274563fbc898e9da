import type { TariffLine } from "../entry";
import { chapter99CodeOf, type HtsNumber } from "../identifiers";
import { lookUpChapter99, type TariffProgram } from "../law/chapter-99";
import { addUsd, type Usd, ZERO_USD } from "../money";
import type { FileLayout } from "./layout";
import { cellText } from "./raw-row";
import { joinNumbers } from "./numbers-together";
import { readAmount } from "./read-amount";
import { cellAt } from "./row-shape";
import type { DutyColumn } from "./wide-columns";

/** A part of a wide row: a tariff number with its duty. `hts` null: the column names a program and the row no number. */
export type WidePart = Pick<TariffLine, "hts" | "htsFound" | "duty" | "dutyFound"> & {
  readonly value: Usd | null;
};

export type ComplainAt = (index: number | undefined, kind: "duty-unreadable" | "value-unreadable") => void;

/** The Chapter 99 numbers of a row with their duty, in the order in which the row lists them. */
export function chapter99Parts(
  cells: readonly string[],
  listed: readonly HtsNumber[],
  { headings, dutyColumns }: FileLayout,
  complain: ComplainAt,
): readonly WidePart[] {
  const numbers = [...new Set(listed)];
  const parts = new Map<HtsNumber, WidePart>();
  const unnumbered: WidePart[] = [];
  for (const column of dutyColumns) {
    const found = cellText(cellAt(cells, column.index));
    const reading = readAmount(found);
    if (reading.kind === "blank") continue;
    if (reading.kind === "unreadable") complain(column.index, "duty-unreadable");
    const duty = reading.kind === "amount" ? reading.amount : null;
    if (column.kind === "number") addToNumber(parts, column.hts, duty, found);
    else
      placeProgram(parts, unnumbered, numbers, column, {
        duty,
        dutyFound: found,
        heading: headings[column.index] ?? "",
      });
  }
  // A number that no amount reaches stands on the line all the same; what was paid on it is not known.
  for (const hts of numbers)
    if (!isTogether(parts, hts)) parts.set(hts, parts.get(hts) ?? partOf(hts, null, ""));
  const order = (hts: HtsNumber | null): number => (hts === null ? numbers.length : numbers.indexOf(hts));
  return [...[...parts.values()].toSorted((a, b) => order(a.hts) - order(b.hts)), ...unnumbered];
}

const partOf = (hts: HtsNumber, duty: Usd | null, dutyFound: string): WidePart => ({
  hts,
  htsFound: hts,
  ...{ duty, dutyFound, value: null },
});

/** The duty of the number stands on another one. */
const isTogether = (parts: ReadonlyMap<HtsNumber, WidePart>, hts: HtsNumber): boolean =>
  [...parts.values()].some(({ htsFound }) => htsFound !== hts && htsFound.split("; ").includes(hts));

/** A column for each number says nothing by a zero: nearly every number of such a report does not stand on the line. */
function addToNumber(parts: Map<HtsNumber, WidePart>, hts: HtsNumber, duty: Usd | null, found: string): void {
  if (duty?.isZero()) return;
  const before = parts.get(hts);
  const sum = duty === null || before?.duty === null ? null : addUsd(before?.duty ?? ZERO_USD, duty);
  parts.set(hts, partOf(hts, sum, sum === null ? found : sum.toFixed()));
}

type ProgramAmount = { readonly duty: Usd | null; readonly dutyFound: string; readonly heading: string };

function placeProgram(
  parts: Map<HtsNumber, WidePart>,
  unnumbered: WidePart[],
  numbers: readonly HtsNumber[],
  { authority }: Extract<DutyColumn, { kind: "program" }>,
  { duty, dutyFound, heading }: ProgramAmount,
): void {
  const ofProgram = numbers.filter((hts) => programOf(hts)?.authority === authority && !parts.has(hts));
  const dutiable = ofProgram.filter((hts) => programOf(hts)?.kind !== "EXEMPTION");
  const isZero = duty?.isZero() === true;
  // An exemption carries no duty; and where the program cost nothing, none of its numbers did.
  for (const hts of ofProgram)
    if (isZero || !dutiable.includes(hts)) parts.set(hts, partOf(hts, ZERO_USD, "0"));
  if (isZero) return;
  const [carrier = null, ...others] = dutiable.toSorted((a, b) => rank(a) - rank(b));
  if (carrier !== null)
    parts.set(carrier, {
      ...partOf(carrier, duty, dutyFound),
      htsFound: joinNumbers([carrier, ...others]),
    });
  else if (authority === "IEEPA")
    unnumbered.push({ hts: null, htsFound: heading, duty, dutyFound, value: null });
}

/** Ordinary duty inside one of the numbers is inside their sum too, so that number carries it. */
const rank = (hts: HtsNumber): number => (programOf(hts)?.includesColumn1 ? 0 : 1);

function programOf(hts: HtsNumber): TariffProgram | null {
  const code = chapter99CodeOf(hts);
  return code === null ? null : lookUpChapter99(code, null, null);
}

/** The commodity number with the value and the ordinary duty; none where the row has no such number. */
export function commodityPart(
  cells: readonly string[],
  hts: HtsNumber | null,
  htsFound: string,
  { at }: FileLayout,
  complain: ComplainAt,
): readonly WidePart[] {
  if (htsFound === "") return [];
  const dutyFound = cellText(cellAt(cells, at.baseDutyAmount));
  const amountOf = (index: number | undefined, kind: "duty-unreadable" | "value-unreadable"): Usd | null => {
    const reading = readAmount(cellAt(cells, index) ?? "");
    if (reading.kind === "unreadable") complain(index, kind);
    return reading.kind === "amount" ? reading.amount : null;
  };
  const duty = amountOf(at.baseDutyAmount, "duty-unreadable");
  return [{ hts, htsFound, duty, dutyFound, value: amountOf(at.goodsValue, "value-unreadable") }];
}
