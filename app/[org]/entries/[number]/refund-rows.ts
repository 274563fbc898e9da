import type { PaidRefund } from "@/components/entries/refunds-paid-panel";
import { foldRefunds, usdText, type RefundRow } from "@/lib/domain";

/** Each refund once, however many reports show it. */
export const toPaidRefunds = (rows: readonly RefundRow[]): readonly PaidRefund[] =>
  foldRefunds(rows).map(
    ({ number, refundNumber, refundDate, liquidationDate, statusFound, principal, interest }) => ({
      key: `${number} ${refundNumber ?? ""}`,
      ...{ refundNumber, day: refundDate, liquidated: liquidationDate, status: statusFound },
      principal: principal === null ? null : usdText(principal),
      interest: interest === null ? null : usdText(interest),
    }),
  );
