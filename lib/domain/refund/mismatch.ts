import type { Day } from "../day";
import type { Chapter99Code, HtsNumber } from "../identifiers";
import type { TariffProgram } from "../law/chapter-99";
import type { Usd } from "../money";
import type { NonEmpty } from "../result";
import type { Column1Rates } from "./column1-rates";
import type { EntryLine } from "./entry-line";

/** A number and the rate it asks for on the day of entry. "25" means 25 %. */
export type NumberAtRate = { readonly code: Chapter99Code; readonly percent: string };

/**
 * Why a filed duty may not be the number's own rate: what in the registry and on the line gives the same amount. Plain
 * text only, so that it is stored and read again as it is.
 */
export type LikelyCause =
  | { readonly kind: "two-programs-on-one-row"; readonly parts: NonEmpty<NumberAtRate> }
  | ({ readonly kind: "duty-of-another-number-of-the-line" } & NumberAtRate)
  | ({
      readonly kind: "rate-of-another-period";
      readonly from: Day | null;
      readonly until: Day | null;
    } & NumberAtRate)
  /** Goods in transit at the change kept the baseline rate, whose number is another. */
  | ({ readonly kind: "in-transit-baseline" } & NumberAtRate)
  /** A number that is not on the line and fits the origin and the day. */
  | ({ readonly kind: "rate-of-another-number" } & NumberAtRate)
  /** The same program on goods of other origins: ISO codes joined by `;`. */
  | ({ readonly kind: "rate-of-another-origin"; readonly origins: string } & NumberAtRate)
  | { readonly kind: "includes-ordinary-duty"; readonly hts: HtsNumber; readonly percent: string }
  /** Section 232 by metal content, filed as one line. */
  | { readonly kind: "part-of-the-value"; readonly percentOfValue: string }
  | { readonly kind: "fits-no-row-of-the-registry" };

/** A row whose duty is not what its number asks for. */
export type Mismatch = {
  readonly program: TariffProgram;
  readonly line: EntryLine;
  /** Entered value of the line and duty of the row, USD. */
  readonly value: Usd;
  readonly duty: Usd;
  /** ISO 3166 alpha-2. */
  readonly origin: string | null;
  readonly entered: Day;
  readonly column1: Column1Rates;
};

/** The duty of the row, asked whether an amount, or the duty at a rate, is the one behind it. */
export type Fits = {
  readonly amount: (amount: Usd) => boolean;
  /** @param percent - "25" means 25 % */
  readonly rate: (percent: string) => boolean;
};
