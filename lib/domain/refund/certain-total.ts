import { sumUsd, type Usd, ZERO_USD } from "../money";

/** USD, exact: the certain refunds. Ranges (null) are not certain, and a net below zero is a conflict, not a sum. */
export const certainTotal = (refunds: readonly (Usd | null)[]): Usd =>
  sumUsd(refunds.flatMap((refund) => (refund?.greaterThan(ZERO_USD) ? refund : [])));
