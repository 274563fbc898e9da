import type { HtsNumber } from "../identifiers";
import { compareUsd, isAboveZero, type Usd } from "../money";
import { type AmountRange, subtractFrom, upTo } from "./amount-range";
import { dutyAt } from "./assessed-duty";
import { type Column1Rate, column1RateOf, type Column1Rates } from "./column1-rates";
import { allRowsOf, type EntryLine } from "./entry-line";
import { holdsOrdinaryDuty } from "./tariff-role";

export type Column1Gap =
  | "no-rate"
  | "several-commodity-numbers"
  | "no-commodity-row"
  | "chapter-98"
  | "no-value"
  | "preference-claimed"
  | "commodity-duty-blank"
  | "row-conflict";

/**
 * Where the ordinary duty of a 15 % line stands. CBP told filers to put the whole 15 % on the Chapter 99 number and
 * zero on the commodity number (CSMS 66336270, 66987366, 67133044); some split it all the same.
 */
export type OrdinaryDuty =
  | { readonly kind: "on-commodity-row" }
  | { readonly kind: "known"; readonly hts: HtsNumber; readonly duty: Usd; readonly rate: Column1Rate }
  | { readonly kind: "unknown"; readonly hts: HtsNumber | null; readonly because: Column1Gap };

/** Null for a line without a number of the 15 % agreements: its ordinary duty has its own row and stays. */
export const ordinaryDutyOf = (line: EntryLine, rates: Column1Rates): OrdinaryDuty | null =>
  line.hasOrdinaryDutyInside ? ordinaryDutyInside(line, rates) : null;

function ordinaryDutyInside(line: EntryLine, rates: Column1Rates): OrdinaryDuty {
  const { goods, value } = line;
  // Any duty on the commodity row means that the broker split it, even when the parts do not add to 15 %.
  if (goods.some(({ row: { duty } }) => duty !== null && !duty.isZero())) return { kind: "on-commodity-row" };
  const first = goods[0]?.row.hts ?? null;
  const areSeveral = goods.some(({ row }) => row.hts !== first);
  const hts = areSeveral ? null : first;
  if (line.conflicts.some(({ variants }) => variants.some(({ role }) => !holdsOrdinaryDuty(role)))) {
    return unknown(hts, "row-conflict");
  }
  if (hts === null)
    return unknown(hts, goods.length === 0 ? "no-commodity-row" : "several-commodity-numbers");
  if (goods.some(({ row }) => row.duty === null)) return unknown(hts, "commodity-duty-blank");
  const rows = allRowsOf(line);
  if (rows.some(({ role }) => role.kind === "chapter-98")) return unknown(hts, "chapter-98");
  if (rows.some(({ row }) => row.spi !== null)) return unknown(hts, "preference-claimed");
  if (!isAboveZero(value)) return unknown(hts, "no-value");
  const rate = column1RateOf(rates, hts);
  return rate ? { kind: "known", hts, duty: dutyAt(value, rate.percent), rate } : unknown(hts, "no-rate");
}

const unknown = (hts: HtsNumber | null, because: Column1Gap): OrdinaryDuty => ({
  kind: "unknown",
  hts,
  because,
});

/** True when the ordinary duty would exceed what was paid in all: the rate or the row is wrong. */
export const contradicts = (ordinary: OrdinaryDuty | null, paid: AmountRange): boolean =>
  ordinary?.kind === "known" && paid.max !== null && compareUsd(ordinary.duty, paid.max) > 0;

/**
 * Refundable part of what was paid on the 15 % numbers of a line, USD, exact: paid less the ordinary duty that is due
 * again without them; nothing up to all of it while the ordinary duty is unknown or contradicts the payment.
 */
export function refundableOf(paid: AmountRange, ordinary: OrdinaryDuty): AmountRange {
  if (ordinary.kind === "on-commodity-row") return paid;
  if (ordinary.kind === "known" && !contradicts(ordinary, paid)) {
    const rest = subtractFrom(paid, ordinary.duty);
    return compareUsd(ordinary.duty, paid.min) > 0 ? { min: upTo(paid).min, max: rest.max } : rest;
  }
  const blank = ordinary.kind === "unknown" && ordinary.because === "commodity-duty-blank";
  return blank ? { min: upTo(paid).min, max: null } : upTo(paid);
}
