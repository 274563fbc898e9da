import type { Day } from "../day";
import type { Chapter99Code, HtsNumber } from "../identifiers";
import type { Usd } from "../money";
import type { Column1Gap } from "./ordinary-duty";

/** Which row of the entry summary is meant. */
export type RowPlace = {
  readonly lineNumber: string | null;
  readonly ordinal: string | null;
  /** Line number of the user's file. */
  readonly fileRow: number;
};

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
  | { readonly kind: "duty-on-exemption-number"; readonly code: Chapter99Code; readonly duty: Usd }
  | { readonly kind: "ieepa-duty-unreadable"; readonly code: Chapter99Code; readonly found: string }
  | { readonly kind: "tariff-number-unreadable"; readonly found: string; readonly duty: Usd | null }
  /** Canadian or Mexican steel or aluminum on which IEEPA duty was paid instead of Section 232 duty. */
  | { readonly kind: "metals-of-canada-or-mexico"; readonly code: Chapter99Code; readonly hts: HtsNumber }
  | { readonly kind: "column-1-unknown"; readonly hts: HtsNumber | null; readonly because: Column1Gap }
  | {
      readonly kind: "column-1-learnt";
      readonly hts: HtsNumber;
      readonly percent: string;
      readonly duty: Usd;
    }
  | {
      readonly kind: "column-1-above-paid";
      readonly hts: HtsNumber;
      readonly percent: string;
      readonly duty: Usd;
    }
);

export type RowFlagKind = RowFlag["kind"];
