import type { KnownRateRow } from "@/components/rates/known-rates-table";
import type { NeededRateRow } from "@/components/rates/needed-rates-table";
import type { GivenRate } from "@/lib/data/given-rates";
import type { NumberOn15PercentLines } from "@/lib/data/rate-needs";
import { column1RateOf, usdText, type Column1Rate, type Column1Rates, type HtsNumber } from "@/lib/domain";
import { formatInstant } from "@/lib/wording/day";
import { COLUMN_1_BASIS_WORDS, describeLearntInstead } from "@/lib/wording/rates";
import { formatHts, formatPercent } from "@/lib/wording/tariff";

/** A number that needs a rate, with what the schedule prints where that is no percentage. */
export const toNeededRateRow = (
  { hts, entries, paid }: NumberOn15PercentLines,
  printed: ReadonlyMap<HtsNumber, string>,
): NeededRateRow => ({
  hts,
  number: formatHts(hts),
  entries,
  atStake: usdText(paid),
  printed: printed.get(hts) ?? printed.get(hts.slice(0, 8) as HtsNumber) ?? null,
});

type Known = {
  readonly numbers: readonly NumberOn15PercentLines[];
  readonly rates: Column1Rates;
  readonly given: readonly GivenRate[];
};

/** Every rate that a 15 % line rests on, and every rate that somebody gave, used or not. */
export function toKnownRateRows({ numbers, rates, given }: Known): readonly KnownRateRow[] {
  const givenBy = new Map(given.map((each) => [each.hts, each]));
  const unused = given
    .filter(({ hts }) => !numbers.some((number) => number.hts === hts))
    .map(({ hts }) => ({ hts, entries: 0, paid: null }));
  return [...numbers, ...unused].flatMap(({ hts, entries, paid }) => {
    const rate = column1RateOf(rates, hts);
    if (rate === null) return [];
    return [
      {
        hts,
        number: formatHts(hts),
        percent: rate.percent,
        rate: formatPercent(rate.percent),
        basis: COLUMN_1_BASIS_WORDS[rate.basis],
        detail: detailOf(rate, givenBy.get(hts)),
        entries,
        paid: paid && usdText(paid),
        given: givenBy.has(hts),
      },
    ];
  });
}

function detailOf(rate: Column1Rate, given: GivenRate | undefined): string | null {
  if (given) return `by ${given.givenBy}, ${formatInstant(given.givenAt.toISOString())}`;
  const learnt = rate.learnt === undefined ? null : describeLearntInstead(rate.learnt);
  return [rate.edition ?? null, learnt].filter((part) => part !== null).join("; ") || null;
}
