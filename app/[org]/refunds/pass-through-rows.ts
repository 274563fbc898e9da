import type { PassThrough } from "@/components/refunds/pass-through-panel";
import { addUsd, usdText, type CustomerWeight, type Usd } from "@/lib/domain";
import type { PassThroughView } from "@/lib/usecases/pass-through";

export function toPassThrough(
  { weights, shares, principal, interest }: PassThroughView,
  shareOf: string,
  base: string,
): PassThrough {
  const row = (parts: { readonly principal: Usd; readonly interest: Usd }) => ({
    principal: usdText(parts.principal),
    interest: usdText(parts.interest),
    refund: usdText(addUsd(parts.principal, parts.interest)),
  });
  return {
    shareOf,
    weights: weights.map(weightLine).join("\n"),
    shares: shares.map((share) => ({ customer: share.customer, ...row(share) })),
    total: row({ principal, interest }),
    exportHref: `/api${base}/refunds/pass-through?of=${shareOf}`,
    nothing:
      weights.length > 0 && shares.length === 0
        ? "There is less than nothing to divide: more went back than came."
        : null,
  };
}

/** As it can be typed again: `Northwind Retail, 62.5`. */
function weightLine({ customer, millionths }: CustomerWeight): string {
  const digits = millionths.toString().padStart(7, "0");
  const parts = digits.slice(-6).replace(/0+$/, "");
  return `${customer}, ${digits.slice(0, -6)}${parts === "" ? "" : `.${parts}`}`;
}
