import type { Day } from "../day";
import type { FactSource } from "../facts";
import type { EntryNumber } from "../identifiers";
import type { DepositBasis } from "../interest/deposit-day";
import type { RateClass } from "../law/interest-rates";
import type { Usd } from "../money";
import type { PaymentStatus } from "./payment-status";

/** Where a payment is known from: CBP's report, a person who typed it, or the bank alone. */
export type PaymentOrigin = "report" | "typed" | "bank";

/** One payment as one row of REV-603 shows it, or as a person typed it. */
export type PaymentRow = {
  readonly source: FactSource;
  readonly origin: Exclude<PaymentOrigin, "bank">;
  /** REV-603's Refund ID. */
  readonly refundNumber: string | null;
  readonly payeeNumber: string | null;
  readonly payeeName: string | null;
  readonly day: Day | null;
  readonly status: PaymentStatus;
  /** As CBP words it. */
  readonly statusFound: string;
  /** USD, exact. */
  readonly total: Usd;
  /** Check or ACH trace number. */
  readonly trace: string | null;
};

/** A credit on the statement of a bank. */
export type BankLine = {
  readonly source: FactSource;
  readonly day: Day;
  /** USD, above zero. */
  readonly amount: Usd;
  readonly description: string;
  readonly trace: string | null;
};

/** What one row of ES-022 or REV-615 says was refunded on an entry. */
export type RefundRow = {
  readonly source: FactSource;
  readonly number: EntryNumber;
  readonly claimNumber: string | null;
  readonly importerNumber: string | null;
  /** The party of CBP Form 4811, to whom the refund then goes. */
  readonly notifyNumber: string | null;
  readonly liquidationDate: Day | null;
  /** USD, exact. Null where the report has no such figure; it never means zero. */
  readonly principal: Usd | null;
  readonly interest: Usd | null;
  readonly refundNumber: string | null;
  readonly refundDate: Day | null;
  readonly status: PaymentStatus;
  readonly statusFound: string;
  /** REV-615 alone names it. */
  readonly trace: string | null;
};

/** What one row of a file says of money. */
export type MoneyRow =
  | { readonly kind: "payment"; readonly payment: PaymentRow }
  | { readonly kind: "bank-line"; readonly line: BankLine }
  | { readonly kind: "refund"; readonly refund: RefundRow };

/** What files say of refunds and payments, row by row. */
export type RefundFileRows = {
  readonly payments: readonly PaymentRow[];
  readonly bankLines: readonly BankLine[];
  readonly refunds: readonly RefundRow[];
};

/** The rows of any files by what they are. */
export const sortedMoney = (rows: readonly MoneyRow[]): RefundFileRows => ({
  payments: rows.flatMap((row) => (row.kind === "payment" ? row.payment : [])),
  bankLines: rows.flatMap((row) => (row.kind === "bank-line" ? row.line : [])),
  refunds: rows.flatMap((row) => (row.kind === "refund" ? row.refund : [])),
});

/** Why the refund that is due on an entry cannot be told. */
export type ExpectationGap = "entry-unknown" | "amount-open" | "deposit-day-unknown";

/** What is due on an entry that was filed: from the frozen declaration, else from the current screening. */
export type ExpectedRefund = {
  readonly number: EntryNumber;
  readonly importerNumber: string | null;
  /** USD, exact. Null: only a range is known, or nothing. */
  readonly principal: Usd | null;
  readonly basis: "declaration" | "screening";
  /** Interest runs from the day after it; null is unknown. */
  readonly depositedOn: Day | null;
  readonly depositBasis: DepositBasis | null;
  readonly rateClass: RateClass;
  readonly monthly: boolean;
  readonly entryDate: Day | null;
  /** The last liquidation that the files show. */
  readonly liquidatedOn: Day | null;
  /** When it was filed in CAPE; null is unknown. */
  readonly filedOn: Day | null;
  /** Of an accepted entry a refund is owed, and one that does not come is missing; of a rejected one none is. */
  readonly standing: "waiting" | "accepted" | "rejected";
};
