import type { TariffLine } from "../entry";
import { type HtsNumber, parseHtsNumber } from "../identifiers";
import { isBelowZero, sumUsd, type Usd } from "../money";
import { tariffKeyOf } from "./compared-cells";
import type { Repeat } from "./distinct-rows";

/** What stands between the numbers whose duty a report gives in one amount. */
const TOGETHER = "; ";

export const joinNumbers = (numbers: readonly HtsNumber[]): string => numbers.join(TOGETHER);

/** The numbers whose duty stands together on the row, first the one it stands on; one number on all other rows. */
export function numbersTogether({ hts, htsFound }: TariffLine): readonly HtsNumber[] {
  if (hts === null) return [];
  if (!htsFound.includes(TOGETHER)) return [hts];
  return htsFound.split(TOGETHER).flatMap((text) => parseHtsNumber(text) ?? []);
}

/**
 * Rows with the duty of several numbers in one amount, where other rows of the line show each of these numbers and add
 * up to it: they say the same, in more detail. Depends on no order.
 */
export function toldApart(lines: readonly TariffLine[]): readonly Repeat[] {
  return lines.flatMap((line): readonly Repeat[] => {
    const numbers = numbersTogether(line);
    if (numbers.length < 2 || line.duty === null || isBelowZero(line.duty)) return [];
    const others = lines.filter((other) => isSingle(other) && mayBeOneLine(other, line));
    const apart = numbers.map((hts) => others.filter((other) => tariffKeyOf(other) === hts.slice(0, 8)));
    const duties = apart.map(onlyDutyOf);
    const [twin] = apart.flat();
    if (twin === undefined || duties.includes(null)) return [];
    const sum = sumUsd(duties.flatMap((duty) => duty ?? []));
    return sum.equals(line.duty) ? [{ line, twin }] : [];
  });
}

const isSingle = (line: TariffLine): boolean => numbersTogether(line).length === 1 && !isBelowZero(line.duty);

const mayBeOneLine = (a: TariffLine, b: TariffLine): boolean =>
  a.lineNumber === null || b.lineNumber === null || a.lineNumber === b.lineNumber;

/** The one duty that all rows of a number show; null where they show none, or differ. */
function onlyDutyOf(rows: readonly TariffLine[]): Usd | null {
  const [first = null, ...others] = rows.map(({ duty }) => duty);
  return others.every((duty) => duty !== null && first?.equals(duty) === true) ? first : null;
}
