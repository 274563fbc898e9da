import type { Day } from "../day";
import type { TariffLine } from "../entry";
import type { Chapter99Code, HtsNumber } from "../identifiers";
import type { Usd } from "../money";
import type { LikelyCause, NumberAtRate } from "./mismatch";
import type { Column1Gap } from "./ordinary-duty";

/** Which row of the entry summary is meant. */
export type RowPlace = {
  readonly lineNumber: string | null;
  readonly ordinal: string | null;
  /** Line number of the user's file. */
  readonly fileRow: number;
  /** The file, as in `FactSource`: two files have rows of the same number. */
  readonly file: string;
};

export const placeOf = (row: TariffLine): RowPlace => ({
  lineNumber: row.lineNumber,
  ordinal: row.ordinal,
  fileRow: row.source.row,
  file: row.source.file,
});

/** Ordinary duty of a 15 % line, USD, cents, at a rate; "2.5" means 2.5 %. */
type OrdinaryDutyTaken = { readonly hts: HtsNumber; readonly percent: string; readonly duty: Usd };

/** Something about one row worth a look. None of them decides a lane; some of them bound the money. */
export type RowFlag = { readonly place: RowPlace } & (
  | {
      readonly kind: "rate-mismatch";
      readonly code: Chapter99Code;
      readonly percentFiled: string;
      readonly percentInRegistry: string;
      readonly duty: Usd;
      /** Duty that the registry's rate gives on the line's value, USD, cents. */
      readonly expected: Usd;
      readonly cause: LikelyCause;
    }
  /** A 15 % line that was split: both parts together are not 15 %. */
  | {
      readonly kind: "split-not-15-percent";
      readonly code: Chapter99Code;
      readonly duty: Usd;
      readonly expected: Usd;
    }
  /** The number exists, but not on the day of entry. */
  | { readonly kind: "wrong-period"; readonly code: Chapter99Code; readonly enteredOn: Day }
  | { readonly kind: "ieepa-number-unknown"; readonly code: Chapter99Code }
  | { readonly kind: "value-on-chapter-99-row"; readonly code: Chapter99Code; readonly value: Usd }
  | {
      readonly kind: "duty-on-exemption-number";
      readonly code: Chapter99Code;
      readonly duty: Usd;
      /** Null where the duty cannot be compared with the value. */
      readonly cause: LikelyCause | null;
    }
  /** The baseline number on goods with a rate of their own, on a day when goods in transit still used it. */
  | {
      readonly kind: "possible-in-transit-use";
      readonly code: Chapter99Code;
      readonly origin: string;
      /** The number of the country's own rate. */
      readonly otherwise: NumberAtRate;
    }
  /** The number is for goods of other origins. */
  | { readonly kind: "origin-not-covered"; readonly code: Chapter99Code; readonly origin: string }
  /** Duty on part of the value (repair, processing, U.S. components): the filed rates cannot be checked. */
  | { readonly kind: "chapter-98-base"; readonly hts: HtsNumber }
  | { readonly kind: "ieepa-duty-unreadable"; readonly code: Chapter99Code; readonly found: string }
  | { readonly kind: "tariff-number-unreadable"; readonly found: string; readonly duty: Usd | null }
  /** Canadian or Mexican steel or aluminum on which IEEPA duty was paid instead of Section 232 duty. */
  | { readonly kind: "metals-of-canada-or-mexico"; readonly code: Chapter99Code; readonly hts: HtsNumber }
  | { readonly kind: "column-1-unknown"; readonly hts: HtsNumber | null; readonly because: Column1Gap }
  | ({ readonly kind: "column-1-learnt" } & OrdinaryDutyTaken)
  /** `edition` of the tariff schedule; null when not known. */
  | ({ readonly kind: "column-1-published"; readonly edition: string | null } & OrdinaryDutyTaken)
  | ({ readonly kind: "column-1-given" } & OrdinaryDutyTaken)
  /** The published rate was taken, and lines of the data show another one. */
  | {
      readonly kind: "column-1-disagrees";
      readonly hts: HtsNumber;
      readonly published: string;
      readonly learnt: string;
    }
  | ({ readonly kind: "column-1-above-paid" } & OrdinaryDutyTaken)
  /** Stands below a number that CBP wants above it. */
  | { readonly kind: "number-out-of-sequence"; readonly hts: HtsNumber; readonly above: HtsNumber }
  /** The line has no Chapter 1 to 97 number. */
  | { readonly kind: "no-commodity-number"; readonly code: Chapter99Code }
  /** Fentanyl duty without the reciprocal number that every line needed beside it. */
  | { readonly kind: "no-reciprocal-number"; readonly code: Chapter99Code }
);

export type RowFlagKind = RowFlag["kind"];
