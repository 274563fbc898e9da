import { METAL_CONTENT } from "../law/assessed-rates";
import { addUsd, subtractUsd, sumUsd, type Usd, ZERO_USD } from "../money";
import { isNonEmpty } from "../result";
import { dutyAt, isDutyAt, isWithinTolerance, percentOf } from "./assessed-duty";
import { column1RateOf } from "./column1-rates";
import type { Fits, LikelyCause, Mismatch, NumberAtRate } from "./mismatch";
import { inTransitCause, numberInForceCause, otherPeriodCause, typicalNumbersOf } from "./registry-causes";

/** A number with the duty that it asks for on the line's value and what stands on it, USD. */
type Part = NumberAtRate & { readonly amount: Usd; readonly paid: Usd | null; readonly byContent: boolean };

/** More programs than these were never added up in one cell. */
const PROGRAMS_ON_ONE_ROW_MAX = 3;

/**
 * What most likely happened where a row's duty is not the one its number asks for: first what the line itself explains,
 * then other periods, numbers and origins of the registry. Never more than a guess that fits the amount.
 */
export function likelyCauseOf(mismatch: Mismatch): LikelyCause {
  const fits = fitsOf(mismatch);
  const own = ownPart(mismatch);
  const others = otherParts(mismatch);
  const typical = typicalNumbersOf(mismatch).map((number) => partAt(number, mismatch.value));
  return (
    numberThatFits("duty-of-another-number-of-the-line", others.filter(isMisplaced), fits) ??
    severalPrograms([...own, ...others], fits) ??
    withOrdinaryDuty(mismatch, fits) ??
    otherPeriodCause(mismatch, fits) ??
    inTransitCause(mismatch, fits) ??
    numberThatFits("duty-of-another-number-of-the-line", others, fits) ??
    partOfTheValue(mismatch, others, fits) ??
    numberThatFits("rate-of-another-number", typical, fits) ??
    severalPrograms([...own, ...others, ...typical], fits) ??
    numberInForceCause(mismatch, fits) ?? { kind: "fits-no-row-of-the-registry" }
  );
}

/** Few rates stand in many rows, so each is tried once. */
function fitsOf({ value, duty }: Mismatch): Fits {
  const amount = (expected: Usd): boolean => isWithinTolerance(duty, expected);
  const tried = new Map<string, boolean>();
  const rate = (percent: string): boolean => {
    const known = tried.get(percent) ?? isDutyAt(duty, value, percent);
    tried.set(percent, known);
    return known;
  };
  return { amount, rate };
}

const partAt = ({ code, percent }: NumberAtRate, value: Usd): Part => ({
  ...{ code, percent, amount: dutyAt(value, percent), paid: null, byContent: false },
});

/** None for an exemption, which adds nothing to a sum. */
function ownPart({ program: { code, ratePercent }, value }: Mismatch): readonly Part[] {
  if (ratePercent === null || ratePercent === "0") return [];
  return [partAt({ code, percent: ratePercent }, value)];
}

/** The other Chapter 99 numbers of the line that bear duty at a known rate, each once. */
function otherParts({ line, program: own, value }: Mismatch): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const { row, role } of line.rows) {
    if (!("program" in role) || role.program === null) continue;
    const { code, kind, ratePercent, program } = role.program;
    if (code === own.code || kind !== "DUTY" || ratePercent === null) continue;
    const byContent = METAL_CONTENT.programs.some((metal) => metal === program);
    parts.set(code, { ...partAt({ code, percent: ratePercent }, value), paid: row.duty, byContent });
  }
  return [...parts.values()];
}

/** Its own row does not show its duty, so that it may stand on this one. */
const isMisplaced = ({ paid, amount }: Part): boolean => paid === null || !isWithinTolerance(paid, amount);

function numberThatFits(
  kind: "duty-of-another-number-of-the-line" | "rate-of-another-number",
  parts: readonly Part[],
  fits: Fits,
): LikelyCause | null {
  const found = parts.find(({ amount }) => fits.amount(amount));
  return found === undefined ? null : { kind, code: found.code, percent: found.percent };
}

/** Sums of two or three; those that hold the first part, which is the row's own number, come first. */
function severalPrograms(parts: readonly Part[], fits: Fits): LikelyCause | null {
  let sets: readonly (readonly Part[])[] = [[]];
  for (const part of parts.toReversed()) {
    const withPart = sets.filter((set) => set.length < PROGRAMS_ON_ONE_ROW_MAX).map((set) => [part, ...set]);
    sets = [...withPart, ...sets];
  }
  const found = sets
    .filter((set) => set.length > 1 && fits.amount(sumUsd(set.map(({ amount }) => amount))))
    .sort((a, b) => a.length - b.length)[0]
    ?.map(({ code, percent }) => ({ code, percent }));
  return found && isNonEmpty(found) ? { kind: "two-programs-on-one-row", parts: found } : null;
}

/** The ordinary duty of the line's one commodity number on top: filed a second time here, or only here. */
function withOrdinaryDuty({ line, value, program, column1 }: Mismatch, fits: Fits): LikelyCause | null {
  const [goods, ...more] = line.rows.filter(({ role }) => role.kind === "commodity");
  const hts = goods?.row.hts;
  if (!hts || more.length > 0) return null;
  const rate = column1RateOf(column1, hts);
  const ordinaryDuty = goods.row.duty?.greaterThan(ZERO_USD)
    ? goods.row.duty
    : rate && dutyAt(value, rate.percent);
  if (!ordinaryDuty?.greaterThan(ZERO_USD)) return null;
  const own = dutyAt(value, program.ratePercent ?? "0");
  const percent = fits.amount(addUsd(own, ordinaryDuty)) ? percentOf(ordinaryDuty, value) : null;
  return percent === null ? null : { kind: "includes-ordinary-duty", hts, percent };
}

/** Section 232 duty on the metal, or reciprocal duty on the rest, of a line that was not split by content. */
function partOfTheValue(mismatch: Mismatch, others: readonly Part[], fits: Fits): LikelyCause | null {
  const { program, value, duty } = mismatch;
  const whole = dutyAt(value, program.ratePercent ?? "0");
  if (!duty.lessThan(whole)) return null;
  const isMetal = METAL_CONTENT.programs.some((metal) => metal === program.program);
  const isRest = others.some(({ byContent, paid, amount }) => {
    if (!byContent || !paid?.greaterThan(ZERO_USD) || !paid.lessThan(amount)) return false;
    return fits.amount(subtractUsd(whole, whole.times(paid).div(amount) as Usd));
  });
  const percentOfValue = isMetal || isRest ? percentOf(duty, whole) : null;
  return percentOfValue === null ? null : { kind: "part-of-the-value", percentOfValue };
}
