import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { recordAudit } from "@/lib/data/audit";
import { passThroughOf } from "@/lib/data/pass-through";
import { paymentRowsOf } from "@/lib/data/refund-rows";
import { inOrganization, type Tenant } from "@/lib/data/tenant";
import {
  divideByWeights,
  err,
  foldPayments,
  isBelowZero,
  isNonEmpty,
  ok,
  readWeights,
  subtractUsd,
  sumUsd,
  ZERO_USD,
  type CustomerWeight,
  type Result,
  type Usd,
  type WeightProblem,
} from "@/lib/domain";

import type { BooksView } from "./view-books";

type DivisionProblem = WeightProblem | { readonly kind: "payment-not-found" };

/** Keeps how a payment or a month is passed on. Empty text removes the division. @param shareOf - a month or a payment */
export async function giveWeights(
  scope: OrgScope,
  shareOf: string,
  text: string,
): Promise<Result<null, DivisionProblem>> {
  const weights = text.trim() === "" ? ok([]) : readWeights(text);
  if (!weights.ok) return weights;
  return inOrganization(scope, async (t) => {
    if (!isMonth(shareOf) && !(await hasPayment(t, shareOf))) return err({ kind: "payment-not-found" });
    await passThroughOf(t).replace(shareOf, weights.value);
    await recordAudit(t, "pass-through.set", shareOf, { customers: weights.value.length });
    return ok(null);
  });
}

const isMonth = (shareOf: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(shareOf);

const hasPayment = async (t: Tenant, payment: string): Promise<boolean> =>
  foldPayments(await paymentRowsOf(t)).some(({ id }) => id === payment);

export type PassThroughView = {
  readonly weights: readonly CustomerWeight[];
  /** USD; principal and interest are divided apart, and each adds up. */
  readonly shares: readonly { readonly customer: string; readonly principal: Usd; readonly interest: Usd }[];
  readonly principal: Usd;
  readonly interest: Usd;
};

/** A division of what was paid in a month, or with one payment. @returns null when there is no such payment */
export async function viewPassThrough(
  t: Tenant,
  shareOf: string,
  books: BooksView,
): Promise<PassThroughView | null> {
  const paid = paidIn(shareOf, books);
  if (paid === null) return null;
  const weights = await passThroughOf(t).weights(shareOf);
  const divisible = isNonEmpty(weights) && !isBelowZero(paid.principal) && !isBelowZero(paid.interest);
  if (!divisible) return { ...paid, weights, shares: [] };
  const interest = divideByWeights(paid.interest, weights);
  const shares = divideByWeights(paid.principal, weights).map(({ customer, amount }, index) => ({
    ...{ customer, principal: amount },
    interest: interest[index]?.amount ?? ZERO_USD,
  }));
  return { ...paid, weights, shares };
}

/** Interest as the reports say it; cents that no entry explains count as principal, as in the books. */
function paidIn(shareOf: string, { reconciliation, receivables }: BooksView) {
  if (isMonth(shareOf)) {
    const paid = receivables.flatMap((entry) => entry.paid.filter(({ day }) => day.startsWith(shareOf)));
    return {
      principal: sumUsd(paid.map(({ principal }) => principal)),
      interest: sumUsd(paid.map(({ interest }) => interest)),
    };
  }
  const found = reconciliation.payments.find(({ payment }) => payment.id === shareOf);
  if (found === undefined) return null;
  const interest = sumUsd(found.entries.flatMap(({ refund }) => refund.interest ?? []));
  return { principal: subtractUsd(found.payment.total, interest), interest };
}
